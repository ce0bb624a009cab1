// Makes pictures of the page: node tests/browser/screenshots.js
// The reader's first sight goes to docs/images, every other state to tests/artifacts, to be looked at.

import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { articleShown, BROWSERS, openTab, shows } from "./harness.js";
import { servePage } from "./server.js";

/**
 * @import { Page } from "puppeteer-core"
 */

const [IMAGES, ARTIFACTS] = ["../../docs/images/", "../artifacts/"].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);
const WINDOWS = [
  { name: "page", width: 1280, height: 900 },
  { name: "page-narrow", width: 390, height: 844 },
];

/**
 * The states beside the first, each with how to get there from the one before.
 * @type {Record<string, (page: Page) => Promise<unknown>>}
 */
const STATES = {
  name: (page) => page.click("#article mark[data-kind=person]"),
  date: async (page) => {
    await page.keyboard.press("Escape");
    await page.click('#article mark[data-value="2025-11"]');
  },
  quote: async (page) => {
    await page.keyboard.press("Escape");
    await page.click("#article q[data-style=direct]");
  },
  timeline: async (page) => {
    await page.keyboard.press("Escape");
    await page.click("#tab-dates");
  },
  speakers: (page) => page.click("#tab-quotes"),
  script: (page) => page.click("#panel-quotes .tools button"),
  check: async (page) => {
    await page.click("#tab-check");
    await page.focus("#panel-check .row");
  },
  rejected: async (page) => {
    await page.keyboard.press("x");
    await shows(page, "#deed", "is not marked any more");
  },
  selecting: async (page) => {
    await page.focus("#article");
    await page.keyboard.press("v");
    await page.waitForSelector("#marking:popover-open");
  },
  help: async (page) => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await shows(page, "#help", "Next mark");
  },
  export: async (page) => {
    await page.keyboard.press("Escape");
    await page.click("#export");
  },
  private: async (page) => {
    await page.keyboard.press("Escape");
    await page.click(".private summary");
  },
  write: async (page) => {
    await page.keyboard.press("Escape");
    await page.click("#new");
  },
};

await Promise.all([IMAGES, ARTIFACTS].map((folder) => mkdir(folder, { recursive: true })));
const server = await servePage();
const [{ launch }] = BROWSERS;
for (const scheme of /** @type {const} */ (["light", "dark"])) {
  const browser = await launch(scheme);
  for (const { name, width, height } of WINDOWS) {
    const { page } = await openTab(browser, server.url);
    await page.setViewport({ width, height, deviceScaleFactor: 2 });
    await page.click('[data-file="talks.txt"]');
    await articleShown(page);
    // So that no button looks hovered.
    await page.mouse.move(0, 0);
    await page.screenshot({ path: `${IMAGES}${name}-${scheme}.png` });
    for (const [state, reach] of Object.entries(STATES)) {
      await reach(page);
      await page.screenshot({ path: `${ARTIFACTS}${name}-${state}-${scheme}.png` });
    }
    await page.close();
  }
  await browser.close();
}
await server.close();

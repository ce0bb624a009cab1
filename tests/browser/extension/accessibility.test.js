// axe-core finds nothing to complain of in the panel, the options and the clean view, in light and dark.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";

import { shows } from "../harness.js";
import { cleanViewOf, HOSTS_WITH_ACCESS, newPage, painted } from "./harness.js";
import { NO_ARTICLE, PAGES } from "./pages.js";
import { serveArticles } from "./server.js";

/**
 * @import { Page } from "puppeteer-core"
 * @import { Host } from "./harness.js"
 * @import { ArticleServer } from "./server.js"
 */

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What the panel of an annotated page can show, each with how to get there from the one before.
 * @type {Record<string, (panel: Page) => Promise<unknown>>}
 */
const STATES = {
  names: (panel) => shows(panel, "#panel-names", "Dana Whitcombe"),
  "a name’s card": async (panel) => {
    await panel.click("#panel-names .row");
    await panel.waitForSelector("#details:popover-open");
  },
  dates: async (panel) => {
    await panel.keyboard.press("Escape");
    await panel.click("#tab-dates");
  },
  quotes: (panel) => panel.click("#tab-quotes"),
  checking: async (panel) => {
    await panel.click("#tab-check");
    await panel.click("#panel-check summary");
    await panel.focus("#panel-check .row");
  },
  "something rejected": async (panel) => {
    await panel.keyboard.press("x");
    await shows(panel, "#deed", "is not marked any more");
  },
  "a note on the page": (panel) =>
    panel.evaluate(() => {
      const note = /** @type {HTMLElement} */ (document.getElementById("note"));
      note.textContent = "This page is very long: only its beginning was read.";
      note.hidden = false;
    }),
};

// Firefox's driver can't choose between light and dark: its colours are the same style sheets'.
const [CHROMIUM] = HOSTS_WITH_ACCESS;

describe("Chromium, accessibility", () => {
  /** @type {Host} */
  let host;
  /** @type {ArticleServer} */
  let server;

  before(async () => {
    [host, server] = await Promise.all([
      CHROMIUM.launch(),
      serveArticles({ "/": { body: PAGES[0].html }, "/none": { body: NO_ARTICLE } }),
    ]);
  });
  after(() => Promise.all([host.close(), server.close()]));

  test("the panel, with everything that it shows of an article", async (context) => {
    const page = await newPage(host.browser, `${server.url}/`);
    await host.annotate(page);
    await painted(page);
    const panel = await host.panelFor(page);
    await panel.bringToFront();
    await panel.setViewport({ width: 360, height: 900 });
    for (const [state, reach] of Object.entries(STATES)) {
      await context.test(state, async () => {
        await reach(panel);
        await isAccessible(panel);
      });
    }
    await Promise.all([panel.close(), page.close()]);
  });

  test("the panel, where there is no article, and before one was read", async () => {
    const page = await newPage(host.browser, `${server.url}/none`);
    const panel = await host.panelFor(page);
    await shows(panel, "#nothing-title", "Read this page");
    await panel.bringToFront();
    await isAccessible(panel);
    await host.annotate(page);
    await shows(panel, "#nothing-title", "No article");
    await panel.bringToFront();
    await isAccessible(panel);
    await Promise.all([panel.close(), page.close()]);
  });

  test("the options, with a site refused and a rule kept", async () => {
    const { desk } = host;
    await desk.bringToFront();
    await desk.type("#site", "no site at all");
    await desk.click("#add-site button");
    await desk.type("#rules input[type=text]", "Calder Marine");
    await desk.click("#rules button[type=submit]");
    await desk.waitForSelector("#rules li");
    await isAccessible(desk);
  });

  test("the clean view", async () => {
    const clean = await cleanViewOf(host, "Ada Quill met Calder Marine in Lisbon on May 4, 2025.");
    await clean.waitForSelector("#article mark");
    await isAccessible(clean);
    await clean.close();
  });
});

/**
 * Fails with what axe has to complain of, in light or dark.
 * @param {Page} page
 */
async function isAccessible(page) {
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(AXE);
  for (const value of ["light", "dark"]) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value }]);
    const complaints = await page.evaluate(async () => {
      const { violations } = await Reflect.get(globalThis, "axe").run();
      return violations.map(
        (/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ node) => node.html).join(" | ")}`,
      );
    });
    assert.deepEqual(complaints, [], value);
  }
}

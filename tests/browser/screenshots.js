// Makes the pictures of the page in docs/images: node tests/browser/screenshots.js

import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { articleShown, BROWSERS, openTab } from "./harness.js";
import { servePage } from "./server.js";

const FOLDER = new URL("../../docs/images/", import.meta.url);
const WINDOWS = [
  { name: "page", width: 1280, height: 900 },
  { name: "page-narrow", width: 390, height: 844 },
];

await mkdir(FOLDER, { recursive: true });
const server = await servePage();
const [{ launch }] = BROWSERS;
for (const scheme of /** @type {const} */ (["light", "dark"])) {
  const browser = await launch(scheme);
  const { page } = await openTab(browser, server.url);
  await page.click('[data-file="talks.txt"]');
  await articleShown(page);
  // So that no button looks hovered.
  await page.mouse.move(0, 0);
  for (const { name, width, height } of WINDOWS) {
    await page.setViewport({ width, height, deviceScaleFactor: 2 });
    await page.screenshot({ path: `${fileURLToPath(FOLDER)}${name}-${scheme}.png` });
  }
  await browser.close();
}
await server.close();

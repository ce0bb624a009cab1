// What the page does when a part of it is missing, wrong or breaks: it says so, says what to do, and keeps the text.

import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";

import { articleShown, BROWSERS, openTab, paste, shows } from "./harness.js";
import { servePage } from "./server.js";

/**
 * @import { Browser, Page } from "puppeteer-core"
 * @import { PageServer } from "./server.js"
 */

const TEXT = "Angela Merkel visited Paris on March 3, 2024, and met reporters outside the town hall there.\n";
/** A worker that loads well and dies of the first text. */
const DYING = `addEventListener("message", ({ data }) => {
  if (data.type === "load") postMessage({ type: "ready" });
  else setTimeout(() => { throw new Error("out of memory"); });
});`;

/** @type {{ what: string, path: string, body: string | null, title: string }[]} */
const FAULTS = [
  { what: "the model is missing", path: "/pkg/engine/en.model", body: null, title: "could not be loaded" },
  {
    what: "the model is something else",
    path: "/pkg/engine/en.model",
    body: "not a model",
    title: "model’s file is not the right one",
  },
  { what: "the engine is missing", path: "/pkg/engine/pressmark_bg.wasm", body: null, title: "could not be loaded" },
  {
    what: "the engine is something else",
    path: "/pkg/engine/pressmark_bg.wasm",
    body: "<!doctype html>",
    title: "engine’s file is not the right one",
  },
  { what: "the worker is missing", path: "/pkg/worker.js", body: null, title: "could not be loaded" },
];

for (const { name, launch } of BROWSERS) {
  describe(`${name}, when something is amiss`, () => {
    /** @type {Browser} */
    let browser;
    /** @type {PageServer} */
    let server;
    /** @type {Page} */
    let page;

    before(async () => {
      [browser, server] = await Promise.all([launch(), servePage()]);
    });
    after(() => Promise.all([browser.close(), server.close()]));
    afterEach(() => page.close());

    for (const { what, path, body, title } of FAULTS) {
      test(`${what}: the page says so at once, and Retry works once it is mended`, async () => {
        server.replaced.set(path, body);
        ({ page } = await openTab(browser, server.url));
        await shows(page, "#problem h2", title);
        await shows(page, "#problem", "cargo xtask serve");
        await paste(page, TEXT);
        await shows(page, "#problem h2", title);
        assert.equal(await page.$eval("#editor", (editor) => /** @type {HTMLTextAreaElement} */ (editor).value), TEXT);
        server.replaced.clear();
        await page.click("#problem button");
        await articleShown(page, TEXT);
        await page.waitForSelector("#problem", { hidden: true });
      });
    }

    test("a worker that dies is started again without a word", async () => {
      let starts = 0;
      server.replaced.set("/pkg/worker.js", () => {
        starts += 1;
        return starts === 1 ? DYING : undefined;
      });
      ({ page } = await openTab(browser, server.url));
      await paste(page, TEXT);
      await articleShown(page, TEXT);
      assert.equal(await page.$eval("#problem", (problem) => problem.checkVisibility()), false);
      assert.equal(starts, 2);
    });

    test("a worker that dies again is reported, and the text is kept", async () => {
      server.replaced.set("/pkg/worker.js", DYING);
      ({ page } = await openTab(browser, server.url));
      await paste(page, TEXT);
      await shows(page, "#problem h2", "The engine stopped while reading this text");
      assert.equal(await page.$eval("#editor", (editor) => /** @type {HTMLTextAreaElement} */ (editor).value), TEXT);
      server.replaced.clear();
      await page.click("#problem button");
      await articleShown(page, TEXT);
    });

    test("an example that is missing is answered in words", async () => {
      server.replaced.set("/www/examples/court.txt", null);
      ({ page } = await openTab(browser, server.url));
      await page.click('[data-file="court.txt"]');
      await shows(page, "#notice", "could not be loaded");
    });
  });
}

// The package by itself, in the places that it is made for: a page, its worker, an extension's page. The page's own
// tests say what the reader sees of it; here it is held that each place gets what Node gets.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";

import { createAnnotator, toJSON } from "../../pkg/index.js";
import { BROWSERS } from "./harness.js";
import { servePage } from "./server.js";

/**
 * @import { Browser, Page } from "puppeteer-core"
 * @import { PageServer } from "./server.js"
 */

const TEXT = "“We are glad 😀,” Mayor Ines Calloway said in Lisbon on Tuesday.\r\nCalloway \uD800thanked the BBC.";
const DATE = "2024-06-14";
const expected = toJSON((await createAnnotator()).annotate(TEXT, { date: DATE }));

const BLANK = "<!doctype html><html lang='en'><title>Nothing here</title>";

/**
 * What the package at `address` says of the text: on the page's own thread, and in a worker of its own.
 * @param {Page} page
 * @param {string} address
 */
async function fromBothThreads(page, address) {
  const sources = { index: `${address}index.js`, client: `${address}client.js`, worker: `${address}worker.js` };
  return page.evaluate(
    async ({ index, client, worker }, text, date) => {
      /** @type {typeof import("../../pkg/index.js")} */
      const pressmark = await import(index);
      /** @type {typeof import("../../pkg/client.js")} */
      const { WorkerAnnotator } = await import(client);
      const { trustedTypes } = /** @type {any} */ (globalThis);
      const policy = trustedTypes?.createPolicy("pressmark", { createScriptURL: (/** @type {string} */ url) => url });
      const annotator = await pressmark.createAnnotator();
      const inWorker = new WorkerAnnotator({ worker: policy ? policy.createScriptURL(worker) : worker });
      return [annotator.annotate(text, { date }), await inWorker.annotate(text, { date })].map((columns) =>
        pressmark.toJSON(columns),
      );
    },
    sources,
    TEXT,
    DATE,
  );
}

for (const { name, launch } of BROWSERS) {
  describe(`${name}, package`, () => {
    /** @type {Browser} */
    let browser;
    /** @type {PageServer} */
    let server;

    before(async () => {
      [browser, server] = await Promise.all([launch(), servePage()]);
      server.replaced.set("/www/blank.html", BLANK);
    });
    after(() => Promise.all([browser.close(), server.close()]));

    test("a page under the strict policy gets on both threads what Node gets", async () => {
      const page = await browser.newPage();
      await page.goto(`${server.url}blank.html`);
      const address = new URL("/pkg/", server.url).href;
      assert.deepEqual(await fromBothThreads(page, address), [expected, expected]);
    });

    test("a model that is missing is named, and is read once it is there", async () => {
      const page = await browser.newPage();
      await page.goto(`${server.url}blank.html`);
      server.replaced.set("/pkg/engine/en.model", null);
      const load = (/** @type {string} */ index) =>
        import(index)
          .then((pressmark) => pressmark.createAnnotator())
          .then(
            () => "loaded",
            (error) => `${error.code}: ${error.message}`,
          );
      const index = new URL("/pkg/index.js", server.url).href;
      assert.match(await page.evaluate(load, index), /^load: cannot read .*en\.model \(the server answered 404/);
      server.replaced.delete("/pkg/engine/en.model");
      assert.equal(await page.evaluate(load, index), "loaded");
    });
  });
}

describe("Chromium, an extension's page", () => {
  const folder = mkdtempSync(join(tmpdir(), "pressmark-extension-"));
  /** @type {Browser} */
  let browser;

  before(async () => {
    cpSync(fileURLToPath(new URL("../../pkg", import.meta.url)), join(folder, "pkg"), { recursive: true });
    writeFileSync(join(folder, "blank.html"), BLANK);
    const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'";
    writeFileSync(
      join(folder, "manifest.json"),
      JSON.stringify({
        manifest_version: 3,
        name: "Pressmark's package",
        version: "1",
        content_security_policy: { extension_pages: policy },
      }),
    );
    browser = await puppeteer.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu"],
      enableExtensions: true,
      pipe: true,
    });
  });
  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  test("gets on both threads what Node gets", async () => {
    const id = await browser.installExtension(folder);
    const page = await browser.newPage();
    await page.goto(`chrome-extension://${id}/blank.html`);
    assert.deepEqual(await fromBothThreads(page, `chrome-extension://${id}/pkg/`), [expected, expected]);
  });
});

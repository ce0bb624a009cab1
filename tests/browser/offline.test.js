// The page without its server, and when a new version of it comes: as served by `cargo xtask serve`, and as built.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

import { articleShown, BROWSERS, openTab, paste, shows } from "./harness.js";
import { serveSite } from "./server.js";

/**
 * @import { Browser, Page } from "puppeteer-core"
 * @import { PageServer } from "./server.js"
 */

const ROOT = new URL("../../", import.meta.url);
const TEXT = "Angela Merkel visited Paris on March 3, 2024, and met reporters outside the town hall there.\n";
const COURT = await readFile(new URL("www/examples/court.txt", ROOT), "utf8");

/**
 * Waits until the page says that it is kept on this device.
 * @param {Page} page
 */
async function isKept(page) {
  await page.waitForSelector("#offline:not([hidden])", { timeout: 60_000 });
}

/** The project's own server, as its users start it. */
async function serveTree() {
  const child = spawn("cargo", ["xtask", "serve", "--no-open", "--port", "8117"], {
    cwd: fileURLToPath(ROOT),
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface(child.stdout)) {
    const url = /http:\S+/.exec(line)?.[0];
    if (!url) continue;
    const close = async () => {
      child.kill();
      await once(child, "exit");
    };
    return { url: `${url}www/`, close };
  }
  throw new Error("the server did not start");
}

/** @param {string} text */
function integrityOf(text) {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/**
 * Puts a version on the server in which one example reads otherwise.
 * @param {PageServer} server
 * @param {string} text what it is said to read
 * @param {string} sent what it does read
 */
async function publish(server, text, sent) {
  const worker = await readFile(new URL("dist/site/sw.js", ROOT), "utf8");
  server.replaced.set("/sw.js", worker.replace(integrityOf(COURT), integrityOf(text)));
  server.replaced.set("/examples/court.txt", sent);
}

/**
 * The example as the page has it. An article from before, which survives a reload, is put away first.
 * @param {Page} page
 */
async function readCourt(page) {
  if (!(await page.$eval("#examples", (examples) => examples.checkVisibility()))) await page.click("#new");
  await page.click('[data-file="court.txt"]');
  await articleShown(page);
  return page.$eval("#article", (article) => article.textContent);
}

for (const { name, launch } of BROWSERS) {
  describe(`${name}, offline`, () => {
    /** @type {Browser} */
    let browser;
    /** @type {Page} */
    let page;

    // A browser each: what one version left behind must not help the next.
    beforeEach(async () => {
      browser = await launch();
    });
    afterEach(() => browser.close());

    for (const [what, serve] of /** @type {const} */ ([
      ["as built", serveSite],
      ["as cargo xtask serve serves it", serveTree],
    ])) {
      test(`${what}, the page goes on after its server is gone`, async () => {
        const server = await serve();
        ({ page } = await openTab(browser, server.url));
        await isKept(page);
        await server.close();
        await assert.rejects(fetch(server.url));
        await page.reload();
        await page.waitForSelector("#examples button");
        assert.equal(await readCourt(page), COURT);
        await paste(page, TEXT);
        await articleShown(page, TEXT);
        await page.waitForSelector('#article mark[data-value="2024-03-03"]');
      });
    }

    describe("a new version", () => {
      const NEWS = `${COURT}\nThe court will sit again on March 9, 2026.\n`;
      /** @type {PageServer} */
      let server;

      before(async () => {
        server = await serveSite();
      });
      after(() => server.close());
      beforeEach(async () => {
        server.replaced.clear();
        ({ page } = await openTab(browser, server.url));
        await isKept(page);
      });

      test("is offered, and taken only when the reader says so", async () => {
        await publish(server, NEWS, NEWS);
        await page.reload();
        await shows(page, "#update", "New version ready");
        assert.equal(await readCourt(page), COURT);
        await page.waitForFunction(() => document.getElementById("storage-state")?.textContent?.startsWith("Saved"));
        await Promise.all([page.waitForNavigation(), page.click("#reload")]);
        // A new version takes nothing away from the reader.
        await articleShown(page, COURT);
        assert.equal(await readCourt(page), NEWS);
        assert.equal(await page.$eval("#update", (update) => update.checkVisibility()), false);
      });

      test("that is not what its list says is not taken, and the old one stays whole", async () => {
        await publish(server, NEWS, "something else");
        const end = await page.evaluate(async () => {
          const registration = await navigator.serviceWorker.ready;
          const found = new Promise((resolve) => registration.addEventListener("updatefound", resolve, { once: true }));
          await Promise.all([registration.update().catch(() => null), found]);
          const worker = registration.installing;
          if (!worker) return "gone";
          await new Promise((resolve) => worker.addEventListener("statechange", resolve, { once: true }));
          return worker.state;
        });
        assert.match(end, /^(gone|redundant)$/);
        await page.reload();
        await page.waitForSelector("#examples button");
        assert.equal(await readCourt(page), COURT);
        assert.equal(await page.$eval("#update", (update) => update.checkVisibility()), false);
      });
    });
  });
}

test("Chromium finds nothing that keeps the page from being installed", async () => {
  const [{ launch }] = BROWSERS;
  const [browser, server] = await Promise.all([launch(), serveSite()]);
  const { page } = await openTab(browser, server.url);
  await isKept(page);
  const session = await page.createCDPSession();
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // A window of its own for this test leaves nothing behind, and in such a one nothing is ever installed.
  assert.deepEqual(
    installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"),
    [],
  );
  const { errors, data } = await session.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  assert.match(data ?? "", /"name": "Pressmark"/);
  await Promise.all([browser.close(), server.close()]);
});

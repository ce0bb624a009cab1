// The whole page as one file, opened from disk: in Firefox under its strict rule for such files.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";

import { articleShown, BROWSERS, marks, openTab, paste, shows, TALKS } from "./harness.js";
import { sendEveryWay } from "./sending.js";
import { listenForLeaks, servePage } from "./server.js";

/**
 * @import { Browser, Page } from "puppeteer-core"
 * @import { Tab } from "./harness.js"
 */

const ROOT = new URL("../../", import.meta.url);
const FILE = new URL("dist/pressmark.html", ROOT);

for (const { name, launch } of BROWSERS) {
  describe(`${name}, the single file from disk`, () => {
    /** @type {Browser} */
    let browser;
    /** @type {Awaited<ReturnType<typeof listenForLeaks>>} */
    let elsewhere;
    /** @type {Tab} */
    let tab;
    /** @type {Page} */
    let page;

    before(async () => {
      [browser, elsewhere] = await Promise.all([launch(), listenForLeaks()]);
    });
    after(() => Promise.all([browser.close(), elsewhere.close()]));
    beforeEach(async () => {
      tab = await openTab(browser, FILE.href);
      page = tab.page;
    });
    afterEach(() => page.close());

    test("reads a pasted article exactly as the served page does, and asks for nothing", async () => {
      /** @type {string[]} */
      const asked = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.reload();
      await page.waitForSelector("#examples button");
      await paste(page, TALKS);
      await articleShown(page, TALKS);
      const found = await marks(page);
      assert.deepEqual(
        asked.filter((url) => url !== FILE.href && !/^(data|blob):/.test(url)),
        [],
      );
      assert.deepEqual(tab.errors, []);

      const server = await servePage();
      const served = await openTab(browser, server.url);
      await paste(served.page, TALKS);
      await articleShown(served.page, TALKS);
      assert.deepEqual(found, await marks(served.page));
      await Promise.all([served.page.close(), server.close()]);
    });

    test("has its examples inside", async () => {
      await page.click('[data-file="talks.txt"]');
      await articleShown(page, TALKS);
    });

    test("nothing that a script in it tries reaches anyone", async () => {
      await paste(page, TALKS);
      await articleShown(page, TALKS);
      const refused = await sendEveryWay(page, elsewhere.url);
      assert.deepEqual(elsewhere.heard, []);
      for (const directive of ["connect-src", "img-src", "style-src-elem", "frame-src"])
        assert.ok(refused.includes(directive), `${directive} refused nothing`);
    });

    test("shows the reader its policy, and that it holds", async () => {
      await page.click(".private summary");
      await shows(page, "#policy", "connect-src 'none'");
      await page.$eval("#probe-address", (field) => /** @type {HTMLInputElement} */ (field).select());
      await page.type("#probe-address", `${elsewhere.url}/probe`);
      await page.click("#probe");
      await page.waitForSelector("#probe:not([disabled])");
      await shows(page, "#probe-results", "fetch from a worker refused by the policy");
      assert.equal((await page.$$("#probe-results [data-verdict=refused]")).length, 5);
      assert.deepEqual(elsewhere.heard, []);
    });
  });
}

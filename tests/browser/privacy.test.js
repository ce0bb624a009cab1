// "Stays on this device": what the page's policy keeps it from doing, tried from inside the page.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { articleShown, BROWSERS, openTab, paste, shows } from "./harness.js";
import { sendEveryWay } from "./sending.js";
import { listenForLeaks, servePage } from "./server.js";

/**
 * @import { Browser } from "puppeteer-core"
 * @import { PageServer } from "./server.js"
 */

const TEXT = "Angela Merkel visited Paris on March 3, 2024, and met reporters outside the town hall there.\n";

for (const { name, launch } of BROWSERS) {
  describe(`${name}, privacy`, () => {
    /** @type {Browser} */
    let browser;
    /** @type {PageServer} */
    let server;
    /** @type {Awaited<ReturnType<typeof listenForLeaks>>} */
    let elsewhere;

    before(async () => {
      [browser, server, elsewhere] = await Promise.all([launch(), servePage(), listenForLeaks()]);
    });
    after(() => Promise.all([browser.close(), server.close(), elsewhere.close()]));

    test("nothing that a script in the page tries reaches another server", async () => {
      const { page } = await openTab(browser, server.url);
      await paste(page, TEXT);
      await articleShown(page, TEXT);
      const refused = await sendEveryWay(page, elsewhere.url);
      assert.deepEqual(elsewhere.heard, []);
      for (const directive of ["connect-src", "img-src", "style-src-elem"])
        assert.ok(refused.includes(directive), `${directive} refused nothing`);
      // The listener does hear when somebody speaks: without this, silence would prove nothing.
      await fetch(`${elsewhere.url}/control`);
      assert.deepEqual(elsewhere.heard.splice(0), ["GET /control"]);
      await page.close();
    });

    test("the page shows the reader its policy, and tries for them to send past it", async () => {
      const { page } = await openTab(browser, server.url);
      await page.click(".private summary");
      await shows(page, "#policy", "connect-src 'self'");
      await page.$eval("#probe-address", (field) => /** @type {HTMLInputElement} */ (field).select());
      await paste(page, `${elsewhere.url}/probe`);
      await page.click("#probe");
      await shows(page, "#probe-results", "fetch from a worker refused by the policy");
      assert.equal((await page.$$("#probe-results [data-verdict=refused]")).length, 5);
      assert.deepEqual(elsewhere.heard, []);
      // To its own server it may speak, and says so.
      await page.$eval("#probe-address", (field) => /** @type {HTMLInputElement} */ (field).select());
      await paste(page, server.url);
      await page.click("#probe");
      await shows(page, "#probe-results", "fetch from a worker was sent");
      await page.close();
    });

    test("from start to marks the page asks only its own server, and only for its own parts", async () => {
      const page = await browser.newPage();
      /** @type {string[]} */
      const asked = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.goto(server.url);
      await paste(page, TEXT);
      await articleShown(page, TEXT);
      const { origin } = new URL(server.url);
      const foreign = asked.filter(
        (url) => !url.startsWith("data:") && !/^\/(www|pkg)\//.test(url.replace(origin, "")),
      );
      assert.deepEqual(foreign, []);
      assert.ok(asked.length > 5);
      assert.ok(asked.every((url) => !url.includes("Merkel")));
      await page.close();
    });

    test("the page's meta tag has the server's policy, but for what a meta tag cannot say", async () => {
      const { page } = await openTab(browser, server.url);
      const header = (await fetch(server.url)).headers.get("Content-Security-Policy");
      const meta = await page.$eval("meta[http-equiv]", (tag) => tag.getAttribute("content"));
      assert.equal(meta, header?.replace("frame-ancestors 'none'; ", ""));
      await page.close();
    });

    test("markup and scripts that are not the page's own are refused", async () => {
      const { page } = await openTab(browser, server.url);
      const refused = await page.evaluate(async () => {
        /** @type {Record<string, () => unknown>} */
        const sinks = {
          innerHTML: () => {
            document.body.innerHTML += "<p>hello</p>";
          },
          parse: () => new DOMParser().parseFromString("<p>hello</p>", "text/html"),
          worker: () => new Worker("../pkg/worker.js"),
          // biome-ignore lint/security/noGlobalEval: this is the sink under test
          eval: () => globalThis.eval("1"),
          policy: () => Reflect.get(globalThis, "trustedTypes").createPolicy("other", {}),
        };
        // A driver lets its own script use eval: only a later task is under the page's policy.
        await new Promise((resolve) => setTimeout(resolve));
        return Object.keys(sinks).filter((sink) => {
          try {
            sinks[sink]();
            return false;
          } catch {
            return true;
          }
        });
      });
      assert.deepEqual(refused, ["innerHTML", "parse", "worker", "eval", "policy"]);
      await page.close();
    });
  });
}

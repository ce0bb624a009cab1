// What the reader chooses: kinds, colours, sites, rules, and that everything is forgotten.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { cleanViewOf, HOSTS_WITH_ACCESS, newPage, paint, painted, unpainted } from "./harness.js";
import { PAGES } from "./pages.js";
import { serveArticles } from "./server.js";

/**
 * @import { Page } from "puppeteer-core"
 * @import { Host } from "./harness.js"
 * @import { ArticleServer } from "./server.js"
 */

for (const { name, launch } of HOSTS_WITH_ACCESS) {
  describe(`${name}, options`, () => {
    /** @type {Host} */
    let host;
    /** @type {ArticleServer} */
    let server;
    /** @type {Page} */
    let page;

    before(async () => {
      [host, server] = await Promise.all([launch(), serveArticles({ "/": { body: PAGES[0].html } })]);
      page = await newPage(host.browser, `${server.url}/`);
      await host.annotate(page);
      await painted(page);
    });
    after(() => Promise.all([host.close(), server.close()]));

    /** @param {() => Promise<unknown>} act */
    async function inOptions(act) {
      await host.desk.bringToFront();
      await act();
      await page.bringToFront();
    }

    test("a kind that is switched off goes from every page, and comes back", async () => {
      await inOptions(() => host.desk.click("[data-kind-shown=place]"));
      await page.waitForFunction(() => [...CSS.highlights].some(([one, { size }]) => one.endsWith("-3") && size === 0));
      await painted(page);
      assert.match((await paint(page))["1"], /DanaWhitcombe/);
      await inOptions(() => host.desk.click("[data-kind-shown=place]"));
      await page.waitForFunction(() => [...CSS.highlights].some(([one, { size }]) => one.endsWith("-3") && size > 0));
    });

    test("a colour of the reader's own is painted, and Pressmark's again", async () => {
      const people = () =>
        page.evaluate(() => {
          const found = [...CSS.highlights].find(([one]) => one.endsWith("-1"));
          return found && getComputedStyle(document.body, `::highlight(${found[0]})`).backgroundColor;
        });
      await inOptions(() =>
        host.desk.evaluate(() => {
          const colour = /** @type {HTMLInputElement} */ (document.querySelector("[data-kind-colour=person]"));
          colour.value = "#00ff00";
          colour.dispatchEvent(new Event("change"));
        }),
      );
      await page.waitForFunction(() => {
        const found = [...CSS.highlights].find(([one, { size }]) => one.endsWith("-1") && size > 0);
        return (
          found && getComputedStyle(document.body, `::highlight(${found[0]})`).backgroundColor === "rgb(0, 255, 0)"
        );
      }, {});
      await inOptions(() => host.desk.click("#own-colours"));
      await page.waitForFunction(() => {
        const found = [...CSS.highlights].find(([one, { size }]) => one.endsWith("-1") && size > 0);
        return (
          found && getComputedStyle(document.body, `::highlight(${found[0]})`).backgroundColor === "rgb(220, 191, 140)"
        );
      }, {});
      assert.equal(await people(), "rgb(220, 191, 140)");
    });

    test("a rule of the reader's holds on the next page, and is in the page's form", async () => {
      await inOptions(async () => {
        await host.desk.type("#rules input[type=text]", "Calder Marine");
        await host.desk.select("#rules select", "organization");
        await host.desk.click("#rules button[type=submit]");
        await host.desk.waitForSelector("#rules li");
      });
      const stored = await host.desk.evaluate(async () => (await chrome.storage.local.get("rules")).rules);
      assert.deepEqual(JSON.parse(String(stored)), {
        format: "pressmark-rules/1",
        rules: [{ words: "Calder Marine", kind: "organization" }],
      });
      await page.reload();
      await host.annotate(page);
      await painted(page);
      assert.match((await paint(page))["2"], /CalderMarine/);
    });

    test("the browser's shortcuts are shown", async () => {
      const words = await host.desk.$eval("#shortcuts", (list) => list.textContent);
      assert.match(words ?? "", /Annotate page.*Annotate selection/s);
    });

    test("what is no site is refused by name", async () => {
      await inOptions(async () => {
        await host.desk.type("#site", "no site at all");
        await host.desk.click("#add-site button");
      });
      assert.match(
        (await host.desk.$eval("#site-problem", (note) => note.textContent)) ?? "",
        /“no site at all” is no site/,
      );
    });

    // The browser's own question can't be answered by a driver. The permission that it would give is in this build.
    test("on a site that is always on, an article is annotated as it opens, and on no other", async () => {
      await host.desk.evaluate(async () => {
        const { settings = {} } = await chrome.storage.local.get("settings");
        await chrome.storage.local.set({ settings: { ...Object(settings), sites: ["http://127.0.0.1/*"] } });
      });
      await host.desk.waitForSelector("#sites li");
      await registered(host.desk, 1);
      const opening = await newPage(host.browser, `${server.url}/`);
      await painted(opening);
      await opening.close();
      await host.desk.bringToFront();
      await host.desk.evaluate(async () => {
        const { settings = {} } = await chrome.storage.local.get("settings");
        await chrome.storage.local.set({ settings: { ...Object(settings), sites: [] } });
      });
      await registered(host.desk, 0);
    });

    test("the clean view has the engine, the reader's rules, and keeps no article", async () => {
      const clean = await cleanViewOf(host, "Ada Quill met Calder Marine in Lisbon on May 4, 2025.");
      await clean.waitForFunction(
        () => document.querySelector("#article [data-kind=organization]")?.textContent === "Calder Marine",
      );
      assert.equal(await clean.title(), "A meeting · Pressmark");
      const kept = await clean.evaluate(async () => [
        Object.keys(await chrome.storage.local.get(null)),
        (await indexedDB.databases()).length,
      ]);
      assert.deepEqual(kept, [["rules", "settings"], 0]);
      await clean.close();
    });

    test("everything is forgotten at one click, and nothing stays painted", async () => {
      await inOptions(async () => {
        await host.desk.click("#forget");
        await host.desk.waitForFunction(() => document.getElementById("forgotten")?.textContent !== "");
      });
      await unpainted(page);
      const left = await host.desk.evaluate(async () => ({
        ...(await chrome.storage.local.get(null)),
        ...(await chrome.storage.session.get(null)),
      }));
      assert.deepEqual(
        Object.keys(left).filter((key) => !key.startsWith("tab:")),
        [],
      );
    });
  });
}

/**
 * Waits until the browser puts the content script into pages by itself, or no longer does.
 * @param {Page} desk
 * @param {number} count
 */
function registered(desk, count) {
  return desk.waitForFunction(
    async (wanted) => (await chrome.scripting.getRegisteredContentScripts()).length === wanted,
    {},
    count,
  );
}

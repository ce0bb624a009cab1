// Pages that change under the reader's eyes, and pages that mean harm.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { shows } from "../harness.js";
import { HOSTS, markup, newPage, paint, painted, stateOf } from "./harness.js";
import { PAGES, RESTLESS, SPOILT } from "./pages.js";
import { serveArticles } from "./server.js";
import { LIVE } from "./stories.js";

/**
 * @import { Page } from "puppeteer-core"
 * @import { Host } from "./harness.js"
 * @import { ArticleServer } from "./server.js"
 */

const bodyOf = (/** @type {string} */ name) => ({ body: PAGES.find((page) => page.name.startsWith(name))?.html ?? "" });

for (const { name, launch } of HOSTS) {
  describe(`${name}, live pages`, () => {
    /** @type {Host} */
    let host;
    /** @type {ArticleServer} */
    let server;

    before(async () => {
      const pages = {
        "/rendered": bodyOf("rendered"),
        "/live": bodyOf("live blog"),
        "/restless": { body: RESTLESS },
        "/spoilt": { body: SPOILT },
      };
      [host, server] = await Promise.all([launch(), serveArticles(pages)]);
    });
    after(() => Promise.all([host.close(), server.close()]));

    /** @param {string} path */
    async function annotated(path) {
      const page = await newPage(host.browser, server.url + path);
      await host.annotate(page);
      await painted(page);
      return page;
    }

    test("a script renders the same words anew: the paint moves to the new nodes", async () => {
      const page = await annotated("/rendered");
      const before = await paint(page);
      await page.evaluate("render()");
      await paintedOn(page, "[data-version='2']", "Dana Whitcombe");
      assert.deepEqual(await paint(page), before);
      await page.close();
    });

    test("an article that a script goes on to, without loading a page, is read in place of the first", async () => {
      const page = await annotated("/rendered");
      await page.evaluate((words) => {
        history.pushState(null, "", "/another");
        const [first, ...others] = document.querySelectorAll("main p");
        first.textContent = words.join(" ");
        for (const other of others) other.remove();
      }, LIVE);
      await paintedOn(page, "main", "Amara Diallo");
      const state = await stateOf(host, page);
      assert.equal(state.published, null, "the first article's date is not the second's");
      assert.doesNotMatch(state.text, /Whitcombe/);
      await page.close();
    });

    test("a live blog's new entry is read too", async () => {
      const page = await annotated("/live");
      await page.evaluate(() => {
        const entry = document.createElement("section");
        const paragraph = document.createElement("p");
        paragraph.textContent =
          "The bridge at Norwick is open again, said Judge Miriam Oduya, who had ordered it closed on Sunday evening.";
        entry.append(paragraph);
        document.getElementById("feed")?.prepend(entry);
      });
      await paintedOn(page, "#feed > :first-child", "Miriam Oduya");
      await page.close();
    });

    test("a page that takes the highlights off gets them back, and in the end its way", async () => {
      const page = await annotated("/rendered");
      const panel = await host.panelFor(page);
      await shows(panel, "#title", "Ellery Bridge");
      await page.bringToFront();
      for (let version = 2; version <= 4; version++) {
        await page.evaluate("CSS.highlights.clear(); render()");
        await paintedOn(page, `[data-version='${version}']`, "Dana Whitcombe");
      }
      await page.evaluate(
        "new MutationObserver(() => CSS.highlights.clear()).observe(document, { childList: true, subtree: true })",
      );
      const stop = await page.evaluateHandle(() => {
        const timer = setInterval(() => {
          CSS.highlights.clear();
          document.querySelector("main p")?.append(" again");
        }, 50);
        return timer;
      });
      await shows(panel, "#note", "takes the highlights off");
      await shows(panel, "#rail", "Dana Whitcombe");
      await page.evaluate((timer) => clearInterval(timer), stop);
      // Its text goes on changing and is read again, but nothing is painted any more; and the panel goes on saying why.
      await page.evaluate(() => document.querySelector("main p")?.append(" said Judge Miriam Oduya."));
      await shows(panel, "#rail", "Miriam Oduya");
      await shows(panel, "#note", "takes the highlights off");
      assert.equal(await page.evaluate(() => CSS.highlights.size), 0);
      assert.equal(await panel.$eval("#painted", (box) => /** @type {HTMLInputElement} */ (box).checked), false);
      await page.close();
    });

    test("a page that never rests is left alone, and the panel says so", async () => {
      const page = await annotated("/restless");
      const panel = await host.panelFor(page);
      await shows(panel, "#title", "Ellery Bridge");
      await page.bringToFront();
      await page.evaluate("flood()");
      await shows(panel, "#note", "no longer followed");
      await shows(panel, "#rail", "Dana Whitcombe");
      await page.close();
    });

    test("a page that spoils what scripts rely on is read all the same, and not changed", async () => {
      const page = await newPage(host.browser, `${server.url}/spoilt`);
      const untouched = await markup(page);
      await page.evaluate("setTimeout(spoil)");
      await host.annotate(page);
      // Only plain expressions from here on: the driver's own scripts are spoilt as well.
      const words = String(await page.evaluate("seen()"));
      for (const name of ["Dana Whitcombe", "Calder Marine", "Tomas Reyes"]) assert.ok(words.includes(name), name);
      assert.equal(await page.evaluate("document.documentElement.outerHTML"), untouched);
      await page.close();
    });
  });
}

/**
 * Waits until words are painted in an element.
 * @param {Page} page
 * @param {string} selector
 * @param {string} words
 */
function paintedOn(page, selector, words) {
  return page.waitForFunction(
    (where, what) =>
      [...CSS.highlights.values()].some((highlight) =>
        [...highlight].some((range) => {
          const { startContainer } = /** @type {Range} */ (range);
          return String(range) === what && startContainer.parentElement?.closest(where);
        }),
      ),
    {},
    selector,
    words,
  );
}

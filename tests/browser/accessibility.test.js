// axe-core finds nothing to complain of in any state of the page, in light, dark and forced colours.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";

import { articleShown, BROWSERS, dropFile, dropFiles, openTab, paste, shows, TALKS } from "./harness.js";
import { servePage } from "./server.js";

/**
 * @import { Browser, Page } from "puppeteer-core"
 * @import { Scheme } from "./harness.js"
 * @import { PageServer } from "./server.js"
 */

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * A W3C annotation that calls words a person, wherever in the text they stand.
 * @param {string} words
 */
function annotationOf(words) {
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    type: "Annotation",
    body: { type: "TextualBody", value: "person", purpose: "tagging" },
    target: { selector: { type: "TextQuoteSelector", exact: words } },
  };
}

/**
 * The states that a reader can see, each with how to get there from the one before.
 * @type {Record<string, (page: Page) => Promise<unknown>>}
 */
const STATES = {
  empty: (page) => page.waitForSelector("#examples button"),
  refused: async (page) => {
    await paste(page, " ");
    await shows(page, "#notice", "no text");
  },
  read: async (page) => {
    await paste(page, TALKS);
    await articleShown(page, TALKS);
  },
  "a name’s card": async (page) => {
    await page.click("#article mark[data-kind=person]");
    await page.waitForSelector("#details:popover-open");
  },
  "a date’s card": async (page) => {
    await page.keyboard.press("Escape");
    await page.click("#article mark[data-kind=date]");
  },
  "a quote’s card": async (page) => {
    await page.keyboard.press("Escape");
    await page.click("#article q[data-style=direct]");
  },
  "a kind hidden": async (page) => {
    await page.keyboard.press("Escape");
    await page.click('#legend [data-show="place"]');
  },
  "names filtered": async (page) => {
    await page.click("#tab-names");
    await page.type("#panel-names input", "zzz");
    await shows(page, "#panel-names", "No name matches");
    await page.$eval("#panel-names input", (input) => {
      input.value = "";
      input.dispatchEvent(new Event("input"));
    });
  },
  "read, dates": (page) => page.click("#tab-dates"),
  "read, quotes": (page) => page.click("#tab-quotes"),
  "quotes as a script": (page) => page.click("#panel-quotes .tools button"),
  checking: async (page) => {
    await page.click("#tab-check");
    await page.click("#panel-check summary");
    await page.focus("#panel-check .row");
  },
  "something rejected": async (page) => {
    await page.keyboard.press("x");
    await shows(page, "#deed", "is not marked any more");
  },
  "a rule kept": async (page) => {
    await page.click("#deed ::-p-text(Never mark)");
    await shows(page, "#panel-check .rulebook", "My rules (1)");
  },
  help: async (page) => {
    await page.click("#help-button");
    await shows(page, "#help", "Next mark");
  },
  "words selected": async (page) => {
    await page.click("#help-close");
    await page.focus("#article");
    await page.keyboard.press("v");
    await page.waitForSelector("#marking:popover-open");
  },
  "nothing selected": (page) => page.keyboard.press("Escape"),
  "editing the date": async (page) => {
    await page.focus("#article-date");
    await page.keyboard.type("04152026");
    await shows(page, "#dating", "set by you");
  },
  "a mark in focus": async (page) => {
    await page.click("#tab-names");
    await page.click("#panel-names .row");
  },
  "the export menu": async (page) => {
    await page.click("#export");
    await page.waitForSelector("#export-menu:popover-open");
  },
  "saved work opened, of which some has no place": async (page) => {
    await page.keyboard.press("Escape");
    await dropFile(
      page,
      "work.jsonld",
      JSON.stringify([annotationOf("Katharina Brandl"), annotationOf("Nobody Here")]),
    );
    await shows(page, "#notice", "could not be placed");
  },
  "editing the text": (page) => page.click("#edit"),
  "asking for the date": async (page) => {
    await page.click("#new");
    await page.click('[data-file="court.txt"]');
    await shows(page, "#dating[data-tone=asking]", "Not known");
  },
  "assuming today": async (page) => {
    await page.click('[data-offer="assume"]');
    await shows(page, "#dating[data-tone=assumed]", "assuming today");
  },
  "nothing found": async (page) => {
    await paste(page, "it rained and then it rained some more");
    await shows(page, "#banner", "No names");
  },
  "several files, with hidden marks shown": async (page) => {
    await page.keyboard.press("Escape");
    const text = "Angela Merkel visited Par\u200bis on March 3, 2024, and met reporters there.";
    await dropFiles(page, [
      { name: "one.txt", bytes: text },
      { name: "two.txt", bytes: TALKS },
    ]);
    await articleShown(page, text);
    await page.click("#invisible button");
  },
  "what stays on this device, and a try to send": async (page) => {
    await page.click(".private summary");
    await page.$eval("#probe-address", (address) => {
      /** @type {HTMLInputElement} */ (address).value = "http://127.0.0.1:9/";
    });
    await page.click("#probe");
    await shows(page, "#probe-results", "fetch from a worker refused");
  },
  "recent articles": async (page) => {
    await page.click("#keep-recent");
    await page.keyboard.press("Escape");
    await page.click("#files button ::-p-text(Next)");
    await articleShown(page, TALKS);
    await page.click("#new");
    await page.waitForSelector("#recent li");
  },
  "a long text on its way": async (page) => {
    // Few paragraphs and no marks: axe looks at each element.
    const paragraph = "It rained, and then it rained some more. ".repeat(400);
    await paste(page, `${paragraph}\n`.repeat(500));
    await shows(page, "#busy", "of 8.2 MB");
    await page.waitForSelector("#stop", { visible: true });
  },
};

/** What lies under the page in each scheme. @type {Readonly<Record<Scheme, string>>} */
const GROUNDS = { light: "rgb(246, 245, 242)", dark: "rgb(15, 17, 20)", forced: "rgb(255, 255, 255)" };

/**
 * What axe has to complain of, in a line each.
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
async function complaints(page) {
  return page.evaluate(async () => {
    const { violations } = await Reflect.get(globalThis, "axe").run();
    return violations.map(
      (/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ node) => node.html).join(" | ")}`,
    );
  });
}

for (const { name, launch } of BROWSERS) {
  for (const scheme of /** @type {Scheme[]} */ (Object.keys(GROUNDS))) {
    describe(`${name}, ${scheme}`, () => {
      /** @type {Browser} */
      let browser;
      /** @type {PageServer} */
      let server;

      before(async () => {
        [browser, server] = await Promise.all([launch(scheme), servePage()]);
      });
      after(() => Promise.all([browser.close(), server.close()]));

      test("every state is accessible", async (context) => {
        const { page } = await openTab(browser, server.url);
        await page.evaluate(AXE);
        for (const [state, reach] of Object.entries(STATES)) {
          await context.test(state, async () => {
            await reach(page);
            assert.deepEqual(await complaints(page), []);
          });
        }
        await page.close();
      });

      test("the error state is accessible", async () => {
        server.replaced.set("/pkg/engine/en.model", null);
        const { page } = await openTab(browser, server.url);
        await shows(page, "#problem", "Retry");
        await page.evaluate(AXE);
        assert.deepEqual(await complaints(page), []);
        server.replaced.clear();
        await page.close();
      });

      test("the page follows the system's colours", async () => {
        const { page } = await openTab(browser, server.url);
        const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
        assert.equal(ground, GROUNDS[scheme]);
        await page.close();
      });
    });
  }
}

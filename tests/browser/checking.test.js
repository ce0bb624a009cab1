// Checking and correcting, as a reader does in both browsers: by keys, by the card, by selecting; and taken back.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";

import { articleShown, BROWSERS, focused, marks, openTab, paste, shows } from "./harness.js";
import { servePage } from "./server.js";

/**
 * @import { Browser, Page } from "puppeteer-core"
 * @import { Tab } from "./harness.js"
 * @import { PageServer } from "./server.js"
 */

const TALKS = await readFile(new URL("../../www/examples/talks.txt", import.meta.url), "utf8");

/**
 * Waits until these are the kinds of the highlights with these words, in order of the text.
 * @param {Page} page
 * @param {string} words
 * @param {string[]} kinds
 */
async function markedAs(page, words, kinds) {
  const same = (/** @type {string} */ what, /** @type {string} */ expected) =>
    [...document.querySelectorAll("#article [data-a]")]
      .filter(({ textContent }) => textContent === what)
      .map((mark) => mark.getAttribute("data-kind"))
      .join() === expected;
  await page.waitForFunction(same, {}, words, kinds.join());
}

/**
 * Gives the focus to the first highlight with these words.
 * @param {Page} page
 * @param {string} words
 */
async function focusMark(page, words) {
  const mark = await page.$$("#article mark");
  for (const one of mark) if ((await one.evaluate(({ textContent }) => textContent)) === words) return one.focus();
  assert.fail(`“${words}” is not marked`);
}

/**
 * @param {Page} page
 * @param {string} key
 * @param {"Control" | "Shift"} modifier
 */
async function pressWith(page, key, modifier) {
  await page.keyboard.down(modifier);
  await page.keyboard.press(/** @type {any} */ (key));
  await page.keyboard.up(modifier);
}

/**
 * Writes into a field of the card and leaves it by Enter.
 * @param {Page} page
 * @param {string} field
 * @param {string} words
 */
async function fillIn(page, field, words) {
  await page.click(`#details [data-field="${field}"]`, { count: 3 });
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
}

for (const { name, launch } of BROWSERS) {
  describe(`${name}, checking`, () => {
    /** @type {Browser} */
    let browser;
    /** @type {PageServer} */
    let server;
    /** @type {Tab} */
    let tab;
    /** @type {Page} */
    let page;

    before(async () => {
      [browser, server] = await Promise.all([launch(), servePage()]);
    });
    after(() => Promise.all([browser.close(), server.close()]));
    beforeEach(async () => {
      tab = await openTab(browser, server.url);
      page = tab.page;
      await paste(page, TALKS);
      await articleShown(page, TALKS);
      await page.waitForSelector("#panel-names .row");
    });
    afterEach(async () => {
      assert.deepEqual(tab.errors, []);
      assert.equal(await page.$eval("#article", ({ textContent }) => textContent), TALKS, "the text is what it was");
      await page.close();
    });

    test("the check list begins with the least sure; a accepts, x rejects, and each goes on to the next", async () => {
      await page.focus("#article");
      await page.keyboard.press("g");
      await page.keyboard.press("c");
      await shows(page, "#panel-check .progress", "0 of 74 checked");
      assert.match((await focused(page)).words, /a guess.*Danube/);
      await page.keyboard.press("a");
      await shows(page, "#panel-check .progress", "1 of 74 checked");
      assert.match((await focused(page)).words, /a guess.*Danube/);
      await page.keyboard.press("a");
      assert.match((await focused(page)).words, /Hofburg/);
      await page.keyboard.press("x");
      await shows(page, "#panel-check .progress", "3 of 74 checked");
      await markedAs(page, "Hofburg", []);
      await pressWith(page, "z", "Control");
      await markedAs(page, "Hofburg", ["place"]);
      await page.click("#panel-check .tools button");
      await shows(page, "#panel-check .progress", "41 of 74 checked");
    });

    test("x takes away all mentions; only here, in all places and Undo are offered", async () => {
      await focusMark(page, "Danube");
      await page.keyboard.press("x");
      await markedAs(page, "Danube", []);
      await shows(page, "#deed", "In all 2 places");
      await page.click("#deed ::-p-text(Only here)");
      await markedAs(page, "Danube", ["place"]);
      await page.click("#deed ::-p-text(Undo)");
      await markedAs(page, "Danube", ["place", "place"]);
    });

    test("the focus goes to the next mark when its own is taken away", async () => {
      await focusMark(page, "Hofburg");
      await page.keyboard.press("x");
      await markedAs(page, "Hofburg", []);
      assert.equal((await focused(page)).words, "this summer");
    });

    test("digits set the kind; undo and redo go back and forth without end", async () => {
      await focusMark(page, "Romania");
      await page.keyboard.press("2");
      await markedAs(page, "Romania", ["organization", "organization"]);
      assert.equal((await focused(page)).words, "Romania");
      await page.keyboard.press("7");
      await markedAs(page, "Romania", ["product", "product"]);
      await pressWith(page, "z", "Control");
      await pressWith(page, "z", "Control");
      await markedAs(page, "Romania", ["place", "place"]);
      await page.keyboard.down("Shift");
      await pressWith(page, "Z", "Control");
      await pressWith(page, "Z", "Control");
      await page.keyboard.up("Shift");
      await markedAs(page, "Romania", ["product", "product"]);
    });

    test("e and the arrows move the ends; Escape leaves them as they were", async () => {
      await focusMark(page, "Katharina Brandl");
      await page.keyboard.press("e");
      await pressWith(page, "ArrowLeft", "Shift");
      await markedAs(page, "Minister Katharina Brandl", ["person"]);
      await pressWith(page, "ArrowLeft", "Shift");
      await markedAs(page, "Foreign Minister Katharina Brandl", ["person"]);
      await page.keyboard.press("Escape");
      await markedAs(page, "Katharina Brandl", ["person"]);
      await page.keyboard.press("e");
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("Enter");
      await markedAs(page, "Katharina", ["person"]);
      assert.equal((await focused(page)).words, "Katharina");
    });

    test("selected words are marked by mouse and by keys", async () => {
      await page.$eval("#article .block:nth-of-type(2)", (block) => {
        const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        for (let node = texts.nextNode(); node; node = texts.nextNode()) {
          const at = node.textContent?.indexOf("gauge") ?? -1;
          if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + 5);
        }
        block.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
      });
      await page.waitForSelector("#marking:popover-open");
      await page.click('#marking [data-kind="product"]');
      await markedAs(page, "gauge", ["product"]);
      await focusMark(page, "Hofburg");
      await page.keyboard.press("v");
      await page.keyboard.press("ArrowLeft");
      await shows(page, "#announcer", "the");
      await pressWith(page, "ArrowRight", "Shift");
      await page.keyboard.press("6");
      await markedAs(page, "the Hofburg", ["work"]);
    });

    test("two names are one and are split again, in the card", async () => {
      await focusMark(page, "Gábor Szalai");
      await page.keyboard.press("=");
      await page.keyboard.type("Katharina Brandl");
      await page.keyboard.press("Enter");
      await shows(page, '#panel-names [data-entity="8"]', "also Gábor Szalai");
      await page.keyboard.press("Enter");
      await shows(page, "#details", "Mention 3 of 4");
      await page.click("#details ::-p-text(split off)");
      await shows(page, "#panel-names", "Gábor Szalai");
      await page.keyboard.press("Enter");
      await shows(page, "#details", "Mention 1 of 1");
    });

    test("a quote gets its speaker, from the article or another", async () => {
      const quote = "a first joint exercise is planned for ";
      const speaker = async (/** @type {string} */ who) => {
        await page.waitForFunction(
          (name, start) =>
            [...document.querySelectorAll("#article q")].some(
              (q) => q.textContent?.startsWith(start) && q.getAttribute("data-speaker") === name,
            ),
          {},
          who,
          quote,
        );
      };
      const element = await page.$(`#article q ::-p-text(${quote.trim()})`);
      await element?.evaluate((q) => /** @type {HTMLElement} */ (q.closest("q")).focus());
      await page.keyboard.press("s");
      await page.keyboard.type("Petra Lindner");
      await page.keyboard.press("Enter");
      await speaker("Petra Lindner");
      await page.keyboard.press("s");
      await page.keyboard.type("Jane Doe");
      await page.keyboard.press("Enter");
      await speaker("Jane Doe");
      await page.click("#tab-quotes");
      await shows(page, "#panel-quotes", "Jane Doe");
    });

    test("a date gets a value in the card; one that is none is refused in words", async () => {
      await focusMark(page, "Tuesday");
      await page.keyboard.press("Enter");
      await fillIn(page, "value", "soon");
      assert.match(
        await page.$eval(
          '#details [data-field="value"]',
          (field) => /** @type {HTMLInputElement} */ (field).validationMessage,
        ),
        /2026-03-12/,
      );
      await fillIn(page, "value", "2026-03-10");
      await page.waitForSelector('#article mark[data-value="2026-03-10"]');
    });

    test("edits outlast another article date, and setting that is undone as well", async () => {
      await focusMark(page, "Hofburg");
      await page.keyboard.press("2");
      await markedAs(page, "Hofburg", ["organization"]);
      await page.focus("#article-date");
      await page.keyboard.type("04152026");
      await page.waitForSelector('#article mark[data-value="2026-04-14"]');
      await markedAs(page, "Hofburg", ["organization"]);
      await page.focus("#article");
      await pressWith(page, "z", "Control");
      await page.waitForSelector('#article mark[data-value="2026-03-17"]:nth-of-type(n+5)');
      await shows(page, "#dating", "from the text");
    });

    test("a rule holds for the next article; rules are removed, saved and read from a file", async () => {
      await focusMark(page, "Danube");
      await page.keyboard.press("2");
      await page.click("#deed ::-p-text(Always)");
      const next = "Danube shares fell on Monday.";
      await paste(page, next);
      await articleShown(page, next);
      await markedAs(page, "Danube", ["organization"]);
      await page.click("#tab-check");
      await page.click("#panel-check summary");
      await page.click("#panel-check .rulebook li button");
      await shows(page, "#panel-check .rulebook", "My rules (0)");
      const folder = await mkdtemp(join(tmpdir(), "pressmark-rules-"));
      const file = join(folder, "mine.json");
      const input = /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (
        await page.$("#panel-check input[type=file]")
      );
      await writeFile(file, "[1, 2]");
      await input.uploadFile(file);
      await shows(page, "#notice", "“mine.json” could not be taken in: it is not a file of rules");
      await writeFile(file, '{"format":"pressmark-rules/1","rules":[{"words":"Danube","kind":"product"}]}');
      await input.uploadFile(file);
      await markedAs(page, "Danube", ["product"]);
      await rm(folder, { recursive: true });
      await paste(page, TALKS);
      await articleShown(page, TALKS);
      assert.equal((await marks(page)).find(({ words }) => words === "Danube")?.kind, "product");
    });

    test("what an edited text no longer says is listed", async () => {
      await focusMark(page, "Hofburg");
      await page.keyboard.press("2");
      await page.click("#edit");
      await page.$eval("#editor", (element) => {
        const editor = /** @type {HTMLTextAreaElement} */ (element);
        editor.value = editor.value.replace("the Hofburg", "the palace");
        editor.dispatchEvent(new InputEvent("input", { bubbles: true }));
      });
      await page.waitForFunction(() => document.getElementById("article")?.textContent.includes("the palace"));
      await page.click("#tab-check");
      await shows(page, "#panel-check .lost", "“Hofburg” (organization)");
      await page.click("#finish");
      await paste(page, TALKS);
      await articleShown(page, TALKS);
    });
  });
}

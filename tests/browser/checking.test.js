// Checking and correcting, as a reader does in both browsers: by keys, by the card, by selecting; and taken back.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { articleShown, focused, inBrowsers, marks, paste, readTalks, shows, TALKS } from "./harness.js";

/**
 * @import { Page } from "puppeteer-core"
 * @import { Visit } from "./harness.js"
 */

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
  const isThere = await page.$$eval(
    "#article mark",
    (marks, wanted) => {
      const mark = marks.find(({ textContent }) => textContent === wanted);
      if (mark instanceof HTMLElement) mark.focus();
      return mark !== undefined;
    },
    words,
  );
  assert.ok(isThere, `“${words}” is not marked`);
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

/**
 * Whatever was done, nothing went wrong and the text is what it was.
 * @param {Visit} visit
 */
async function unharmed({ page, errors }) {
  assert.deepEqual(errors, []);
  assert.equal(await page.$eval("#article", ({ textContent }) => textContent), TALKS, "the text is what it was");
}

inBrowsers(
  "checking",
  (test) => {
    test("the check list begins with the least sure; a accepts, x rejects, and each goes on to the next", async ({
      page,
    }) => {
      await page.focus("#article");
      await page.keyboard.press("g");
      await page.keyboard.press("c");
      const checked = () =>
        page.$eval("#panel-check .progress", ({ textContent }) => textContent.split(" of ").map(parseFloat));
      const certainties = await page.$$eval("#panel-check .row", (rows) =>
        rows.map(({ textContent }) =>
          ["a guess", "likely", "sure"].findIndex((word) => textContent.includes(` ${word}: `)),
        ),
      );
      assert.deepEqual(certainties, certainties.toSorted());
      const [, all] = await checked();
      const first = await focused(page);
      await page.keyboard.press("a");
      await shows(page, "#panel-check .progress", `1 of ${all} checked`);
      const second = await focused(page);
      assert.notEqual(second.words, first.words);
      await page.keyboard.press("x");
      await page.waitForFunction(() => document.querySelector("#deed")?.textContent.includes("not marked"));
      assert.ok((await checked())[0] >= 2);
      assert.notEqual((await focused(page)).words, second.words);
      await pressWith(page, "z", "Control");
      await shows(page, "#panel-check .progress", `1 of ${all} checked`);
      await shows(page, "#panel-check", second.words);
      const sure = await page.$eval("#panel-check .tools button", ({ textContent }) =>
        parseInt(textContent.replace(/\D/g, ""), 10),
      );
      await page.click("#panel-check .tools button");
      await shows(page, "#panel-check .progress", `${1 + sure} of ${all} checked`);
      assert.equal((await focused(page)).words, "Undo", "the focus passes on from a button that has done its work");
    });

    test("x takes away all mentions; only here, in all places and Undo are offered", async ({ page }) => {
      await focusMark(page, "Romania");
      await page.keyboard.press("x");
      await markedAs(page, "Romania", []);
      await shows(page, "#deed", "In all 2 places");
      await page.click("#deed ::-p-text(Only here)");
      await markedAs(page, "Romania", ["place"]);
      await page.click("#deed ::-p-text(Undo)");
      await markedAs(page, "Romania", ["place", "place"]);
    });

    test("the focus goes to the next mark when its own is taken away", async ({ page }) => {
      await focusMark(page, "Budapest");
      await page.keyboard.press("x");
      await markedAs(page, "Budapest", []);
      assert.equal((await focused(page)).words, "September 9");
    });

    test("digits set the kind; undo and redo go back and forth without end", async ({ page }) => {
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

    test("e and the arrows move the ends; Escape leaves them as they were", async ({ page }) => {
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
      await focusMark(page, "Romania");
      await page.keyboard.press("e");
      await pressWith(page, "ArrowLeft", "Shift");
      await page.keyboard.press("Enter");
      await markedAs(page, "and Romania", ["place"]);
      await shows(page, "#deed", "“Romania” is now “and Romania”. Only here.");
    });

    test("selected words are marked by mouse and by keys", async ({ page }) => {
      const { left, right, y } = await page.$eval("#article p", (paragraph) => {
        const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
        let node = texts.nextNode();
        while (node && !node.textContent?.includes("gauge")) node = texts.nextNode();
        const range = document.createRange();
        const at = node?.textContent?.indexOf("gauge") ?? 0;
        range.setStart(/** @type {Node} */ (node), at);
        range.setEnd(/** @type {Node} */ (node), at + "gauge".length);
        const rect = range.getBoundingClientRect();
        return { left: rect.left + 1, right: rect.right - 1, y: rect.top + rect.height / 2 };
      });
      await page.mouse.move(left, y);
      await page.mouse.down();
      await page.mouse.move(right, y, { steps: 4 });
      await page.mouse.up();
      await page.waitForSelector("#marking:popover-open");
      await page.click('#marking [data-kind="product"]');
      await markedAs(page, "gauge", ["product"]);
      await focusMark(page, "Budapest");
      await page.keyboard.press("v");
      await page.keyboard.press("ArrowLeft");
      await shows(page, "#announcer", "Selected: in");
      await pressWith(page, "ArrowRight", "Shift");
      await page.keyboard.press("6");
      await markedAs(page, "in Budapest", ["work"]);
    });

    test("two names are one and are split again, in the card", async ({ page }) => {
      await focusMark(page, "Gábor Szalai");
      await page.keyboard.press("=");
      await page.keyboard.type("Katharina Brandl");
      await page.keyboard.press("Enter");
      await shows(page, "#panel-names", "also Gábor Szalai");
      await page.keyboard.press("Enter");
      await shows(page, "#details", "Mention 3 of 4");
      await page.click("#details ::-p-text(split off)");
      await shows(page, "#panel-names", "Gábor Szalai");
      await page.keyboard.press("Enter");
      await shows(page, "#details", "Mention 1 of 1");
    });

    test("a quote gets its speaker, from the article or another", async ({ page }) => {
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
      await element?.evaluate(() => document.querySelector('#article q[data-speaker="Jane Doe"]')?.scrollIntoView());
      await page.click('#article q[data-speaker="Jane Doe"]', { offset: { x: 4, y: 8 } });
      await page.click("#details ::-p-text(No speaker)");
      await shows(page, "#panel-quotes section:first-child", "No speaker found");
    });

    test("a date gets a value in the card; one that is none is refused in words", async ({ page }) => {
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

    test("edits outlast another article date, and setting that is undone as well", async ({ page }) => {
      await focusMark(page, "Budapest");
      await page.keyboard.press("2");
      await markedAs(page, "Budapest", ["organization"]);
      await page.focus("#article-date");
      await page.keyboard.type("04152026");
      await page.waitForSelector('#article mark[data-value="2026-04-14"]');
      await markedAs(page, "Budapest", ["organization"]);
      await page.focus("#article");
      await pressWith(page, "z", "Control");
      await shows(page, "#dating", "from the text");
      await page.waitForFunction(
        () => document.querySelectorAll('#article mark[data-value="2026-03-17"]').length === 2,
      );
    });

    test("a rule holds for the next article; rules are removed, saved and read from a file", async ({ page }) => {
      await focusMark(page, "Romania");
      await page.keyboard.press("2");
      await page.click("#deed ::-p-text(Always)");
      const next = "Romania shares fell on Monday.";
      await paste(page, next);
      await articleShown(page, next);
      await markedAs(page, "Romania", ["organization"]);
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
      await writeFile(file, '{"format":"pressmark-rules/1","rules":[{"words":"Romania","kind":"product"}]}');
      await input.uploadFile(file);
      await markedAs(page, "Romania", ["product"]);
      await rm(folder, { recursive: true });
      await paste(page, TALKS);
      await articleShown(page, TALKS);
      assert.equal((await marks(page)).find(({ words }) => words === "Romania")?.kind, "product");
    });

    test("what an edited text no longer says is listed", async ({ page }) => {
      await focusMark(page, "Budapest");
      await page.keyboard.press("2");
      await page.click("#edit");
      await page.$eval("#editor", (element) => {
        const editor = /** @type {HTMLTextAreaElement} */ (element);
        editor.value = editor.value.replace("in Budapest", "in the capital");
        editor.dispatchEvent(new InputEvent("input", { bubbles: true }));
      });
      await page.waitForFunction(() => document.getElementById("article")?.textContent.includes("in the capital"));
      await page.click("#tab-check");
      await shows(page, "#panel-check .lost", "“Budapest” (place)");
      await page.click("#finish");
      await paste(page, TALKS);
      await articleShown(page, TALKS);
    });
  },
  { arrive: readTalks, leave: unharmed },
);

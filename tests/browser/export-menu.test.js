// Taking results away and bringing them back, as a reader does: the Export menu, the files it saves, the clipboard, paper.

import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, watch } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";

import { articleShown, BROWSERS, dropFile, dropFiles, marks, openTab, paste, shows, TALKS } from "./harness.js";
import { servePage } from "./server.js";

/**
 * @import { Browser, Page } from "puppeteer-core"
 * @import { Tab } from "./harness.js"
 * @import { PageServer } from "./server.js"
 */

const HEADLINE = TALKS.split("\n")[0];
const ATTACK =
  "=cmd() \u202E<script>: a/b\\c\n\n“<img src=x onerror=alert(1)> ]]> -->,” said Ann __proto__ Lee on Monday, March 16, 2026. “+1,” Ann Lee said.\n";

for (const { name, launch } of BROWSERS) {
  describe(`${name}, exports`, () => {
    const folder = mkdtempSync(join(tmpdir(), "pressmark-saved-"));
    /** @type {Browser} */
    let browser;
    /** @type {PageServer} */
    let server;
    /** @type {Tab} */
    let tab;
    /** @type {Page} */
    let page;

    before(async () => {
      [browser, server] = await Promise.all([launch("light", folder), servePage()]);
    });
    after(async () => {
      await Promise.all([browser.close(), server.close()]);
      rmSync(folder, { recursive: true });
    });
    beforeEach(async () => {
      for (const file of readdirSync(folder)) rmSync(join(folder, file));
      server.replaced.clear();
      tab = await openTab(browser, server.url, undefined, folder);
      page = tab.page;
    });
    afterEach(() => page.close());

    /** @param {string} text */
    async function open(text) {
      await paste(page, text);
      await articleShown(page, text);
    }

    /**
     * Chooses from the menu by its words.
     * @param {string} list `copy` or `save`
     * @param {string} words
     */
    async function choose(list, words) {
      await page.click("#export");
      await page.waitForSelector("#export-menu:popover-open");
      const items = await page.$$(`#export-${list} button`);
      for (const item of items) {
        if ((await item.evaluate(({ firstChild }) => firstChild?.textContent)) === words) return item.click();
      }
      assert.fail(`the menu has no ${words}`);
    }

    /** The file of this ending that was saved, once it is whole. @param {string} ending */
    async function saved(ending) {
      // Firefox writes under eight odd letters first.
      const isWhole = (/** @type {string} */ file) =>
        !/^[\w+-]{8}\./.test(file) && (statSync(join(folder, file), { throwIfNoEntry: false })?.size ?? 0) > 0;
      const done = () => readdirSync(folder).find((file) => file.endsWith(ending) && isWhole(file));
      await new Promise((resolve, reject) => {
        const limit = setTimeout(
          () => end(() => reject(new Error(`no ${ending} among ${readdirSync(folder)}`))),
          20_000,
        );
        const watcher = watch(folder, () => done() && end(() => resolve(null)));
        const end = (/** @type {() => void} */ settle) => {
          clearTimeout(limit);
          watcher.close();
          settle();
        };
        if (done()) end(() => resolve(null));
      });
      const file = /** @type {string} */ (done());
      return { name: file, content: readFileSync(join(folder, file), "utf8") };
    }

    /** What is on the clipboard, as another page gets it. */
    async function clipboard() {
      const other = await browser.newPage();
      await other.evaluate(() => {
        document.body.contentEditable = "true";
        document.body.focus();
        document.addEventListener("paste", ({ clipboardData }) => {
          const kinds = ["text/plain", "text/html"].map((kind) => clipboardData?.getData(kind) ?? "");
          document.body.dataset.pasted = JSON.stringify(kinds);
        });
      });
      await other.keyboard.down("Control");
      await other.keyboard.press("v");
      await other.keyboard.up("Control");
      const pasted = await other.waitForSelector("[data-pasted]");
      const [plain, html] = JSON.parse((await pasted?.evaluate((body) => body.getAttribute("data-pasted"))) ?? "[]");
      await other.close();
      await page.bringToFront();
      return { plain, html };
    }

    test("there is nothing to export until something was read", async () => {
      assert.equal(await page.$eval("#export", (button) => /** @type {HTMLElement} */ (button).hidden), true);
      await open(TALKS);
      assert.equal(await page.$eval("#export", (button) => /** @type {HTMLElement} */ (button).hidden), false);
    });

    test("the menu works by keyboard and gives the focus back", async () => {
      await open(TALKS);
      await page.focus("#export");
      await page.keyboard.press("Enter");
      await page.waitForSelector("#export-menu:popover-open");
      await page.waitForFunction(() => document.activeElement?.textContent === "Notes");
      assert.equal(await page.$eval("#export", (button) => button.getAttribute("aria-expanded")), "true");
      await page.keyboard.press("Escape");
      await page.waitForSelector("#export-menu:not(:popover-open)");
      assert.equal(await page.evaluate(() => document.activeElement?.id), "export");
    });

    test("every file is saved under the headline's name", async () => {
      await open(TALKS);
      /** @type {[words: string, ending: string, content: RegExp][]} */
      const files = [
        ["Pressmark file", ".json", /"schema": "pressmark\/1"/],
        ["Annotated page", ".html", /^<!doctype html>/],
        ["Notes", ".md", /^# .*\n/],
        ["Names", "-names.csv", /^\ufeffname,kind,/],
        ["Mentions", "-mentions.csv", /^\ufeffstart,end,words,/],
        ["Dates", "-dates.csv", /,2026-03-17,/],
        ["Quotes", "-quotes.csv", /Katharina Brandl/],
        ["Calendar", ".ics", /^BEGIN:VCALENDAR\r\n/],
        ["CoNLL", ".conll", /^# global.columns/],
      ];
      for (const [words, ending, content] of files) {
        await choose("save", words);
        const file = await saved(ending);
        assert.equal(file.name, `${HEADLINE.slice(0, 60).trim()}${ending}`);
        assert.match(file.content, content, words);
        rmSync(join(folder, file.name));
      }
      await choose("save", "Web Annotations");
      assert.match((await saved(".jsonld")).content, /anno\.jsonld/);
      assert.deepEqual(tab.errors, []);
    });

    test("brat's two files are saved together", async () => {
      await open(TALKS);
      await choose("save", "brat");
      assert.match((await saved(".ann")).content, /^T1\t/);
      assert.equal((await saved(".txt")).content, TALKS);
      assert.deepEqual(tab.errors, []);
    });

    test("the article's text goes along where the reader wants it", async () => {
      await open(TALKS);
      await choose("save", "Annotated page");
      const whole = (await saved(".html")).content;
      assert.ok(whole.includes('<article id="article">'));
      rmSync(join(folder, readdirSync(folder)[0]));
      await page.click("#export");
      await page.select("#export-text", "none");
      await page.keyboard.press("Escape");
      await choose("save", "Annotated page");
      assert.ok(!(await saved(".html")).content.includes('<article id="article">'));
    });

    test("what is copied is there as plain and as rich text", async () => {
      await open(TALKS);
      await choose("copy", "Notes");
      await page.waitForFunction(() => document.getElementById("announcer")?.textContent === "Copied.");
      const notes = await clipboard();
      assert.match(notes.plain, /^# .*\n\nFound by Pressmark/);
      assert.match(notes.html, /<h2>Names<\/h2>/);
      await choose("copy", "Quotes with speakers");
      await page.waitForFunction(() => document.getElementById("announcer")?.textContent === "Copied.");
      assert.match((await clipboard()).plain, /Katharina Brandl: “Water does not stop/);
    });

    test("hostile words stay words, in files and in their names", async () => {
      await open(ATTACK);
      await choose("save", "Annotated page");
      const html = await saved(".html");
      assert.match(html.name, /^=cmd\(\) script abc\.html$/);
      assert.ok(!html.content.includes("<img"));
      await choose("save", "Quotes");
      const table = (await saved("-quotes.csv")).content;
      assert.match(table, /"'\+1,"/);
      await choose("save", "Calendar");
      assert.doesNotMatch((await saved(".ics")).content, /\u202E/);
      assert.deepEqual(tab.errors, []);
    });

    test("a saved file opens again with the reader's work, and that survives a reload", async () => {
      await open(TALKS);
      // The reader says that a name is none, by its key.
      const first = "#article mark[data-kind=organization]";
      const id = await page.$eval(first, (mark) => mark.getAttribute("data-a"));
      await page.focus(first);
      await page.keyboard.press("x");
      await page.waitForFunction((gone) => !document.querySelector(`#article [data-a="${gone}"]`), {}, id);
      const corrected = await marks(page);
      await choose("save", "Pressmark file");
      const { name: file, content } = await saved(".json");
      await page.click("#deed ::-p-text(Undo)");
      await page.waitForSelector(`#article [data-a="${id}"]`);
      await dropFile(page, file, Buffer.from(content));
      await shows(page, "#notice", "annotations opened.");
      const words = (/** @type {any[]} */ found) =>
        found.map(({ words: said, kind, value, speaker }) => [said, kind, value, speaker]);
      await articleShown(page, TALKS);
      assert.deepEqual(words(await marks(page)), words(corrected));
      await page.waitForFunction(() => document.getElementById("storage-state")?.textContent?.startsWith("Saved"));
      await page.reload();
      await articleShown(page, TALKS);
      assert.deepEqual(words(await marks(page)), words(corrected));
      assert.deepEqual(tab.errors, []);
    });

    test("annotations of brat open with their text, those of another article not", async () => {
      await open(TALKS);
      await choose("save", "brat");
      const [ann, txt] = [await saved(".ann"), await saved(".txt")];
      await page.click("#new");
      await dropFile(page, ann.name, Buffer.from(ann.content));
      await shows(page, "#notice", "open the article first");
      await dropFiles(page, [
        { name: ann.name, bytes: Buffer.from(ann.content) },
        { name: txt.name, bytes: Buffer.from(txt.content) },
      ]);
      await articleShown(page, TALKS);
      await shows(page, "#notice", "annotations opened.");
      await open("Quite another article, by Ann Lee of Lisbon.");
      await dropFile(page, ann.name, Buffer.from(ann.content));
      await shows(page, "#notice", "none of these annotations is of this text");
      await articleShown(page, "Quite another article, by Ann Lee of Lisbon.");
    });

    test("annotations that cannot be placed are counted", async () => {
      await open(TALKS);
      await choose("save", "Web Annotations");
      const { name: file, content } = await saved(".jsonld");
      const changed = `Updated.\n\n${TALKS.replaceAll("Petra Lindner", "Somebody")}`;
      await open(changed);
      await dropFile(page, file, Buffer.from(content));
      await shows(page, "#notice", "could not be placed");
      await shows(page, "#notice", "found elsewhere in the text");
      const found = await marks(page);
      assert.ok(found.some(({ words }) => words.includes("Brandl")));
    });

    test("a file that is damaged, hostile or too large is refused, and the article kept", async () => {
      await open(TALKS);
      /** @type {[content: string, words: string][]} */
      const files = [
        ["{", "not whole JSON"],
        ['{"schema":"pressmark/1"}', "damaged"],
        ['{"__proto__":{"a":1}}', "neither a result of Pressmark nor"],
        ["null", "no file that Pressmark can open"],
      ];
      for (const [content, words] of files) {
        await dropFile(page, "saved.json", Buffer.from(content));
        await shows(page, "#notice", words);
        await articleShown(page, TALKS);
      }
      assert.deepEqual(tab.errors, []);
    });

    test("if the exchange cannot be loaded the reader is told, and may try again", async () => {
      await open(TALKS);
      server.replaced.set("/pkg/engine/exchange_bg.wasm", null);
      await choose("save", "Notes");
      await shows(page, "#notice", "could not be exported");
      server.replaced.clear();
      await choose("save", "Notes");
      assert.match((await saved(".md")).content, /^# /);
    });

    test("on paper the article is followed by legend, people, timeline and quotes by speaker", async () => {
      await open(TALKS);
      const paper = await page.pdf({ format: "a4" });
      assert.ok(paper.length > 10_000);
      const appendix = await page.$eval("#appendix", (section) => section.textContent);
      assert.match(appendix, /^Found by Pressmark \d.*not verified\. Article date: 2026-03-/);
      for (const words of ["People", "Katharina Brandl", "Timeline", "17 Mar", "Quotes: Petra Lindner"]) {
        assert.ok(appendix.includes(words), words);
      }
      if (name === "Chromium") {
        await page.emulateMediaType("print");
        const shown = await page.evaluate(() =>
          ["#appendix", "#article", ".masthead", "#rail"].map((where) =>
            document.querySelector(where)?.checkVisibility(),
          ),
        );
        assert.deepEqual(shown, [true, true, false, false]);
        assert.equal(await page.$eval("#article mark", (mark) => getComputedStyle(mark).printColorAdjust), "exact");
      }
    });
  });
}

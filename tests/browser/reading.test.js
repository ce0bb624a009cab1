// Reading with the lists, the cards and the keys, as a reader does in both browsers.

import assert from "node:assert/strict";

import { articleShown, focused, inBrowsers, paste, readTalks, shows, TALKS } from "./harness.js";

/**
 * @import { Page } from "puppeteer-core"
 */

/**
 * Presses Shift and a letter.
 * @param {Page} page
 * @param {"N" | "P" | "M"} letter
 */
async function pressShift(page, letter) {
  await page.keyboard.down("Shift");
  await page.keyboard.press(letter);
  await page.keyboard.up("Shift");
}

inBrowsers(
  "reading",
  (test) => {
    test("a click on a name opens its card: who, by which names, which mention, how sure and why", async ({ page }) => {
      await page.click("#article mark ::-p-text(Brandl)");
      await shows(page, "#details", "Katharina Brandl");
      await shows(page, "#details", "Austrian Foreign Minister");
      await shows(page, "#details", "Mention 1 of 3");
      await shows(page, "#details .sure", "written as a name, with a title or office, named 3 times");
      await page.click('#details [aria-label="Next mention"]');
      await shows(page, "#details", "Mention 2 of 3");
      await page.keyboard.press("Escape");
      await page.waitForSelector("#details:not(:popover-open)");
      assert.equal((await focused(page)).words, "Brandl");
    });

    test("a place known to Wikidata has its identifier as text, and no link", async ({ page }) => {
      await page.click("#article mark ::-p-text(Austria)");
      await shows(page, "#details", "Wikidata Q40");
      assert.equal(await page.$("#details a"), null);
    });

    test("a date’s card says what it is, what it was counted from and by which rule", async ({ page }) => {
      await page.click("#article mark ::-p-text(last November)");
      await shows(page, "#details", "November 2025");
      await shows(page, "#details", "2025-11");
      await shows(page, "#details", "counted from the article’s date: Tuesday, 17 March 2026");
      await shows(page, "#details", "read as month");
    });

    test("a quote’s card says whose it is, how it is reported and by which word", async ({ page }) => {
      await page.click('#article q[data-style="direct"]');
      await shows(page, "#details", "Katharina Brandl");
      await shows(page, "#details", "direct · “told”");
      await shows(page, "#details .sure", "in quotation marks");
    });

    test("pointing at a mention lights up all mentions, and the row in the list", async ({ page }) => {
      await page.hover("#article mark ::-p-text(Brandl)");
      const lit = () =>
        page.$$eval("#article mark", (marks) =>
          marks.filter((mark) => getComputedStyle(mark).boxShadow !== "none").map((mark) => mark.textContent),
        );
      assert.deepEqual(await lit(), ["Katharina Brandl", "Brandl", "Brandl"]);
      await page.$$eval("#panel-names .row", (rows) =>
        /** @type {HTMLElement | undefined} */ (
          rows.find(({ textContent }) => !textContent.includes("Brandl"))
        )?.focus(),
      );
      assert.doesNotMatch((await lit()).join(), /Brandl/);
    });

    test("a kind is hidden and shown by the legend, and keys pass over it", async ({ page }) => {
      const isPlain = () =>
        page.$eval("#article mark[data-kind=place]", (mark) => {
          const { backgroundColor, textDecorationLine } = getComputedStyle(mark);
          return backgroundColor === "rgba(0, 0, 0, 0)" && textDecorationLine === "none";
        });
      await page.click('#legend [data-show="place"]');
      assert.equal(await isPlain(), true);
      await page.focus("#article");
      await page.keyboard.press("n");
      assert.notEqual((await focused(page)).kind, "place");
      await page.click('#legend [data-show="place"]');
      assert.equal(await isPlain(), false);
    });

    test("names are filtered with / and sorted; what is not there is said", async ({ page }) => {
      await page.focus("#article");
      await page.keyboard.press("/");
      await page.keyboard.type("foreign");
      await page.waitForFunction(() => document.querySelectorAll("#panel-names .row").length === 1);
      await shows(page, "#panel-names", "Katharina Brandl");
      await page.keyboard.type("xyz");
      await shows(page, "#panel-names", "No name matches “foreignxyz”");
      await page.waitForFunction(() => document.getElementById("announcer")?.textContent === "0 names");
      await page.click("#panel-names input", { count: 3 });
      await page.keyboard.press("Backspace");
      await page.select("#panel-names select", "name");
      const people = await page.$$eval("#panel-names section:first-child .name", (names) =>
        names.map((one) => one.textContent),
      );
      assert.deepEqual(
        people,
        people.toSorted((a, b) => a.localeCompare(b, "en")),
      );
    });

    test("the timeline goes by year and month; what has no place in the calendar stands apart", async ({ page }) => {
      await page.click("#tab-dates");
      const headings = await page.$$eval("#panel-dates :is(h3, h4)", (all) =>
        all.map(({ firstChild }) => firstChild?.textContent),
      );
      assert.deepEqual(headings.slice(0, 8), [
        "1970 to 1979",
        "2002",
        "2024",
        "February",
        "2025",
        "November",
        "2026",
        "March",
      ]);
      assert.equal(headings.at(-1), "Without a fixed date");
      const lengths = await page.$$eval("#panel-dates .row", (rows) =>
        rows.map((row) => [
          row.querySelector(".value")?.textContent,
          Number(row.querySelector(".bar")?.getAttribute("d")?.split("h")[1] ?? -1),
        ]),
      );
      const of = Object.fromEntries(lengths);
      assert.ok(of["2026-SU"] > 5 && of["2026-SU"] < of["2002"], "a season is a shorter bar than a year");
      assert.ok(of["2026-03-17"] < 1, "a day is a dot");
      assert.equal(of.P2Y, -1);
    });

    test("dates that hang on an assumed day stand apart, and say so", async ({ page }) => {
      const text = "The mayor said on Tuesday that the bridge opens on May 4, 2031.";
      await paste(page, text);
      await articleShown(page, text);
      await page.click("#tab-dates");
      await shows(page, "#panel-dates", "Not resolved yet");
      await page.click('#dating [data-offer="assume"]');
      await shows(page, "#panel-dates .apart", "Counted from an assumed date");
      await shows(page, "#panel-dates .apart", "by an assumed date");
    });

    test("quotes are filtered by style, and read as a script with the narrator between", async ({ page }) => {
      await page.click("#tab-quotes");
      const shares = await page.$$eval("#panel-quotes h3", (all) =>
        all.map(({ textContent }) => parseInt(/(\d+) %/.exec(textContent)?.[1] ?? "", 10)),
      );
      const sum = shares.reduce((total, share) => total + share, 0);
      assert.ok(Math.abs(sum - 100) <= shares.length / 2, `${shares}`);
      await page.select("#panel-quotes select", "direct");
      const styles = await page.$$eval("#panel-quotes .row", (rows) =>
        rows.map((row) => row.className.includes("direct")),
      );
      assert.ok(styles.length > 0 && styles.every((direct) => direct));
      await page.select("#panel-quotes select", "all");
      await page.click("#panel-quotes .tools button");
      const lines = await page.$$eval("#panel-quotes .script li", (all) => all.map(({ textContent }) => textContent));
      assert.match(lines[0], /^Danube neighbours/);
      assert.match(lines[1], /^Katharina Brandl.*the accord/);
    });

    test("from a row to its place and back, by keyboard and by mouse", async ({ page }) => {
      await page.click("#tab-quotes");
      await page.focus("#panel-quotes section:nth-of-type(2) .row");
      const row = await focused(page);
      await page.keyboard.press("Enter");
      assert.equal((await focused(page)).kind, "quote");
      await page.keyboard.press("n");
      await page.keyboard.press("Escape");
      assert.equal((await focused(page)).words, row.words);
      const first = await page.$eval("#panel-quotes .row", ({ textContent }) => textContent);
      await page.click("#panel-quotes .row");
      await page.click("#back");
      assert.equal((await focused(page)).words, first);
      assert.equal(await page.$eval("#back", (back) => back.checkVisibility()), false);
    });

    test("keys walk by kind and by mention; each place is announced; g leads to the lists", async ({ page }) => {
      await page.focus("#article");
      await page.keyboard.press("n");
      await shows(page, "#announcer", ", 1 of ");
      const first = await focused(page);
      await pressShift(page, "N");
      const second = await focused(page);
      assert.equal(second.kind, first.kind);
      await pressShift(page, "P");
      assert.deepEqual(await focused(page), first);
      await page.focus("#article mark ::-p-text(Vienna)");
      await page.keyboard.press("m");
      assert.equal((await focused(page)).words, "VIENNA");
      await shows(page, "#announcer", "Mention 2 of 3");
      await pressShift(page, "M");
      assert.equal((await focused(page)).words, "Vienna");
      await page.keyboard.press("Enter");
      await page.waitForSelector("#details:popover-open");
      assert.equal(await page.evaluate(() => document.activeElement?.closest("#details") !== null), true);
      await page.keyboard.press("Escape");
      assert.equal((await focused(page)).words, "Vienna");
      await page.keyboard.press("g");
      await page.keyboard.press("d");
      assert.match((await focused(page)).words, /1970s/);
    });

    test("inside a quote is said, and so are speakers", async ({ page }) => {
      await page.focus("#article mark[data-value='2026-07-01']");
      await page.keyboard.press("p");
      await page.keyboard.press("n");
      await shows(page, "#announcer", "Inside a quote");
    });

    test("keys mean nothing in fields and outside the article; arrows go on scrolling", async ({ page }) => {
      await page.focus("#panel-names input");
      await page.keyboard.type("n?x");
      assert.equal(await page.$eval("#panel-names input", ({ value }) => value), "n?x");
      await page.focus("#help-button");
      await page.keyboard.press("x");
      assert.equal(await page.$eval("#deed", (deed) => deed.checkVisibility()), false);
      await page.focus("#article");
      await page.keyboard.press("ArrowDown");
      await page.waitForFunction(() => scrollY > 0);
    });

    test("? shows all keys, Escape closes them and the focus is where it was", async ({ page }) => {
      await page.focus("#article");
      await page.keyboard.press("?");
      await shows(page, "#help", "Next mark");
      await page.keyboard.press("Escape");
      assert.equal(await page.evaluate(() => document.activeElement?.id), "article");
    });

    test("the first marks stand there before the lists are built, and soon", async ({ page, context }) => {
      await page.evaluate(() => performance.clearMarks());
      const text = TALKS.repeat(2);
      await paste(page, text);
      await articleShown(page, text);
      await page.waitForFunction(() => performance.getEntriesByName("pressmark:lists").length > 0);
      const [pasted, marked, listed] = await page.evaluate(() =>
        ["pressmark:text", "pressmark:marks", "pressmark:lists"].map(
          (mark) => performance.getEntriesByName(mark)[0].startTime,
        ),
      );
      context.diagnostic(
        `${text.length} characters: marks after ${Math.round(marked - pasted)} ms, lists after ${Math.round(listed - pasted)} ms`,
      );
      assert.ok(pasted < marked && marked < listed);
    });
  },
  { arrive: readTalks, leave: async ({ errors }) => assert.deepEqual(errors, []) },
);

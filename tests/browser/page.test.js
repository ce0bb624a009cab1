// The page as a reader uses it, in both browsers.

import assert from "node:assert/strict";

import { articleShown, dropFile, inBrowsers, marks, paste, shows, TALKS } from "./harness.js";

/**
 * @import { Page } from "puppeteer-core"
 * @import { Mark } from "./harness.js"
 */

const KINDS = new Set(["person", "organization", "place", "group", "event", "work", "product", "date", "quote"]);
const UNDATED =
  "Jane Doe, mayor of Boston, said on Tuesday that “the bridge will open”. Doe spoke after a vote last week.";

/**
 * The first highlight with these words.
 * @param {Mark[]} found
 * @param {string} words
 */
function mark(found, words) {
  const one = found.find((candidate) => candidate.words === words);
  assert.ok(one, `“${words}” is not marked; marked are ${found.map((other) => other.words).join(", ")}`);
  return one;
}

/**
 * Waits until the date with these words resolves to a value.
 * @param {Page} page
 * @param {string} words
 * @param {string} value
 */
async function resolvesTo(page, words, value) {
  const resolved = (/** @type {string} */ what, /** @type {string} */ to) =>
    [...document.querySelectorAll(`#article mark[data-value="${to}"]`)].some(({ textContent }) => textContent === what);
  await page.waitForFunction(resolved, {}, words, value);
}

inBrowsers("the page", (test) => {
  test("a pasted article is marked, and its text stays what it was", async ({ page, errors }) => {
    await page.focus("#editor");
    await paste(page, TALKS);
    await articleShown(page, TALKS);
    const found = await marks(page);
    assert.deepEqual(
      found.filter(({ kind }) => !KINDS.has(kind)),
      [],
    );
    assert.equal(mark(found, "Katharina Brandl").kind, "person");
    assert.equal(mark(found, "European Commission").kind, "organization");
    assert.equal(mark(found, "Tuesday").value, "2026-03-17");
    const quote = found.find((one) => one.kind === "quote" && one.words.startsWith("Water does not stop"));
    assert.equal(quote?.speaker, "Katharina Brandl");
    assert.deepEqual(
      found.filter((one) => one.kind === "date" && !one.value),
      [],
    );
    assert.deepEqual(errors, []);
  });

  test("the rail lists names with counts, dates in order and quotes by speaker", async ({ page }) => {
    await page.click('[data-file="talks.txt"]');
    await articleShown(page, TALKS);
    const people = await page.$$eval("#panel-names section:first-child .row", (rows) =>
      rows.map((row) => row.textContent),
    );
    assert.ok(
      people.some((row) => row.includes("Katharina Brandl") && /[2-9]$/.test(row)),
      people.join("; "),
    );
    await page.click("#tab-dates");
    const days = await page.$$eval("#panel-dates .value", (values) => values.map((value) => value.textContent));
    const calendar = days.filter((value) => /^\d{4}-\d\d-\d\d$/.test(value));
    assert.deepEqual(calendar, [...calendar].sort());
    assert.ok(calendar.includes("2026-03-17"));
    await shows(page, "#panel-dates", "weekday, by the article’s date");
    await page.click("#tab-quotes");
    await shows(page, "#panel-quotes", "Petra Lindner");
  });

  test("another article date moves the relative dates, and says who set it", async ({ page }) => {
    await paste(page, TALKS);
    await articleShown(page, TALKS);
    await shows(page, "#dating", "from the text");
    await page.focus("#article-date");
    await page.keyboard.type("04152026");
    await resolvesTo(page, "Tuesday", "2026-04-14");
    await resolvesTo(page, "March 17, 2026", "2026-03-17");
    await shows(page, "#dating", "set by you");
    await page.click('#dating [data-offer="text"]');
    await resolvesTo(page, "Tuesday", "2026-03-17");
    await shows(page, "#dating", "from the text");
  });

  test("without a date the page asks, and assumes today only when told to", async ({ page }) => {
    await paste(page, UNDATED);
    await articleShown(page, UNDATED);
    await shows(page, "#dating", "Not known");
    assert.doesNotMatch(mark(await marks(page), "Tuesday").value, /^\d{4}-/);
    await page.click('#dating [data-offer="assume"]');
    await shows(page, "#dating[data-tone=assumed]", "assuming today");
    await page.waitForFunction(() =>
      /^\d{4}-\d\d-\d\d$/.test(document.querySelector("mark[data-kind=date]")?.getAttribute("data-value") ?? ""),
    );
  });

  test("words such as “now” and “recently”, which no calendar has a place for, are left alone", async ({ page }) => {
    const text = "The bridge, recently painted, is now closed until May 4, 2026.";
    await paste(page, text);
    await articleShown(page, text);
    const dates = (await marks(page)).filter(({ kind }) => kind === "date");
    assert.deepEqual(
      dates.map(({ words }) => words),
      ["May 4, 2026"],
    );
  });

  test("a name in the rail leads to its mentions one after the other, and Escape back", async ({ page }) => {
    await paste(page, TALKS);
    await articleShown(page, TALKS);
    const row = await page.waitForSelector("#panel-names .row ::-p-text(Katharina Brandl)");
    const visited = [];
    for (let click = 0; click < 2; click++) {
      await row?.click();
      visited.push(
        await page.evaluate(() => {
          const { activeElement: element } = document;
          const { top, bottom } = element?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
          const inSight = top >= 0 && bottom <= innerHeight;
          return { words: element?.textContent, kind: element?.getAttribute("data-kind"), inSight };
        }),
      );
    }
    assert.deepEqual(visited, [
      { words: "Katharina Brandl", kind: "person", inSight: true },
      { words: "Brandl", kind: "person", inSight: true },
    ]);
    await page.keyboard.press("Escape");
    assert.match(await page.evaluate(() => document.activeElement?.textContent ?? ""), /^Katharina Brandl/);
  });

  test("a mark in the article leads to its row in the rail", async ({ page }) => {
    await paste(page, TALKS);
    await articleShown(page, TALKS);
    await page.click('#article mark[data-value="2026-03-17"]');
    await shows(page, "#panel-dates .row[aria-current]", "2026-03-17");
    await page.click("#article mark[data-kind=place]");
    await page.waitForSelector("#panel-names .row[aria-current]");
  });

  test("n and p walk from mark to mark while the article has the focus", async ({ page }) => {
    await paste(page, TALKS);
    await articleShown(page, TALKS);
    await page.focus("#article");
    const words = [];
    for (const key of /** @type {const} */ (["n", "n", "p"])) {
      await page.keyboard.press(key);
      words.push(await page.evaluate(() => document.activeElement?.getAttribute("data-a")));
    }
    assert.equal(words[0], words[2]);
    assert.notEqual(words[0], words[1]);
  });

  test("a text file is read when dropped; other files are refused and the text stays", async ({ page }) => {
    await dropFile(page, "talks.txt", new TextEncoder().encode(`\ufeff${TALKS.replaceAll("\n", "\r\n")}`));
    await articleShown(page, TALKS);
    const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
    await dropFile(page, "photo.txt", picture);
    await shows(page, "#notice", "“photo.txt” is a picture");
    await dropFile(
      page,
      "noise.bin",
      Uint8Array.from({ length: 3000 }, (_, i) => (i * 37) % 256),
    );
    await shows(page, "#notice", "“noise.bin” is not plain text");
    await articleShown(page, TALKS);
  });

  test("a file that is not UTF-8 is read as Windows-1252, with a word of warning", async ({ page }) => {
    await dropFile(page, "old.txt", Uint8Array.from([0x93, 0x5a, 0x6f, 0xeb, 0x94, 0x20, 0x6c, 0x65, 0x66, 0x74]));
    await articleShown(page, "“Zoë” left");
    await shows(page, "#notice", "read as Windows-1252");
  });

  test("a file that is too large is refused before it is read", async ({ page }) => {
    await page.evaluate(() => {
      const data = new DataTransfer();
      const file = new File([new Uint8Array(20_000_001)], "book.txt");
      file.arrayBuffer = () => Promise.reject(new Error("it was read"));
      data.items.add(file);
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    await shows(page, "#notice", "“book.txt” is 20.0 MB");
  });

  test("typing is read as it goes; Done closes the editor", async ({ page }) => {
    await page.focus("#editor");
    await page.keyboard.type("Angela Merkel visited Paris on March 3, 2024.");
    await page.waitForSelector('#article mark[data-value="2024-03-03"]');
    assert.equal(await page.$eval("#editor", (editor) => editor.checkVisibility()), true);
    await page.click("#finish");
    assert.equal(await page.$eval("#editor", (editor) => editor.checkVisibility()), false);
    await page.click("#edit");
    await page.keyboard.type(" She left on March 5, 2024.");
    await page.waitForSelector('#article mark[data-value="2024-03-05"]');
  });

  test("a paste replaces the text, New clears it, and both can be taken back", async ({ page }) => {
    await paste(page, TALKS);
    await articleShown(page, TALKS);
    await paste(page, UNDATED);
    await articleShown(page, UNDATED);
    const back = await page.waitForSelector("#notice button ::-p-text(Back to the previous text)");
    await back?.click();
    await articleShown(page, TALKS);
    await page.click("#new");
    await page.waitForSelector("#article", { hidden: true });
    assert.equal(await page.evaluate(() => document.activeElement?.id), "editor");
    const again = await page.waitForSelector("#notice button ::-p-text(Back to it)");
    await again?.click();
    await articleShown(page, TALKS);
  });

  test("empty, foreign and bare texts are answered in words", async ({ page }) => {
    await paste(page, "  \n ");
    await shows(page, "#notice", "There is no text in that.");
    const german =
      "Der Bürgermeister sagte am Dienstag, dass die Brücke nicht vor dem Sommer fertig wird und dass die Stadt auf das Geld aus dem Haushalt wartet, das noch nicht da ist.";
    await paste(page, german);
    await articleShown(page, german);
    await shows(page, "#banner", "This looks like German");
    await paste(page, "it rained and then it rained some more");
    await shows(page, "#banner", "No names, dates or quotes found");
  });

  test("any characters stand as they were pasted, and marks after them are in place", async ({ page }) => {
    const odd =
      "\u{1f600}\u{1f1e9}\u{1f1ea} \u2028 \u202eabc\u202c e\u0301 <b>&amp;</b>\r\n\r\ntabs\t\there\rand a lone CR";
    await paste(page, `${odd}\r\nAngela Merkel met reporters in Paris on March 3, 2024.\r\n`);
    const same = `${odd}\nAngela Merkel met reporters in Paris on March 3, 2024.\n`.replace(/\r\n?/g, "\n");
    await articleShown(page, same);
    const found = await marks(page);
    assert.equal(mark(found, "Angela Merkel").kind, "person");
    assert.equal(mark(found, "March 3, 2024").value, "2024-03-03");
    assert.equal(await page.$("#article b"), null);
  });

  test("lone surrogates and NULs are kept, and marks after them are in place", async ({ page }) => {
    // The clipboard may not carry these; an editor does.
    const text = await page.$eval("#editor", (element) => {
      const editor = /** @type {HTMLTextAreaElement} */ (element);
      const odd = String.fromCharCode(0xd83d, 32, 0xde00, 0xd800, 0, 0xd83d, 0xde00, 0xdc00);
      editor.value = `${odd} Angela Merkel met reporters in Paris on March 3, 2024, and went on to the town hall there.`;
      editor.dispatchEvent(new InputEvent("input", { bubbles: true }));
      return editor.value.replaceAll("\ud83d\ude00", "").length;
    });
    await page.waitForSelector('#article mark[data-value="2024-03-03"]');
    const { length, units } = await page.$eval("#article", ({ textContent }) => ({
      length: textContent.replaceAll("\ud83d\ude00", "").length,
      units: [...textContent.slice(0, 8)].length,
    }));
    assert.deepEqual({ length, units }, { length: text, units: 7 });
    assert.equal(mark(await marks(page), "March 3, 2024").value, "2024-03-03");
  });

  test("in a narrow window the rail stands under the article and nothing sticks out", async ({ page }) => {
    await page.setViewport({ width: 390, height: 844 });
    await paste(page, TALKS);
    await articleShown(page, TALKS);
    const { below, sticksOut } = await page.evaluate(() => {
      const bottom = document.getElementById("article")?.getBoundingClientRect().bottom ?? 0;
      const top = document.getElementById("rail")?.getBoundingClientRect().top ?? 0;
      return { below: top >= bottom, sticksOut: document.documentElement.scrollWidth > innerWidth };
    });
    assert.deepEqual({ below, sticksOut }, { below: true, sticksOut: false });
  });
});

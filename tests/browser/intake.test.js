// How text gets in: what readers have at hand, and what somebody might slip them.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";

import { articleShown, BROWSERS, dropFile, dropFiles, openTab, paste, shows } from "./harness.js";
import { listenForLeaks, servePage, serveSite } from "./server.js";

/**
 * @import { Browser, Page } from "puppeteer-core"
 * @import { Tab } from "./harness.js"
 * @import { PageServer } from "./server.js"
 */

const COURT = await readFile(new URL("../../www/examples/court.txt", import.meta.url), "utf8");
const PARAGRAPHS = COURT.trim().split("\n\n").slice(1);
const SHORT = "Angela Merkel visited Paris on March 3, 2024, and met reporters there.";

/**
 * A web page around an article, as a browser saves it.
 * @param {{ article?: string, head?: string }} [parts]
 */
function pageWith({ article = PARAGRAPHS.map((words) => `<p>${words}</p>`).join("\n"), head = "" } = {}) {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The harbour trial | Bay Courier</title>
<meta property="article:published_time" content="2026-02-03T08:00:00Z">${head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article><h1>The harbour trial</h1><p class="byline">By Ruth Ames</p>${article}</article></main>
<aside><p><a href="/more">More stories you may like</a></p></aside><footer><p>Copyright Bay Courier</p></footer>
</body></html>`;
}

/** @param {Page} page */
function articleText(page) {
  return page.$eval("#article", (article) => article.textContent);
}

for (const { name, launch } of BROWSERS) {
  describe(`${name}, getting text in`, () => {
    /** @type {Browser} */
    let browser;
    /** @type {PageServer} */
    let server;
    /** @type {Awaited<ReturnType<typeof listenForLeaks>>} */
    let elsewhere;
    /** @type {Tab} */
    let tab;
    /** @type {Page} */
    let page;

    before(async () => {
      [browser, server, elsewhere] = await Promise.all([launch(), servePage(), listenForLeaks()]);
    });
    after(() => Promise.all([browser.close(), server.close(), elsewhere.close()]));
    beforeEach(async () => {
      tab = await openTab(browser, server.url);
      page = tab.page;
    });
    afterEach(() => page.close());

    test("of a saved web page the article is taken, with its headline, byline and day, and nothing around it", async () => {
      await dropFile(page, "trial.html", pageWith());
      await articleShown(page);
      const text = await articleText(page);
      for (const words of PARAGRAPHS) assert.ok(text.includes(words.replace(/\s+/g, " ")), `missing: ${words}`);
      assert.match(text, /^The harbour trial/);
      assert.match(text, /Ruth Ames/);
      assert.doesNotMatch(text, /Sport|More stories|Copyright/);
      assert.match(text, /\n\n/);
      await shows(page, "#dating", "from the web page");
      assert.equal(
        await page.$eval("#article-date", (date) => /** @type {HTMLInputElement} */ (date).value),
        "2026-02-03",
      );
      assert.deepEqual(tab.errors, []);
    });

    test("a hostile web page runs nothing, loads nothing and is only read", async () => {
      const away = elsewhere.url;
      const hostile = `<script>parent.hit = 1; fetch("${away}/script")</script>
        <img src="${away}/image" onerror="globalThis.hit = 1"><svg onload="globalThis.hit = 1"><script>hit = 1</script></svg>
        <style>@import "${away}/style";</style><base href="${away}/"><meta http-equiv="refresh" content="0;url=${away}/refresh">
        <form action="${away}/form"><input name="q" autofocus onfocus="hit = 1"></form>
        <iframe srcdoc="<script>parent.hit = 1</script>"></iframe><a href="javascript:hit=1">a link</a>
        <math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=hit=1&gt;">
        <noscript><p title="</noscript><img src=x onerror=hit=1>"></noscript>`;
      await dropFile(
        page,
        "trap.html",
        pageWith({ article: PARAGRAPHS.map((words) => `<p>${words}</p>`).join("") + hostile }),
      );
      await articleShown(page);
      assert.ok((await articleText(page)).includes(PARAGRAPHS[1].replace(/\s+/g, " ")));
      assert.equal(await page.evaluate(() => Reflect.get(globalThis, "hit")), undefined);
      assert.equal(page.url(), server.url);
      assert.deepEqual(elsewhere.heard, []);
    });

    test("100,000 nested elements are refused before a browser chokes on them; some hundreds are read", async () => {
      const nested = (/** @type {number} */ depth) =>
        `<!doctype html><body>${"<div>".repeat(depth)}${SHORT}${"</div>".repeat(depth)}`;
      await dropFile(page, "fine.html", nested(300));
      await articleShown(page, SHORT);
      await dropFile(page, "deep.html", nested(100_000));
      await shows(page, "#notice", "“deep.html” is a web page nested more than 1000 elements deep");
      await articleShown(page, SHORT);
    });

    test("a page without an article is taken whole, and that is said; one without text is refused", async () => {
      await dropFile(page, "list.html", "<!doctype html><ul><li>Jane Doe<li>Boston</ul>");
      await articleShown(page, "Jane Doe\n\nBoston");
      await dropFile(page, "empty.html", "<!doctype html><title>Nothing</title><body><script>1</script>");
      await shows(page, "#notice", "“empty.html” is a web page without any text");
      await articleShown(page, "Jane Doe\n\nBoston");
    });

    test("where the browser has no safe way to take markup apart, the page says so and what to do", async () => {
      const old = await openTab(browser, server.url, (blank) =>
        blank.evaluateOnNewDocument(() => Reflect.deleteProperty(Document, "parseHTML")),
      );
      await dropFile(old.page, "trial.html", pageWith());
      await shows(old.page, "#notice", "cannot take apart safely");
      await shows(old.page, "#notice", "copy the article and paste it here");
      await old.page.close();
    });

    test("of rich text only the words are taken, a paragraph a paragraph", async () => {
      await paste(
        page,
        `<h2>A visit</h2><p><b>${SHORT}</b></p><p>She<br>left.</p><img src="${elsewhere.url}/x">`,
        "text/html",
      );
      await articleShown(page, `A visit\n\n${SHORT}\n\nShe\nleft.`);
      assert.deepEqual(elsewhere.heard, []);
    });

    test("Markdown is text; UTF-16 is read with and without its mark; a page's own encoding is believed", async () => {
      await dropFile(page, "notes.md", `# Notes\n\n${SHORT}\n`);
      await articleShown(page, `# Notes\n\n${SHORT}\n`);
      const utf16 = Buffer.from(`“${SHORT}”`, "utf16le");
      await dropFile(page, "marked.txt", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]));
      await articleShown(page, `“${SHORT}”`);
      await dropFile(page, "unmarked.txt", utf16);
      await articleShown(page, `“${SHORT}”`);
      const latin = Buffer.from('<!doctype html><meta charset="iso-8859-1"><p>Zo\xeb Caf\xe9 met Jane Doe', "latin1");
      await dropFile(page, "latin.html", latin);
      await articleShown(page, "Zoë Café met Jane Doe");
    });

    test("several files are opened in turn, and each keeps its edits", async () => {
      const other = "Jane Doe spoke in Boston.";
      await dropFiles(page, [
        { name: "one.txt", bytes: SHORT },
        { name: "two.txt", bytes: other },
        { name: "photo.png", bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
      ]);
      await articleShown(page, SHORT);
      await shows(page, "#files", "File 1 of 3: one.txt");
      await page.focus("#article");
      await page.keyboard.press("n");
      await page.keyboard.press("x");
      await page.waitForFunction(() => !document.querySelector('#article [data-kind="person"]'));
      await page.click("#files button ::-p-text(Next: two.txt)");
      await articleShown(page, other);
      await page.click("#files button ::-p-text(Next: photo.png)");
      await shows(page, "#notice", "“photo.png” is a picture");
      await articleShown(page, other);
      await page.click("#files button ::-p-text(Previous: two.txt)");
      await shows(page, "#files", "File 2 of 3");
      await page.click("#files button ::-p-text(Previous: one.txt)");
      await articleShown(page, SHORT);
      assert.equal(await page.$('#article [data-kind="person"]'), null);
      await page.click("#files button ::-p-text(Close the others)");
      await page.waitForSelector("#files", { hidden: true });
    });

    test("hidden marks of direction are told of, and shown where they stand", async () => {
      const text = `${SHORT} He paid \u202e001\u202c dollars to Ja\u200bne Doe.`;
      await paste(page, text);
      await articleShown(page, text);
      await shows(page, "#invisible", "2 hidden direction marks and 1 other invisible character");
      await page.click("#invisible button");
      const shown = await page.$$eval("#article .invisible", (marks) =>
        marks
          .filter((mark) => getComputedStyle(mark, "::before").display !== "inline")
          .map((mark) => mark.getAttribute("data-name")),
      );
      assert.deepEqual(shown, ["right-to-left override", "end of direction", "zero-width space"]);
      await articleShown(page, text);
      await paste(page, SHORT);
      await articleShown(page, SHORT);
      assert.equal(await page.$eval("#invisible", (bar) => bar.checkVisibility()), false);
    });

    test("programs and data are recognised and said", async () => {
      const code = 'import { a } from "b";\n\nfunction run(x) {\n  const y = a(x);\n  return y + 1;\n}\n\nrun(3);\n';
      await paste(page, code);
      await shows(page, "#banner", "looks like program code");
      await paste(page, SHORT);
      await articleShown(page, SHORT);
      assert.equal(await page.$eval("#banner", (banner) => banner.checkVisibility()), false);
    });
  });

  test(`${name}: what another app shares with the installed page opens, and never reaches the server`, async () => {
    const [browser, server] = await Promise.all([launch(), serveSite()]);
    const { page } = await openTab(browser, server.url);
    await page.waitForSelector("#offline:not([hidden])", { timeout: 60_000 });
    // What a system does when the reader picks Pressmark among the apps to share with.
    server.replaced.set("/share", () => assert.fail("the server was asked"));
    const answer = await page.evaluate(async (text) => {
      const form = new FormData();
      form.set("title", "A visit");
      form.set("text", text);
      return (await fetch("./share", { method: "POST", body: form, redirect: "manual" })).type;
    }, SHORT);
    assert.equal(answer, "opaqueredirect");
    await page.goto(`${server.url}?shared`);
    await articleShown(page, `A visit\n\n${SHORT}`);
    assert.equal(page.url(), server.url);
    assert.deepEqual(await page.evaluate(() => caches.keys()), ["pressmark"]);
    await Promise.all([browser.close(), server.close()]);
  });
}

// The extension on article pages of many kinds: what is found, what is painted, and that the page stays as it was.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { KINDS_IN_ORDER } from "../../../extension/lib/palette.js";
import { createAnnotator } from "../../../pkg/index.js";
import { createReading } from "../../../www/lib/reading.js";
import { HOSTS, markup, newPage, paint, painted, stateOf, tabOf, unpainted } from "./harness.js";
import { NO_ARTICLE, PAGES } from "./pages.js";
import { serveArticles } from "./server.js";

/**
 * @import { Frame, Page } from "puppeteer-core"
 * @import { Annotator } from "../../../pkg/index.js"
 * @import { ArticlePage } from "./pages.js"
 * @import { Host } from "./harness.js"
 * @import { ArticleServer } from "./server.js"
 */

/** Longer pages are painted near the viewport only. */
const WHOLE = 5000;

const files = Object.fromEntries(
  PAGES.flatMap(({ html, headers, parts = {} }, i) => [
    [`/${i}/`, { body: html, headers }],
    ...Object.entries(parts).map(([name, body]) => [`/${i}/${name}`, { body }]),
  ]),
);

for (const { name: browserName, launch } of HOSTS) {
  describe(`${browserName}, articles`, () => {
    /** @type {Host} */
    let host;
    /** @type {ArticleServer} */
    let server;
    /** @type {Annotator} */
    let annotator;

    before(async () => {
      [host, server, annotator] = await Promise.all([
        launch(),
        serveArticles({ ...files, "/none/": { body: NO_ARTICLE } }),
        createAnnotator(),
      ]);
    });
    after(() => Promise.all([host.close(), server.close()]));

    for (const [i, article] of PAGES.entries()) {
      test(`${article.name}: found whole, painted exactly, and the page is left as it was`, async () => {
        const page = await newPage(host.browser, `${server.url}/${i}/`);
        const frame = article.parts ? await innermost(page) : page;
        const untouched = await markup(frame);
        await host.annotate(page);
        await painted(frame);
        const { text, published, title, note } = await stateOf(host, page);
        const expected = expectedOf(annotator, article);

        assert.equal(text.replace(/[^\S\n]+(?=\n|$)/g, ""), article.text.join("\n\n"));
        assert.equal(published, expected.published);
        assert.equal(note, null);
        assert.notEqual(title, "");
        if (text.length < WHOLE) assert.deepEqual(await paint(frame), expected.paint);
        else assert.ok(expected.paint["1"].startsWith((await paint(frame))["1"].slice(0, 200)));
        assert.equal(await markup(frame), untouched);

        await host.desk.evaluate((id) => chrome.tabs.sendMessage(id, { type: "off" }), await tabOf(host.desk, page));
        await unpainted(frame);
        assert.equal(await markup(frame), untouched);
        await page.close();
      });
    }

    test("a page without an article says so, in the panel, and nothing is painted", async () => {
      const page = await newPage(host.browser, `${server.url}/none/`);
      await host.annotate(page);
      const panel = await host.panelFor(page);
      await panel.waitForFunction(() => document.getElementById("nothing-title")?.textContent?.includes("No article"));
      assert.equal(await page.evaluate(() => CSS.highlights.size), 0);
      await page.close();
    });

    test("nothing was asked of any server but for the pages themselves", () => {
      const own = new Set([
        ...Object.keys(files),
        "/none/",
        "/favicon.ico",
        ...PAGES.map((_, i) => `/${i}/bridge.jpg`),
      ]);
      assert.deepEqual(
        server.asked.filter((path) => !own.has(path)),
        [],
      );
    });
  });
}

/**
 * What the engine alone makes of the page's words, as the page must show it.
 * @param {Annotator} annotator
 * @param {ArticlePage} article
 */
function expectedOf(annotator, { text: paragraphs, published }) {
  const text = paragraphs.join("\n\n");
  const own = annotator.annotate(text);
  const dateline = own.article.dateFrom === "dateline";
  const columns = dateline || published === null ? own : annotator.annotate(text, { date: published });
  const { highlights } = createReading(text, columns);
  /** @type {Record<string, string>} */
  const paint = Object.fromEntries(KINDS_IN_ORDER.map((_, number) => [number, ""]));
  for (const { start, end, kind } of highlights)
    paint[KINDS_IN_ORDER.indexOf(kind)] += text.slice(start, end).replace(/\s/g, "");
  return { paint, published: dateline ? null : published };
}

/**
 * @param {Page} page
 * @returns {Promise<Frame>}
 */
async function innermost(page) {
  const frame = page.frames().find((one) => one.childFrames().length === 0);
  assert.ok(frame);
  await frame.waitForSelector("article");
  return frame;
}

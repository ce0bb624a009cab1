// The panel beside the page, the menu, the clean view, and what a reader does with them.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";

import { shows } from "../harness.js";
import { HOSTS, HOSTS_WITH_ACCESS, newPage, opened, paint, painted, tabOf, unpainted } from "./harness.js";
import { NO_ARTICLE, PAGES } from "./pages.js";
import { serveArticles } from "./server.js";
import { HARBOUR } from "./stories.js";

/**
 * @import { Page } from "puppeteer-core"
 * @import { Host } from "./harness.js"
 * @import { ArticleServer } from "./server.js"
 */

const [PLAIN, POLICY] = PAGES;

for (const { name, launch } of HOSTS) {
  describe(`${name}, panel`, () => {
    /** @type {Host} */
    let host;
    /** @type {ArticleServer} */
    let server;
    /** @type {Page} */
    let page;
    /** @type {Page} */
    let panel;

    before(async () => {
      const pages = { "/": { body: PLAIN.html }, "/policy": { body: POLICY.html, headers: POLICY.headers } };
      [host, server] = await Promise.all([launch(), serveArticles(pages)]);
      page = await newPage(host.browser, `${server.url}/`);
      await host.annotate(page);
      await painted(page);
      panel = await host.panelFor(page);
    });
    after(() => Promise.all([host.close(), server.close()]));

    test("lists the names, with the page's title and site, and the date from its metadata", async () => {
      await shows(panel, "#panel-names", "Dana Whitcombe");
      await shows(panel, "#panel-names", "Ellery Harbour Board");
      await shows(panel, "#title", "Ellery Bridge to reopen");
      await shows(panel, "#site", new URL(server.url).host);
      await shows(panel, "#date-source", "from the web page");
      await host.face(panel);
      assert.equal(
        await panel.$eval("#article-date", (input) => /** @type {HTMLInputElement} */ (input).value),
        "2026-03-12",
      );
      await panel.click("#tab-dates");
      await shows(panel, "#panel-dates", "Fri 13 Mar 2026");
      await panel.click("#tab-quotes");
      await shows(panel, "#panel-quotes", "We tested every cable twice");
    });

    test("a row takes the page to its words and shows them for a moment, and its card", async () => {
      await page.setViewport({ width: 800, height: 200 });
      const shown = await page.evaluateHandle(notesFlashes);
      await host.face(panel);
      await panel.click("#tab-names");
      const row = await panel.waitForSelector("::-p-text(Tomas Reyes)");
      await row?.click();
      await page.bringToFront();
      await page.waitForFunction(({ flashes }) => flashes.length > 0, {}, shown);
      const { words, top } = await shown.evaluate(({ flashes }) => flashes[0]);
      assert.equal(words, "Tomas Reyes");
      assert.ok(top >= 0 && top < 200, `at ${top}`);
      await shows(panel, "#details", "Tomas Reyes");
      await page.setViewport({ width: 1280, height: 2400 });
    });

    test("Alt and a click on a painted word shows it in the panel; a plain click is the page's", async () => {
      await page.bringToFront();
      const where = await page.evaluate(() => {
        const ranges = /** @type {Range[]} */ ([...CSS.highlights.values()].flatMap((highlight) => [...highlight]));
        const { x, y, width, height } = /** @type {Range} */ (
          ranges.find((range) => String(range) === "Calder Marine")
        ).getBoundingClientRect();
        document.addEventListener("click", () => document.body.toggleAttribute("data-clicked", true));
        return { x: x + width / 2, y: y + height / 2 };
      });
      await page.keyboard.down("Alt");
      await page.mouse.click(where.x, where.y);
      await page.keyboard.up("Alt");
      await shows(panel, "#details h2", "Calder Marine");
      assert.equal(await page.evaluate(() => document.body.hasAttribute("data-clicked")), false);
      await page.mouse.click(where.x, where.y);
      assert.equal(await page.evaluate(() => document.body.hasAttribute("data-clicked")), true);
    });

    test("a correction in the panel changes what is painted", async () => {
      await host.face(panel);
      await panel.evaluate(() => document.getElementById("details")?.hidePopover());
      await panel.click("#tab-names");
      await (await panel.waitForSelector("#panel-names ::-p-text(Tomas Reyes)"))?.click();
      await (await panel.waitForSelector("#details ::-p-text(Not a name)"))?.click();
      await page.bringToFront();
      await unmarked(page, "Tomas Reyes");
      await host.face(panel);
      await (await panel.waitForSelector("#deed ::-p-text(Undo)"))?.click();
      await page.bringToFront();
      await page.waitForFunction(() =>
        [...CSS.highlights.values()].some((highlight) =>
          [...highlight].some((range) => String(range) === "Tomas Reyes"),
        ),
      );
    });

    test("another date resolves the days anew, and the paint stays", async () => {
      const before = await paint(page);
      await panel.evaluate(() => {
        const input = /** @type {HTMLInputElement} */ (document.getElementById("article-date"));
        input.value = "2026-06-10";
        input.dispatchEvent(new Event("change"));
      });
      await host.face(panel);
      await panel.click("#tab-dates");
      await shows(panel, "#panel-dates", "Fri 12 Jun 2026");
      assert.deepEqual(await paint(page), before);
    });

    test("without paint the lists stay, and it comes back", async () => {
      await host.face(panel);
      await panel.click("#painted");
      await unpainted(page);
      await shows(panel, "#counts", "names");
      await panel.click("#painted");
      await page.bringToFront();
      await painted(page);
    });

    test("what was corrected is still so after a look at another tab, and after a new reading", async () => {
      // In Firefox a panel that follows the tabs, as the sidebar does; it is never in front itself.
      const following = name === "Chromium" ? panel : await newPage(host.browser, host.address("panel.html"));
      await page.bringToFront();
      await pressed(following, "#tab-names");
      await shows(following, "#panel-names", "Tomas Reyes");
      await pressed(following, "#panel-names .row ::-p-text(Tomas Reyes)");
      await pressed(following, "#details ::-p-text(Not a name)");
      await unmarked(page, "Tomas Reyes");

      const other = await newPage(host.browser, `${server.url}/policy`);
      await host.annotate(other);
      await shows(following, "#title", "Talks in Marlow Bay");
      await shows(following, "#panel-names", "Helena Voss");
      await page.bringToFront();
      await shows(following, "#title", "Ellery Bridge");
      await shows(following, "#panel-names", "Dana Whitcombe");
      assert.doesNotMatch(await textOf(following, "#panel-names"), /Tomas Reyes/);
      await shows(following, "#date-source", "set by you");
      await other.close();

      await page.reload();
      await host.annotate(page);
      await unmarked(page, "Tomas Reyes");
      assert.match((await paint(page))["1"], /DanaWhitcombe/);
      await shows(following, "#panel-names", "Dana Whitcombe");
      assert.doesNotMatch(await textOf(following, "#panel-names"), /Tomas Reyes/);
      if (following !== panel) await following.close();
    });

    test("the clean view opens with the text, the date that was set, and what was corrected", async () => {
      await host.face(panel);
      const clean = await opened(host.browser, host.address("clean.html"), () => panel.click("#clean-view"));
      await shows(clean, "#article", HARBOUR[0].slice(0, 20));
      await clean.waitForSelector("#article mark[data-kind=person]");
      assert.equal(
        await clean.$eval("#article-date", (input) => /** @type {HTMLInputElement} */ (input).value),
        "2026-06-10",
      );
      assert.doesNotMatch(await textOf(clean, "#panel-names"), /Tomas Reyes/);
      await clean.close();
    });

    test("turning it off takes everything off, and the panel says how to begin again", async () => {
      await host.face(panel);
      await panel.click("#off");
      await unpainted(page);
      await shows(panel, "#nothing-title", "Read this page");
    });

    test("when the tab goes to another page the panel says so, and reads that one when asked", async () => {
      await host.annotate(page);
      await painted(page);
      await shows(panel, "#title", "Ellery Bridge");
      await page.goto(`${server.url}/policy`);
      await shows(panel, "#nothing-title", "Another page");
      await host.annotate(page);
      await painted(page);
      await shows(panel, "#title", "Talks in Marlow Bay");
      await shows(panel, "#date-source", "from the text");
    });

    test("closing the panel takes everything off the page", async () => {
      await panel.close();
      await unpainted(page);
    });
  });
}

for (const { name, launch } of HOSTS_WITH_ACCESS) {
  describe(`${name}, menu and refusals`, () => {
    /** @type {Host} */
    let host;
    /** @type {ArticleServer} */
    let server;
    /** @type {Page} */
    let page;

    before(async () => {
      [host, server] = await Promise.all([
        launch(),
        serveArticles({ "/": { body: PLAIN.html }, "/none": { body: NO_ARTICLE } }),
      ]);
    });
    after(() => Promise.all([host.close(), server.close()]));
    beforeEach(async () => {
      page = await newPage(host.browser, `${server.url}/`);
    });

    // No driver opens the browser's own menus: this is the message that does what the menu's entry does.
    test("a selection is read as it is, and no more than it", async () => {
      await page.evaluate(() => {
        const [, second] = document.querySelectorAll("article p");
        const node = /** @type {Text} */ (second.firstChild);
        getSelection()?.setBaseAndExtent(node, node.data.indexOf("Whitcombe"), node, node.data.indexOf("Ellery") + 6);
      });
      await host.annotate(page, "selection");
      await painted(page);
      const panel = await host.panelFor(page);
      await shows(panel, "#site", "what you selected");
      await shows(panel, "#panel-names", "Port Ellery");
      const all = Object.values(await paint(page)).join(" ");
      assert.match(all, /PortEllery/);
      assert.doesNotMatch(all, /Dana|Calder/);
      assert.equal(
        await page.evaluate(() => String(getSelection())),
        "Whitcombe told reporters outside the town hall in Port Ellery",
      );
      await Promise.all([panel.close(), page.close()]);
    });

    // Only Chromium lets a driver into the background, to raise there the events that the browser would raise.
    if (name === "Chromium") {
      test("both entries of the page's menu, and the keys for a selection, do what they say", async () => {
        const background = await backgroundOf(host.browser);
        await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelectorAll("article p")[1]));
        const selectionText = await page.evaluate(() => String(getSelection()));
        const events = [
          { menuItemId: "annotate-page", site: "127.0.0.1" },
          { menuItemId: "annotate-selection", selectionText, site: "what you selected" },
          { command: "annotate-selection", site: "what you selected" },
        ];
        const tabId = await tabOf(host.desk, page);
        for (const { site, command, ...click } of events) {
          await background.evaluate(raise, tabId, command ?? null, click);
          await painted(page);
          const panel = await host.panelFor(page);
          await shows(panel, "#site", site);
          const all = Object.values(await paint(page)).join(" ");
          assert.match(all, /PortEllery/);
          assert.equal(/Dana|Calder/.test(all), click.menuItemId === "annotate-page", site);
          await panel.close();
          await host.desk.evaluate((id) => chrome.tabs.sendMessage(id, { type: "off" }), tabId);
          await unpainted(page);
        }
        await page.close();
      });
    }

    test("with nothing selected it says so", async () => {
      await host.annotate(page, "selection");
      const panel = await host.panelFor(page);
      await shows(panel, "#nothing-title", "Nothing is selected");
      await Promise.all([panel.close(), page.close()]);
    });

    test("a page without an article can be read word by word", async () => {
      await page.goto(`${server.url}/none`);
      await host.annotate(page);
      const panel = await host.panelFor(page);
      await shows(panel, "#nothing-title", "No article");
      await host.face(panel);
      await panel.click("#read-everything");
      await shows(panel, "#title", "Index");
      await Promise.all([panel.close(), page.close()]);
    });

    test("the browser's own pages are refused in words, with a way to paste instead", async () => {
      await page.goto("about:blank");
      await host.desk.bringToFront();
      const refusal = await host.desk.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
        return chrome.runtime.sendMessage({ type: "start", tabId: tab.id, what: "page" });
      });
      assert.match(JSON.stringify(refusal), /an extension|no access/);
      const tabId = await tabOf(host.desk, host.desk);
      const panel = await newPage(host.browser, host.address(`panel.html#tab=${tabId}`));
      await shows(panel, "#nothing-remedy", "paste it in the clean view");
      await Promise.all([panel.close(), page.close()]);
    });
  });
}

/**
 * The extension's background, awake.
 * @param {import("puppeteer-core").Browser} browser
 */
async function backgroundOf(browser) {
  const target = await browser.waitForTarget((one) => one.url().endsWith("/background.js"));
  const worker = await target.worker();
  if (!worker) throw new Error("the background is not awake");
  return worker;
}

/**
 * In the background: what the browser does when the reader chooses an entry of the menu, or presses a command's keys.
 * @param {number} tabId
 * @param {string | null} command
 * @param {object} click
 */
async function raise(tabId, command, click) {
  const tab = await chrome.tabs.get(tabId);
  // Chromium's events can be raised by hand, which its types don't tell.
  const { commands, contextMenus } = /** @type {any} */ (chrome);
  if (command) commands.onCommand.dispatch(command, tab);
  else contextMenus.onClicked.dispatch({ editable: false, frameId: 0, ...click }, tab);
}

/**
 * To be run in a page: notes every place that is shown for a moment, which may be over before a driver looks.
 */
function notesFlashes() {
  /** @type {{ words: string, top: number }[]} */
  const flashes = [];
  setInterval(() => {
    // The tenth highlight is the one that shows where the reader was taken.
    const [, flash] = [...CSS.highlights].find(([name]) => name.endsWith("-9")) ?? [];
    for (const range of /** @type {Range[]} */ ([...(flash ?? [])]))
      flashes.push({ words: String(range), top: range.getBoundingClientRect().top });
  }, 50);
  return { flashes };
}

/**
 * Presses something in a page that may be behind another.
 * @param {Page} page
 * @param {string} selector
 */
async function pressed(page, selector) {
  const found = await page.waitForSelector(selector);
  await found?.evaluate((element) => /** @type {HTMLElement} */ (element).closest("button")?.click());
}

/**
 * Waits until words are not painted, while others are.
 * @param {Page} page
 * @param {string} words
 */
function unmarked(page, words) {
  return page.waitForFunction(
    (what) => {
      const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
      return ranges.length > 0 && !ranges.some((range) => String(range) === what);
    },
    {},
    words,
  );
}

/**
 * @param {Page} page
 * @param {string} selector
 */
function textOf(page, selector) {
  return page.$eval(selector, (element) => element.textContent ?? "");
}

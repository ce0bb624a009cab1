// What stays on the device between visits: what the reader expects, and nothing else.

import assert from "node:assert/strict";

import { articleShown, inBrowsers, marks, openTab, paste, shows } from "./harness.js";

/**
 * @import { Page } from "puppeteer-core"
 */

const FIRST = "Angela Merkel visited Paris on Monday and met reporters outside the town hall there.\n";
const SECOND = "Jane Doe, mayor of Boston, spoke on Tuesday after the vote.\n";

/**
 * Waits until what is there now is kept.
 * @param {Page} page
 */
async function saved(page) {
  await page.waitForFunction(() => document.getElementById("storage-state")?.textContent?.startsWith("Saved"));
}

/** @param {Page} page */
async function reload(page) {
  await page.reload();
  await page.waitForSelector("#examples button");
}

/**
 * Checks or unchecks a box among what is kept.
 * @param {Page} page
 * @param {string} id
 */
async function toggle(page, id) {
  await openPanel(page);
  await page.click(`#${id}`);
  await page.click(".private summary");
}

/** @param {Page} page */
async function openPanel(page) {
  if (!(await page.$eval(".private", (panel) => /** @type {HTMLDetailsElement} */ (panel).open)))
    await page.click(".private summary");
}

/**
 * Everything that the browser keeps for the page, as text.
 * @param {Page} page
 * @returns {Promise<string>}
 */
function everythingKept(page) {
  return page.evaluate(async () => {
    const wait = (/** @type {IDBRequest} */ request) =>
      new Promise((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
    const database = await wait(indexedDB.open("pressmark"));
    const kept = await wait(database.transaction("kept").objectStore("kept").getAll());
    database.close();
    return JSON.stringify([kept, { ...localStorage }, { ...sessionStorage }, document.cookie]);
  });
}

inBrowsers("between visits", (test) => {
  test("the article and every edit of it survive a reload", async ({ page }) => {
    await paste(page, FIRST);
    await articleShown(page, FIRST);
    await page.focus("#article");
    await page.keyboard.press("n");
    await page.keyboard.press("x");
    await page.waitForFunction(() => !document.querySelector('#article [data-kind="person"]'));
    await page.focus("#article-date");
    await page.keyboard.type("03152026");
    await page.waitForSelector('#article mark[data-value="2026-03-09"]');
    await saved(page);
    const before = await marks(page);
    await reload(page);
    await articleShown(page, FIRST);
    await shows(page, "#dating", "set by you");
    assert.deepEqual(await marks(page), before);
    assert.equal(await page.$("#recent button"), null);
  });

  test("rules survive a reload", async ({ page }) => {
    await paste(page, FIRST);
    await articleShown(page, FIRST);
    await page.click("#tab-check");
    await page.click(".rulebook summary");
    await page.type('.rulebook input[aria-label="Words"]', "town hall");
    await page.click('.rulebook button[type="submit"]');
    await shows(page, ".rulebook summary", "My rules (1)");
    await saved(page);
    await reload(page);
    await articleShown(page, FIRST);
    await page.click("#tab-check");
    await shows(page, ".rulebook summary", "My rules (1)");
  });

  test("told not to save, the page keeps nothing of an article", async ({ page }) => {
    await toggle(page, "save-article");
    await paste(page, FIRST);
    await articleShown(page, FIRST);
    await reload(page);
    assert.equal(await page.$eval("#editor", (editor) => editor.checkVisibility()), true);
    assert.doesNotMatch(await everythingKept(page), /Merkel/);
    await openPanel(page);
    assert.equal(await page.$eval("#save-article", (box) => /** @type {HTMLInputElement} */ (box).checked), false);
  });

  test("earlier articles are kept and listed only when the reader asks for that", async ({ page }) => {
    await paste(page, FIRST);
    await articleShown(page, FIRST);
    await saved(page);
    await paste(page, SECOND);
    await articleShown(page, SECOND);
    await saved(page);
    assert.doesNotMatch(await everythingKept(page), /Merkel/);
    await toggle(page, "keep-recent");
    await paste(page, FIRST);
    await articleShown(page, FIRST);
    await saved(page);
    await page.click("#new");
    await saved(page);
    await reload(page);
    const row = await page.waitForSelector("#recent button ::-p-text(Jane Doe)");
    assert.equal((await page.$$("#recent li")).length, 2);
    await row?.click();
    await articleShown(page, SECOND);
  });

  test("“Forget everything” forgets everything, at once and for good", async ({ page }) => {
    await toggle(page, "keep-recent");
    await paste(page, FIRST);
    await articleShown(page, FIRST);
    await saved(page);
    await openPanel(page);
    await page.click("#forget");
    await shows(page, "#storage-state", "Everything is forgotten");
    assert.equal(await page.$eval("#article", (article) => article.textContent), "");
    assert.equal(await everythingKept(page), '[[],{},{},""]');
    await reload(page);
    await page.waitForSelector("#editor", { visible: true });
  });

  for (const [what, why, breakIt] of /** @type {const} */ ([
    [
      "is full",
      "storage is full",
      () => {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException("no room", "QuotaExceededError");
        };
      },
    ],
    [
      "is closed to the page",
      "store nothing here",
      () => {
        IDBFactory.prototype.open = () => {
          throw new DOMException("not here", "SecurityError");
        };
      },
    ],
  ])) {
    test(`where the browser’s storage ${what}, the page says that nothing is saved and goes on`, async ({
      browser,
      server,
    }) => {
      const tab = await openTab(browser, server.url, (blank) => blank.evaluateOnNewDocument(breakIt));
      await paste(tab.page, FIRST);
      await articleShown(tab.page, FIRST);
      await shows(tab.page, "#saved", "Not saved");
      await openPanel(tab.page);
      await shows(tab.page, "#storage-state", why);
      assert.deepEqual(tab.errors, []);
      await tab.page.close();
    });
  }
});

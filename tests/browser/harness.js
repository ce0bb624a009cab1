// Drives the page as a reader would, in both browsers alike. Waits for what a reader would see, never for time.

import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";

import puppeteer from "puppeteer-core";

import { servePage } from "./server.js";

/**
 * @import { TestContext } from "node:test"
 * @import { Browser, BrowserContext, LaunchOptions, Page } from "puppeteer-core"
 * @import { PageServer } from "./server.js"
 */

/** @typedef {"light" | "dark" | "forced"} Scheme `forced` is the system's own few colours in place of the page's */

/** An article with some of everything: the page's first example. */
export const TALKS = await readFile(new URL("../../www/examples/talks.txt", import.meta.url), "utf8");

/** The browsers, each with how it is started. `cargo xtask test` gives their paths. */
export const BROWSERS = [
  {
    name: "Chromium",
    launch: (/** @type {Scheme} */ scheme = "light", saveTo = "") => start(chromium(scheme, saveTo)),
  },
  { name: "Firefox", launch: (/** @type {Scheme} */ scheme = "light", saveTo = "") => start(firefox(scheme, saveTo)) },
];

/**
 * @param {Scheme} scheme
 * @param {string} saveTo the folder for downloads, if any are to be made
 * @returns {LaunchOptions}
 */
function chromium(scheme, saveTo) {
  // Nothing that phones home, so that what is recorded is the page's doing.
  const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
  const colours = `--blink-settings=preferredColorScheme=${scheme === "dark" ? 0 : 1},inForcedColors=${scheme === "forced"}`;
  return {
    browser: "chrome",
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    ...(saveTo && { downloadBehavior: { policy: "allow", downloadPath: saveTo } }),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", colours, ...quiet],
  };
}

/**
 * @param {Scheme} scheme
 * @param {string} saveTo the folder for downloads, if any are to be made
 * @returns {LaunchOptions}
 */
function firefox(scheme, saveTo) {
  return {
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    extraPrefsFirefox: {
      ...(saveTo && { "browser.download.folderList": 2, "browser.download.dir": saveTo }),
      "layout.css.prefers-color-scheme.content-override": scheme === "dark" ? 0 : 1,
      "browser.display.document_color_use": scheme === "forced" ? 2 : 0,
      // As readers have it; drivers turn it off, and then a page from disk may read what lies beside it.
      "security.fileuri.strict_origin_policy": true,
    },
  };
}

/** @param {LaunchOptions} options */
function start(options) {
  return puppeteer.launch({ headless: true, protocolTimeout: 120_000, ...options });
}

/**
 * A tab with the page in it, and every error that it logs or throws.
 * @typedef {{ page: Page, errors: string[] }} Tab
 */

/**
 * A tab in the browser's own context, where several files may be saved at once, with nothing kept from another.
 * @param {Browser} browser
 * @param {string} url
 */
async function savingTab(browser, url) {
  const page = await browser.newPage();
  if (!/firefox/i.test(await browser.version())) {
    const session = await page.createCDPSession();
    await session.send("Storage.clearDataForOrigin", { origin: new URL(url).origin, storageTypes: "all" });
  }
  return page;
}

/**
 * Opens the page as if for the first time: nothing is kept from another tab.
 * @param {Browser} browser
 * @param {string} url
 * @param {(page: Page) => Promise<unknown>} [prepare] what is to be done before the page is there
 * @param {string} [saveTo] the folder that the browser was launched with, if files are to be saved
 * @returns {Promise<Tab>}
 */
export async function openTab(browser, url, prepare, saveTo = "") {
  const page = await (saveTo === "" ? (await browser.createBrowserContext()).newPage() : savingTab(browser, url));
  await prepare?.(page);
  return enter(page, url);
}

/**
 * @param {Page} page
 * @param {string} url
 * @returns {Promise<Tab>}
 */
async function enter(page, url) {
  /** @type {string[]} */
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.setDefaultTimeout(20_000);
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(url);
  await page.waitForSelector("#examples button");
  return { page, errors };
}

/**
 * What a test of the page gets: a tab in which it was just opened, as if for the first time.
 * @typedef {Tab & { browser: Browser, server: PageServer, context: TestContext }} Visit
 */

/**
 * Tests of the page, in each browser. They share a browser that may keep the page's files, so that it compiles the
 * engine once and not for each test; what the page itself kept is forgotten before the next.
 * @param {string} title
 * @param {(test: (words: string, act: (visit: Visit) => Promise<void>) => void) => void} define
 * @param {{ arrive?: (visit: Visit) => Promise<unknown>, leave?: (visit: Visit) => Promise<unknown> }} [around] what is
 * done before each test and, if that went well, after it
 */
export function inBrowsers(title, define, { arrive, leave } = {}) {
  for (const { name, launch } of BROWSERS) {
    describe(`${name}, ${title}`, () => {
      /** @type {Browser} */
      let browser;
      /** @type {BrowserContext} */
      let profile;
      /** @type {PageServer} */
      let server;

      before(async () => {
        [browser, server] = await Promise.all([launch(), servePage({ mayBeKept: true })]);
        profile = await browser.createBrowserContext();
        // Of a bare picture, see `forget`, a browser asks for the icon where icons were of old.
        server.replaced.set("/favicon.ico", "");
      });
      after(() => Promise.all([browser.close(), server.close()]));

      define((words, act) =>
        test(words, async (context) => {
          const page = await profile.newPage();
          try {
            await forget(page, server.url);
            const visit = { ...(await enter(page, server.url)), browser, server, context };
            await arrive?.(visit);
            await act(visit);
            await leave?.(visit);
          } finally {
            await page.close();
          }
        }));
    });
  }
}

/**
 * Has the browser forget what the page kept in another tab. From a picture beside the page, which itself keeps nothing.
 * @param {Page} page
 * @param {string} url
 */
async function forget(page, url) {
  await page.goto(new URL("icon.svg", url).href);
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase("pressmark");
        request.onsuccess = () => resolve(null);
        request.onerror = () => reject(request.error);
      }),
  );
}

/**
 * Pastes the first example, and waits until it stands there with its lists.
 * @param {Tab} tab
 */
export async function readTalks({ page }) {
  await paste(page, TALKS);
  await articleShown(page, TALKS);
}

/**
 * Each browser's tab to copy from.
 * @type {WeakMap<Browser, Promise<Page>>}
 */
const sources = new WeakMap();

/**
 * Pastes text with Ctrl+V where the focus is, after copying it with Ctrl+C in another tab.
 * @param {Page} page
 * @param {string} text
 * @param {"text/plain" | "text/html"} [type] as which it is copied
 */
export async function paste(page, text, type = "text/plain") {
  const browser = page.browser();
  const source = await (sources.get(browser) ?? openSource(browser));
  await source.bringToFront();
  await source.evaluate(
    (words, as) => {
      // What is copied is said by a listener: an element that held 10 MB would take seconds to lay out.
      const copied = (/** @type {ClipboardEvent} */ event) => {
        event.clipboardData?.setData(as, words);
        event.preventDefault();
      };
      document.addEventListener("copy", copied, { once: true });
    },
    text,
    type,
  );
  await withControl(source, "c");
  await page.bringToFront();
  await withControl(page, "v");
}

/** @param {Browser} browser */
function openSource(browser) {
  const opening = browser.newPage().then(async (source) => {
    await source.evaluate(() => {
      document.body.textContent = "copied from here";
      getSelection()?.selectAllChildren(document.body);
    });
    return source;
  });
  sources.set(browser, opening);
  return opening;
}

/**
 * @param {Page} page
 * @param {"c" | "v"} key
 */
async function withControl(page, key) {
  await page.keyboard.down("Control");
  await page.keyboard.press(key);
  await page.keyboard.up("Control");
}

/**
 * Drops a file on the page.
 * @param {Page} page
 * @param {string} name
 * @param {Uint8Array | string} bytes
 */
export function dropFile(page, name, bytes) {
  return dropFiles(page, [{ name, bytes }]);
}

/**
 * Drops several files at once.
 * @param {Page} page
 * @param {{ name: string, bytes: Uint8Array | string }[]} files
 */
export async function dropFiles(page, files) {
  await page.evaluate(
    (all) => {
      const data = new DataTransfer();
      for (const { name, content } of all)
        data.items.add(new File([typeof content === "string" ? content : new Uint8Array(content)], name));
      const options = { dataTransfer: data, bubbles: true, cancelable: true };
      for (const type of ["dragenter", "dragover", "drop"]) document.body.dispatchEvent(new DragEvent(type, options));
    },
    files.map(({ name, bytes }) => ({ name, content: typeof bytes === "string" ? bytes : [...bytes] })),
  );
}

/**
 * Waits until the article stands there whole, and its lists beside it: they come a frame after its first marks.
 * @param {Page} page
 * @param {string} [text] what it must say
 */
export async function articleShown(page, text) {
  await page.waitForFunction(
    (expected) => {
      const article = document.getElementById("article");
      if (!article || article.hidden || article.hasAttribute("aria-busy")) return false;
      const last = (/** @type {string} */ mark) => performance.getEntriesByName(mark).at(-1)?.startTime ?? -1;
      if (last("pressmark:lists") < last("pressmark:text")) return false;
      return expected === null ? article.textContent !== "" : article.textContent === expected;
    },
    { timeout: 60_000 },
    text ?? null,
  );
}

/**
 * Waits until an element shows words.
 * @param {Page} page
 * @param {string} selector
 * @param {string} words
 */
export async function shows(page, selector, words) {
  await page.waitForFunction(
    (where, what) => {
      const found = document.querySelector(where);
      return found instanceof HTMLElement && found.checkVisibility() && found.textContent.includes(what);
    },
    {},
    selector,
    words,
  );
}

/**
 * A highlight as the page's contract gives it: its words, joined over its segments, and its data attributes.
 * @typedef {{ words: string } & Record<string, string>} Mark
 */

/**
 * The highlights in order of the text, each once.
 * @param {Page} page
 * @returns {Promise<Mark[]>}
 */
export function marks(page) {
  return page.$$eval("#article [data-a]", (elements) => {
    /** @type {Map<string, any>} */
    const found = new Map();
    for (const element of elements) {
      const { dataset, textContent } = /** @type {HTMLElement} */ (element);
      const known = found.get(dataset.a ?? "");
      if (known) known.words += textContent;
      else found.set(dataset.a ?? "", { ...dataset, words: textContent });
    }
    return [...found.values()];
  });
}

/**
 * What has the focus: its words and, of a highlight, its kind.
 * @param {Page} page
 */
export function focused(page) {
  return page.evaluate(() => {
    const { activeElement: element } = document;
    return { words: element?.textContent ?? "", kind: element?.getAttribute("data-kind") };
  });
}

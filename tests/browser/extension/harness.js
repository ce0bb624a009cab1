// Drives the extension in both browsers. Neither lets a driver press a toolbar button alike:
// - Chromium has a command for it, and so the very build that the shops get is tested there, with no access to a page
//   but what the click gives, and with its side panel.
// - Firefox has none. There the tests ask the background for what the button asks for, by the message of the panel's
//   own "Read this page", and the panel is opened in a tab. Since nothing was clicked, the build has a permission for
//   the test server in its manifest; nothing else differs. The same build serves in Chromium where a click can't reach.

import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";

/**
 * @import { Browser, Frame, Page, Target } from "puppeteer-core"
 * @import { PageState, What } from "../../../extension/lib/protocol.js"
 */

/** The unpacked extension, as `cargo xtask dist` puts it together. */
export const UNPACKED = fileURLToPath(new URL("../../../dist/extension/", import.meta.url));

const FIREFOX_ID = "pressmark@pressmark.example";
/** Firefox gives each installation an address of its own; the tests say which. */
const FIREFOX_UUID = "6f1b8f6e-3f0e-4a5e-9d0e-2c5d1b7a9e10";

/** How long anything that is waited for may take before the test fails, in milliseconds. */
const PATIENCE = 30_000;
const SOON = { timeout: PATIENCE };

/**
 * A browser with the extension in it.
 * @typedef {object} Host
 * @property {Browser} browser
 * @property {Page} desk a page of the extension, from which its interfaces are called
 * @property {(path: string) => string} address of a file of the extension
 * @property {(page: Page, what?: What) => Promise<void>} annotate as the toolbar button does
 * @property {(page: Page) => Promise<Page>} panelFor the panel, for a page that was annotated
 * @property {(panel: Page) => Promise<void>} face turns to the panel: as a tab, it must be in front to be clicked
 * @property {() => Promise<void>} close
 */

/** @type {readonly { name: string, launch: () => Promise<Host> }[]} */
export const HOSTS = [
  { name: "Chromium", launch: () => launchChromium(UNPACKED) },
  { name: "Firefox", launch: launchFirefox },
];

/** Both with access to the test server, as if the reader had given it. */
export const HOSTS_WITH_ACCESS = [
  {
    name: "Chromium",
    launch: async () => {
      const folder = await withAccess();
      const host = await launchChromium(folder);
      return {
        ...host,
        annotate: asker(host.desk),
        panelFor: pinnedPanel(host),
        face: (/** @type {Page} */ panel) => panel.bringToFront(),
        close: closing(host.browser, folder),
      };
    },
  },
  { name: "Firefox", launch: launchFirefox },
];

/**
 * @param {string} folder
 * @returns {Promise<Host>}
 */
async function launchChromium(folder) {
  return hostIn(await startChromium(folder), chromiumHost);
}

/** @param {string} folder */
function startChromium(folder) {
  return puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    pipe: true,
    protocolTimeout: PATIENCE,
    enableExtensions: [folder],
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--no-first-run",
    ],
  });
}

/**
 * @param {Browser} browser
 * @returns {Promise<Host>}
 */
async function chromiumHost(browser) {
  const background = await browser.waitForTarget((target) => target.url().endsWith("/background.js"), SOON);
  const address = (/** @type {string} */ path) => new URL(path, background.url()).href;
  const extension = (await browser.extensions()).get(new URL(background.url()).host);
  if (!extension) throw new Error("the browser does not list the extension");
  const desk = await newPage(browser, address("options.html"));
  return {
    browser,
    desk,
    address,
    async annotate(page) {
      await page.bringToFront();
      await page.triggerExtensionAction(extension);
    },
    async panelFor() {
      const target = await browser.waitForTarget((one) => one.url() === address("panel.html"), SOON);
      const panel = await target.asPage();
      panel.setDefaultTimeout(PATIENCE);
      return panel;
    },
    face: async () => {},
    close: () => shut(browser),
  };
}

/** @returns {Promise<Host>} */
async function launchFirefox() {
  const folder = await withAccess();
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    headless: true,
    protocolTimeout: PATIENCE,
    // Without it a driver may not look into an extension's pages.
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: { "extensions.webextensions.uuids": JSON.stringify({ [FIREFOX_ID]: FIREFOX_UUID }) },
  });
  return hostIn(browser, async () => {
    await browser.installExtension(folder);
    const address = (/** @type {string} */ path) => `moz-extension://${FIREFOX_UUID}/${path}`;
    const desk = await newPage(browser, address("options.html"));
    return {
      browser,
      desk,
      address,
      annotate: asker(desk),
      panelFor: pinnedPanel({ browser, desk, address }),
      face: (panel) => panel.bringToFront(),
      close: closing(browser, folder),
    };
  });
}

/**
 * What `make` makes of a browser. One that it fails in is closed: a test's process ends with its last browser.
 * @param {Browser} browser
 * @param {(browser: Browser) => Promise<Host>} make
 */
async function hostIn(browser, make) {
  try {
    return await make(browser);
  } catch (error) {
    await shut(browser);
    throw error;
  }
}

/** A copy of the extension with access to the test server. */
async function withAccess() {
  const folder = await mkdtemp(join(tmpdir(), "pressmark-"));
  await cp(UNPACKED, folder, { recursive: true });
  const manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
  manifest.host_permissions = ["http://127.0.0.1/*"];
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest));
  return folder;
}

/**
 * @param {Browser} browser
 * @param {string} folder
 */
function closing(browser, folder) {
  return async () => {
    await shut(browser);
    await rm(folder, { recursive: true });
  };
}

/**
 * Closes a browser, which must be gone for the test's process to end: one that does not answer is killed.
 * @param {Browser} browser
 */
async function shut(browser) {
  try {
    await within(browser.close(), "the browser closed");
  } catch (error) {
    browser.process()?.kill("SIGKILL");
    throw error;
  }
}

/**
 * What comes in time, so that no test waits for what never will.
 * @template T
 * @param {Promise<T>} coming
 * @param {string} what it is, for the test's report
 * @returns {Promise<T>}
 */
export function within(coming, what) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const late = new Promise((/** @type {(value: never) => void} */ _, reject) => {
    timer = setTimeout(() => reject(new Error(`not in ${PATIENCE / 1000} s: ${what}`)), PATIENCE);
  });
  return Promise.race([coming, late]).finally(() => clearTimeout(timer));
}

/**
 * @param {Browser} browser
 * @param {string} url
 */
export async function newPage(browser, url) {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.setViewport({ width: 1280, height: 2400 });
  // Firefox does not tell its driver that an extension's page has loaded.
  page.goto(url).catch(() => null);
  await arrival(page, url);
  return page;
}

/**
 * Until a page has loaded. Firefox fails what is asked of a window that is being left, and on its way to a page it may
 * leave more than one: so each is asked until one answers that it is the page.
 * @param {Page} page
 * @param {string} url
 */
async function arrival(page, url) {
  const isThere = (/** @type {string} */ to) => location.href === to && document.readyState === "complete";
  const late = performance.now() + PATIENCE;
  while (performance.now() < late) {
    if (await page.evaluate(isThere, url).catch(() => false)) return;
    // What the browser has to tell is heard in between.
    await new Promise(setImmediate);
  }
  throw new Error(`not in ${PATIENCE / 1000} s: ${url} opened`);
}

/**
 * @param {Page} desk
 * @returns {Host["annotate"]}
 */
function asker(desk) {
  return async (page, what = "page") => {
    const tabId = await tabOf(desk, page);
    await desk.evaluate(
      (id, which) => chrome.runtime.sendMessage({ type: "start", tabId: id, what: which }),
      tabId,
      what,
    );
  };
}

/**
 * @param {Pick<Host, "browser" | "desk" | "address">} host
 * @returns {Host["panelFor"]}
 */
function pinnedPanel({ browser, desk, address }) {
  return async (page) => {
    const tabId = await tabOf(desk, page);
    const panel = await newPage(browser, address(`panel.html#tab=${tabId}`));
    await page.bringToFront();
    return panel;
  };
}

/**
 * The browser's number of a page's tab: the one in front, when the page was brought there.
 * @param {Page} desk
 * @param {Page} page
 * @returns {Promise<number>}
 */
export async function tabOf(desk, page) {
  await page.bringToFront();
  return desk.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    return /** @type {number} */ (tab.id);
  });
}

/**
 * What the content script has read, as it tells a panel.
 * @param {Host} host
 * @param {Page} page
 * @returns {Promise<PageState>}
 */
export async function stateOf({ desk }, page) {
  const tabId = await tabOf(desk, page);
  return desk.evaluate(
    (id) =>
      new Promise((resolve) => {
        // Left open: its end would tell the page that the panel was closed.
        const port = chrome.tabs.connect(id, { name: "panel" });
        port.onMessage.addListener((message) => message.type === "state" && message.on && resolve(message));
      }),
    tabId,
  );
}

/**
 * Waits until anything is painted.
 * @param {Page | Frame} page
 */
export function painted(page) {
  return page.waitForFunction(() => [...CSS.highlights.values()].some((highlight) => highlight.size > 0));
}

/**
 * Waits until nothing is.
 * @param {Page | Frame} page
 */
export function unpainted(page) {
  return page.waitForFunction(() => CSS.highlights.size === 0);
}

/**
 * What is painted, as the page sees it: the words of each highlight, in order of the text.
 * @param {Page | Frame} page
 * @returns {Promise<Record<string, string>>} by the end of the highlight's name, without white space
 */
export function paint(page) {
  return page.evaluate(() => {
    /** @type {Record<string, string>} */
    const found = {};
    for (const [name, highlight] of CSS.highlights) {
      const ranges = /** @type {Range[]} */ ([...highlight]).filter((range) => range.startContainer.isConnected);
      // Nodes of different trees have no order of their own: there it is that of the lines on the screen.
      const top = (/** @type {Range} */ range) => range.getClientRects()[0]?.top ?? 0;
      ranges.sort((a, b) =>
        a.startContainer.getRootNode() === b.startContainer.getRootNode()
          ? a.compareBoundaryPoints(Range.START_TO_START, b)
          : top(a) - top(b),
      );
      found[name.replace(/^.*-/, "")] = ranges.map(String).join("").replace(/\s/g, "");
    }
    return found;
  });
}

/**
 * The page's markup, that of its open shadow trees too.
 * @param {Page | Frame} page
 */
export function markup(page) {
  return page.evaluate(() => {
    const trees = (/** @type {ParentNode} */ root) => {
      /** @type {string[]} */
      const found = [];
      for (const element of root.querySelectorAll("*")) {
        if (element.shadowRoot) found.push(element.shadowRoot.innerHTML, ...trees(element.shadowRoot));
      }
      return found;
    };
    return [document.documentElement.outerHTML, ...trees(document)].join("\n");
  });
}

/**
 * The clean view with a text in it, as the panel opens it.
 * @param {Host} host
 * @param {string} text
 */
export async function cleanViewOf({ browser, desk, address }, text) {
  await desk.bringToFront();
  return opened(browser, address("clean.html"), () =>
    desk.evaluate(
      (text) =>
        chrome.runtime.sendMessage({
          type: "open-clean-view",
          text,
          log: { entries: [], done: 0 },
          title: "A meeting",
        }),
      text,
    ),
  );
}

/**
 * The tab that an act opens.
 * @param {Browser} browser
 * @param {string} address how its address begins
 * @param {() => Promise<unknown>} act
 * @returns {Promise<Page>}
 */
export async function opened(browser, address, act) {
  const created = new Promise((/** @type {(target: Target) => void} */ resolve) =>
    browser.once("targetcreated", resolve),
  );
  await act();
  const page = await (await within(created, `a tab with ${address}`)).page();
  if (!page) throw new Error("what was opened is no tab");
  await page.waitForFunction((start) => location.href.startsWith(start), {}, address);
  return page;
}

/**
 * The background: a service worker in Chromium, an event page in Firefox. It hears the toolbar button, the keyboard and
 * the menu, runs the engine, and puts the content script into the tab that the reader pointed at.
 */

import { messageOf } from "../pkg/load.js";
import { EMPTY_LOG } from "../www/lib/edits.js";
import { createReading } from "../www/lib/reading.js";
import { api } from "./lib/api.js";
import { annotatePublished, answer as answerAsWorker, engine } from "./lib/engine.js";
import { marksOf } from "./lib/marks.js";
import { styleSheet } from "./lib/palette.js";
import { isAccessRefused, NO_ARTICLE, NO_SELECTION, refusalOf } from "./lib/restricted.js";
import { loadRules } from "./lib/rules.js";
import { loadSettings, lookOf, onSettings } from "./lib/settings.js";
import { alwaysOnSites, isAlwaysOn, registerSites } from "./lib/sites.js";
import { amendNote, forgetTab, notedTabs, noteOf } from "./lib/tabs.js";

/**
 * @import { Log } from "../www/lib/edits.js"
 * @import { AnswerTo, Found, Refusal, ToBackground, ToContent, What } from "./lib/protocol.js"
 */

/** Longest text that is taken from a message, in UTF-16 units: as long as the page takes. */
const MAX_TEXT = 20_000_000;

/** After how long a refused injection is asked for again, in milliseconds. */
const MOMENT = 50;

const CONTENT = ["content.js"];
const PANEL = "panel.html";
const CLEAN_VIEW = "clean.html";

// ------------------------------------------------------------------------------------------- what the reader does

api.action.onClicked.addListener((tab) => {
  openPanel(tab);
  start(tab, "page");
});

api.commands.onCommand.addListener((command, tab) => {
  if (command !== "annotate-selection" || !tab) return;
  openPanel(tab);
  start(tab, "selection");
});

api.contextMenus.onClicked.addListener(({ menuItemId, selectionText, frameId }, tab) => {
  if (!tab) return;
  openPanel(tab);
  if (menuItemId === "annotate-page") start(tab, "page");
  else startSelection(tab, frameId ?? 0, selectionText ?? "");
});

api.runtime.onInstalled.addListener(async () => {
  await api.contextMenus.removeAll();
  api.contextMenus.create({ id: "annotate-page", title: "Annotate page", contexts: ["page"] });
  api.contextMenus.create({ id: "annotate-selection", title: "Annotate selection", contexts: ["selection"] });
  await registerSites();
});

api.permissions.onAdded.addListener(registerSites);
api.permissions.onRemoved.addListener(registerSites);
api.tabs.onRemoved.addListener(forgetTab);

onSettings(async (settings) => {
  await registerSites();
  for (const tabId of await notedTabs()) tell(tabId, { type: "look", look: lookOf(settings) }).catch(() => null);
});

/**
 * Opens the panel beside the page. It must be called in the very event that the reader caused.
 * @param {chrome.tabs.Tab} tab
 */
function openPanel({ id, windowId }) {
  const opening = api.sidePanel ? api.sidePanel.open({ windowId }) : api.sidebarAction?.open();
  // Where there is neither, or the browser does not let it open, the panel is a page like any other.
  (opening ?? Promise.reject()).catch(() =>
    api.tabs.create({ url: api.runtime.getURL(`${PANEL}#tab=${id}`), active: false }),
  );
}

// --------------------------------------------------------------------------------------------------- reading a tab

/**
 * Reads a tab and remembers why not, for the panel to say.
 * @param {chrome.tabs.Tab} tab
 * @param {What} what
 * @param {number} [frameId]
 * @returns {Promise<Refusal | null>}
 */
async function start(tab, what, frameId = 0) {
  const tabId = /** @type {number} */ (tab.id);
  // While the page is looked at.
  engine().catch(() => null);
  const refusal = await readFrame(tab, what, frameId).catch((error) => refusalOf(tab.url, messageOf(error)));
  await amendNote(tabId, { refusal });
  return refusal;
}

/**
 * Reads what is selected. Where the page can't be touched, the browser itself may say what it is.
 * @param {chrome.tabs.Tab} tab
 * @param {number} frameId
 * @param {string} selected
 */
async function startSelection(tab, frameId, selected) {
  if ((await start(tab, "selection", frameId)) && selected.trim() !== "") await openCleanView(selected, EMPTY_LOG, "");
}

/**
 * @param {chrome.tabs.Tab} tab
 * @param {What} what
 * @param {number} frameId
 * @returns {Promise<Refusal | null>}
 */
async function readFrame(tab, what, frameId) {
  const tabId = /** @type {number} */ (tab.id);
  const look = lookOf(await loadSettings());
  await inject(tabId, frameId);
  const { frameId: before } = await noteOf(tabId);
  if (before !== undefined && before !== frameId) await tell(tabId, { type: "off" }, before).catch(() => null);
  const found = /** @type {Found} */ (await tell(tabId, { type: "read", what, look }, frameId));
  if (found.length > 0) {
    await amendNote(tabId, { frameId });
    return null;
  }
  if (what === "selection") return NO_SELECTION;
  const other = frameId === 0 ? await frameWithArticle(tabId) : null;
  return other === null ? NO_ARTICLE : readFrame(tab, what, other);
}

/**
 * Puts the content script into a frame. Of forty clicks Chromium hands on about one before the permission that goes
 * with it: what is refused is asked for once more, a moment later. Where there is no permission, it is refused again.
 * @param {number} tabId
 * @param {number} frameId
 */
async function inject(tabId, frameId) {
  const injection = { target: { tabId, frameIds: [frameId] }, files: CONTENT };
  try {
    await api.scripting.executeScript(injection);
  } catch (error) {
    if (!isAccessRefused(messageOf(error))) throw error;
    await new Promise((resolve) => setTimeout(resolve, MOMENT));
    await api.scripting.executeScript(injection);
  }
}

/**
 * The frame with the longest article, of those that may be touched, when the page itself has none.
 * @param {number} tabId
 */
async function frameWithArticle(tabId) {
  const injected = await api.scripting.executeScript({ target: { tabId, allFrames: true }, files: CONTENT });
  const measured = await Promise.all(
    injected
      .filter(({ frameId }) => frameId !== 0)
      .map(async ({ frameId }) => {
        const found = /** @type {Found | null} */ (await tell(tabId, { type: "measure" }, frameId).catch(() => null));
        return { frameId, length: found?.length ?? 0 };
      }),
  );
  const [longest] = measured.sort((a, b) => b.length - a.length);
  return longest && longest.length > 0 ? longest.frameId : null;
}

/**
 * @param {number} tabId
 * @param {ToContent} message
 * @param {number} [frameId]
 */
function tell(tabId, message, frameId) {
  return frameId === undefined
    ? api.tabs.sendMessage(tabId, message)
    : api.tabs.sendMessage(tabId, message, { frameId });
}

// ------------------------------------------------------------------------------------------------ answering others

/**
 * @typedef {{ [T in ToBackground["type"]]: (message: Extract<ToBackground, { type: T }>, sender: chrome.runtime.MessageSender) => Promise<AnswerTo[T]> }} Answers
 */

/** @type {Answers} */
const answers = {
  async arrived(_, { url = "" }) {
    return (await isAlwaysOn(url)) ? { look: lookOf(await loadSettings()) } : null;
  },

  async read({ text, published }, { tab, frameId = 0 }) {
    const columns = await annotatePublished(checkedText(text), published);
    const { highlights, names } = createReading(text, columns, { rules: await loadRules() });
    const tabId = tab?.id;
    if (tabId !== undefined) {
      await Promise.all([amendNote(tabId, { frameId, refusal: null }), showCount(tabId, names.length)]);
    }
    return {
      marks: marksOf(highlights),
      dateline: columns.article.dateFrom === "dateline",
    };
  },

  async style({ name, tone }, sender) {
    const { target, tabId } = targetOf(sender);
    if (!/^h[\da-z]{8}-$/.test(name)) throw new TypeError("not the name of a highlight of ours");
    const { css: before } = await noteOf(tabId);
    const css = styleSheet(name, tone, (await loadSettings()).colours);
    // As the page's author would: Chromium paints the fills of no other origin's highlights.
    await api.scripting.insertCSS({ target, css, origin: "AUTHOR" });
    if (before) await api.scripting.removeCSS({ target, css: before, origin: "AUTHOR" }).catch(() => null);
    await amendNote(tabId, { css });
    return null;
  },

  async unstyle(_, sender) {
    const { target, tabId } = targetOf(sender);
    const { css } = await noteOf(tabId);
    if (css) await api.scripting.removeCSS({ target, css, origin: "AUTHOR" }).catch(() => null);
    await Promise.all([amendNote(tabId, { css: "" }), api.action.setBadgeText({ tabId, text: "" })]);
    return null;
  },

  async "open-panel"(_, { tab }) {
    if (tab) openPanel(tab);
    return null;
  },

  engine({ message }) {
    return answerAsWorker(message);
  },

  async start({ tabId, what }) {
    return start(await api.tabs.get(tabId), what);
  },

  async "open-clean-view"({ text, log, title }) {
    await openCleanView(checkedText(text), log, title);
    return null;
  },

  async forget() {
    await Promise.all((await notedTabs()).map((tabId) => tell(tabId, { type: "off" }).catch(() => null)));
    const origins = await alwaysOnSites();
    if (origins.length > 0) await api.permissions.remove({ origins });
    await Promise.all([api.storage.local.clear(), api.storage.session.clear()]);
    return null;
  },
};

api.runtime.onMessage.addListener((message, sender, answer) => {
  if (sender.id !== api.runtime.id || !Object.hasOwn(answers, message?.type)) return false;
  const type = /** @type {ToBackground["type"]} */ (message.type);
  // A content script stands in a page that nobody vouches for: it may only speak of its own tab.
  if (isPage(sender) && !FROM_PAGES.has(type)) return false;
  const work = /** @type {(message: unknown, sender: chrome.runtime.MessageSender) => Promise<unknown>} */ (
    answers[type]
  );
  work(message, sender).then(
    (ok) => answer({ ok }),
    (error) => answer({ error: { code: String(error?.code ?? ""), message: String(error?.message ?? error) } }),
  );
  // The answer comes later.
  return true;
});

/** What a content script may ask for. @type {ReadonlySet<ToBackground["type"]>} */
const FROM_PAGES = new Set(["arrived", "read", "style", "unstyle", "open-panel"]);

/** @param {chrome.runtime.MessageSender} sender */
function isPage({ url = "" }) {
  return !url.startsWith(api.runtime.getURL(""));
}

/** @param {chrome.runtime.MessageSender} sender a content script */
function targetOf({ tab, frameId = 0 }) {
  if (tab?.id === undefined) throw new TypeError("only a tab's page can be styled");
  return { tabId: tab.id, target: { tabId: tab.id, frameIds: [frameId] } };
}

/** @param {unknown} text */
function checkedText(text) {
  if (typeof text !== "string") throw new TypeError("a text is a string");
  if (text.length > MAX_TEXT) throw new RangeError("the text is longer than Pressmark reads");
  return text;
}

/**
 * The number of names on the toolbar button.
 * @param {number} tabId
 * @param {number} count
 */
async function showCount(tabId, count) {
  await api.action.setBadgeBackgroundColor({ tabId, color: "#5d5b56" });
  await api.action.setBadgeText({ tabId, text: count > 999 ? "999+" : String(count) });
}

/**
 * The paste page with a text in it. The text waits in memory under a key that the page is told.
 * @param {string} text
 * @param {Log} log
 * @param {string} title
 */
async function openCleanView(text, log, title) {
  const key = `text:${crypto.randomUUID()}`;
  await api.storage.session.set({ [key]: { text, log, title } });
  await api.tabs.create({ url: api.runtime.getURL(`${CLEAN_VIEW}#${key}`) });
}

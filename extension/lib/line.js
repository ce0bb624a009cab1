/**
 * The panel's line to the content script of the tab in front. It stays open to each tab that was ever in front, because
 * its end is how a page learns that the panel was closed.
 */

import { api } from "./api.js";
import { noteOf, onNote } from "./tabs.js";

/**
 * @import { FromPanel, PageState, Refusal, ToPanel } from "./protocol.js"
 */

/**
 * @typedef {object} Hearer
 * @property {(state: PageState) => void} state
 * @property {(ids: string[]) => void} picked
 * @property {() => void} lost
 * @property {(refusal: Refusal | null, gone: boolean) => void} none nothing was read; `gone`: the page that was is left
 */

/** @typedef {ReturnType<typeof createLine>} Line */

/** @param {Hearer} hearer */
export function createLine(hearer) {
  /** @type {Map<number, chrome.runtime.Port>} */
  const ports = new Map();
  const line = { tabId: /** @type {number | null} */ (null), call, say };

  /** Asks the tab in front for what it has, over a new line if there is none. */
  function call() {
    const { tabId } = line;
    if (tabId === null) return;
    const open = ports.get(tabId);
    if (open) open.postMessage(/** @type {FromPanel} */ ({ type: "hello" }));
    else connect(tabId);
  }

  /** @param {number} tabId */
  function connect(tabId) {
    const port = api.tabs.connect(tabId, { name: "panel" });
    ports.set(tabId, port);
    let heard = false;
    port.onMessage.addListener((/** @type {ToPanel} */ message) => {
      heard = true;
      if (tabId !== line.tabId) return;
      if (message.type === "state" && !message.on) none(tabId, false);
      else hear(message, hearer);
    });
    port.onDisconnect.addListener(() => {
      // Reading it is how Chromium is told that nobody at the other end is no surprise.
      void api.runtime.lastError;
      ports.delete(tabId);
      if (tabId === line.tabId) none(tabId, heard);
    });
  }

  /**
   * Says why there is nothing, if that is known.
   * @param {number} tabId
   * @param {boolean} gone
   */
  async function none(tabId, gone) {
    const { refusal = null } = gone ? {} : await noteOf(tabId);
    if (tabId === line.tabId) hearer.none(refusal, gone);
  }

  /** @param {FromPanel} message */
  function say(message) {
    if (line.tabId !== null) ports.get(line.tabId)?.postMessage(message);
  }

  /** @param {number} tabId */
  function turnTo(tabId) {
    line.tabId = tabId;
    call();
  }

  onNote((tabId, { refusal }) => {
    if (tabId !== line.tabId) return;
    if (refusal) hearer.none(refusal, false);
    else if (!ports.has(tabId)) call();
  });

  const pinned = Number(new URLSearchParams(location.hash.slice(1)).get("tab"));
  if (pinned > 0) {
    // The panel as a page of its own, where a browser has no side panel.
    turnTo(pinned);
  } else {
    followTabs(turnTo);
  }
  return line;
}

/** @param {(tabId: number) => void} turnTo */
async function followTabs(turnTo) {
  const [tab] = await api.tabs.query({ active: true, currentWindow: true });
  const { windowId } = tab ?? {};
  if (tab?.id !== undefined) turnTo(tab.id);
  api.tabs.onActivated.addListener((active) => {
    if (active.windowId === windowId) turnTo(active.tabId);
  });
}

/**
 * @param {ToPanel} message
 * @param {Hearer} hearer
 */
function hear(message, hearer) {
  if (message.type === "state") hearer.state(message);
  if (message.type === "picked") hearer.picked(message.ids);
  if (message.type === "lost") hearer.lost();
}

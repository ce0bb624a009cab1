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

/** The panel's line, to whichever tab is in front. */
export class Line {
  /** @type {number | null} */
  tabId = null;
  /** @type {Map<number, { port: chrome.runtime.Port, frameId: number }>} */
  #ports = new Map();
  #hearer;

  /** @param {Hearer} hearer */
  constructor(hearer) {
    this.#hearer = hearer;
    onNote((tabId) => {
      if (tabId === this.tabId) this.call();
    });
    const pinned = Number(new URLSearchParams(location.hash.slice(1)).get("tab"));
    // As a page of its own, where a browser has no side panel, it keeps to one tab.
    if (pinned > 0) this.#turnTo(pinned);
    else followTabs((tabId) => this.#turnTo(tabId));
  }

  /** Asks the tab in front for what it has, over a new line if there is none to the frame that was read. */
  async call() {
    const { tabId } = this;
    if (tabId === null) return;
    const { frameId = 0, refusal } = await noteOf(tabId);
    if (tabId !== this.tabId) return;
    if (refusal) {
      this.#hearer.none(refusal, false);
      return;
    }
    const open = this.#ports.get(tabId);
    if (open?.frameId === frameId) {
      this.say({ type: "hello" });
      return;
    }
    this.#connect(tabId, frameId);
    open?.port.disconnect();
  }

  /** @param {FromPanel} message */
  say(message) {
    if (this.tabId !== null) this.#ports.get(this.tabId)?.port.postMessage(message);
  }

  /** @param {number} tabId */
  #turnTo(tabId) {
    this.tabId = tabId;
    this.call();
  }

  /**
   * @param {number} tabId
   * @param {number} frameId
   */
  #connect(tabId, frameId) {
    const port = api.tabs.connect(tabId, { name: "panel", frameId });
    const isCurrent = () => this.#ports.get(tabId)?.port === port;
    let heard = false;
    this.#ports.set(tabId, { port, frameId });
    port.onMessage.addListener((/** @type {ToPanel} */ message) => {
      heard = true;
      if (tabId === this.tabId && isCurrent()) this.#hear(message);
    });
    port.onDisconnect.addListener(() => {
      // Reading it is how Chromium is told that nobody at the other end is no surprise.
      void api.runtime.lastError;
      if (!isCurrent()) return;
      this.#ports.delete(tabId);
      if (tabId === this.tabId) this.#hearer.none(null, heard);
    });
  }

  /** @param {ToPanel} message */
  #hear(message) {
    if (message.type === "picked") this.#hearer.picked(message.ids);
    if (message.type === "lost") this.#hearer.lost();
    if (message.type !== "state") return;
    if (message.on) this.#hearer.state(message);
    else this.#hearer.none(null, false);
  }
}

/**
 * Calls back with the tab in front of this window, now and whenever that changes.
 * @param {(tabId: number) => void} turnTo
 */
async function followTabs(turnTo) {
  const [tab] = await api.tabs.query({ active: true, currentWindow: true });
  const { windowId } = tab ?? {};
  if (tab?.id !== undefined) turnTo(tab.id);
  api.tabs.onActivated.addListener((active) => {
    if (active.windowId === windowId) turnTo(active.tabId);
  });
}

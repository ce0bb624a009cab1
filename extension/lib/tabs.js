/**
 * What the background must remember of tabs while it sleeps: which frame is annotated, the style sheet that was put in,
 * why a page was refused. Kept in memory by the browser until it closes, and no longer than the tab.
 */

import { api } from "./api.js";

/**
 * @import { Refusal } from "./protocol.js"
 */

/**
 * @typedef {object} TabNote
 * @property {number} [frameId] the frame that was read
 * @property {string} [css] the style sheet in it
 * @property {Refusal | null} [refusal] why the page was not read
 */

/** @param {number} tabId */
const keyOf = (tabId) => `tab:${tabId}`;

/** Under which the edits of a tab's page are kept (see logs.js). @param {number} tabId */
export const logKeyOf = (tabId) => `log:${tabId}`;

/**
 * @param {number} tabId
 * @returns {Promise<TabNote>}
 */
export async function noteOf(tabId) {
  const key = keyOf(tabId);
  return /** @type {Record<string, TabNote>} */ (await api.storage.session.get(key))[key] ?? {};
}

/** Changes are made one after the other: each reads what the one before has written. */
let last = Promise.resolve();

/**
 * @param {number} tabId
 * @param {TabNote} change
 * @returns {Promise<void>}
 */
export function amendNote(tabId, change) {
  last = last
    .catch(() => undefined)
    .then(async () => api.storage.session.set({ [keyOf(tabId)]: { ...(await noteOf(tabId)), ...change } }));
  return last;
}

/** @param {number} tabId */
export async function forgetTab(tabId) {
  await api.storage.session.remove([keyOf(tabId), logKeyOf(tabId)]);
}

/** Every tab that anything is remembered of. @returns {Promise<number[]>} */
export async function notedTabs() {
  const keys = Object.keys(await api.storage.session.get(null));
  return keys.filter((key) => key.startsWith("tab:")).map((key) => Number(key.slice(4)));
}

/**
 * Calls back when a tab was read or refused.
 * @param {(tabId: number, note: TabNote) => void} listener
 */
export function onNote(listener) {
  api.storage.onChanged.addListener((changes, area) => {
    if (area !== "session") return;
    for (const [key, { newValue }] of Object.entries(changes)) {
      if (key.startsWith("tab:") && newValue) listener(Number(key.slice(4)), /** @type {TabNote} */ (newValue));
    }
  });
}

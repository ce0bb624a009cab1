/**
 * The reader's edits of the page that each tab shows, so that they are still there when the reader comes back to the tab
 * or opens the panel again. Kept in memory by the browser until it closes, and no longer than the tab.
 */

import { appended, EMPTY_LOG } from "../../www/lib/edits.js";
import { api } from "./api.js";
import { logKeyOf } from "./tabs.js";

/**
 * @import { Log } from "../../www/lib/edits.js"
 * @import { PageState } from "./protocol.js"
 */

/** @typedef {{ address: string, published: string | null, log: Log }} Kept */

/**
 * @param {number} tabId
 * @param {PageState} page
 * @param {Log} log
 */
export async function keepLog(tabId, { address, published }, log) {
  /** @type {Kept} */
  const kept = { address, published, log };
  await api.storage.session.set({ [logKeyOf(tabId)]: kept });
}

/**
 * What the reader has changed of a page, whatever it says by now.
 * @param {number} tabId
 * @param {PageState} page
 * @returns {Promise<Log | null>} null when nothing is kept, or of another page
 */
export async function keptLog(tabId, { address, published }) {
  const key = logKeyOf(tabId);
  const kept = /** @type {Record<string, Kept | undefined>} */ (await api.storage.session.get(key))[key];
  if (kept?.address !== address) return null;
  return kept.published === published ? kept.log : datedAnew(kept.log, published);
}

/**
 * A log with the page's present date in the place of the one that it began with.
 * @param {Log} log
 * @param {string | null} published
 * @returns {Log}
 */
export function datedAnew({ entries, done }, published) {
  const had = entries[0]?.dating?.by === "page" ? 1 : 0;
  const own = { entries: entries.slice(had), done: Math.max(0, done - had) };
  if (published === null) return own;
  const start = appended(EMPTY_LOG, { op: "dating", at: [], dating: { by: "page", day: published } });
  return { entries: [...start.entries, ...own.entries], done: start.done + own.done };
}

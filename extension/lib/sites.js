/** Sites on which the reader wants every article annotated: each is an optional permission that the reader gave. */

import { api } from "./api.js";

const SCRIPT = "always-on";

/** The sites, as the browser's match patterns. @returns {Promise<string[]>} */
export async function alwaysOnSites() {
  return (await api.permissions.getAll()).origins ?? [];
}

/**
 * The pattern for a site as a reader writes it: `example.com`, `https://www.example.com/news`.
 * @param {string} written
 * @returns {string | null} null if that is no site
 */
export function patternOf(written) {
  try {
    const { protocol, hostname } = new URL(written.includes("://") ? written : `https://${written}`);
    const plain = /^https?:$/.test(protocol) && /^[\w-]+(\.[\w-]+)*$/.test(hostname);
    return plain ? `${protocol}//${hostname}/*` : null;
  } catch {
    return null;
  }
}

/**
 * Whether a page is on one of the sites.
 * @param {string} address
 */
export function isAlwaysOn(address) {
  return api.permissions.contains({ origins: [address] }).catch(() => false);
}

/** Has the content script put into the pages of just those sites that there is permission for. */
export async function registerSites() {
  const matches = await alwaysOnSites();
  const registered = await api.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
  if (matches.length === 0) {
    if (registered.length > 0) await api.scripting.unregisterContentScripts({ ids: [SCRIPT] });
    return;
  }
  /** @type {chrome.scripting.RegisteredContentScript} */
  const script = { id: SCRIPT, matches, js: ["extension/content.js"], runAt: "document_idle" };
  await (registered.length > 0
    ? api.scripting.updateContentScripts([script])
    : api.scripting.registerContentScripts([script]));
}

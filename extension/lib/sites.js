/**
 * Sites on which the reader wants every article annotated. Each is in the settings and has an optional permission that
 * the reader gave; a permission alone, such as one given in the browser's own list of extensions, turns nothing on.
 */

import { api } from "./api.js";
import { loadSettings, saveSettings } from "./settings.js";

const SCRIPT = "always-on";

/** The sites, as the browser's match patterns. @returns {Promise<string[]>} */
export async function alwaysOnSites() {
  const { sites } = await loadSettings();
  const permitted = await Promise.all(sites.map((site) => api.permissions.contains({ origins: [site] })));
  return sites.filter((_, i) => permitted[i]);
}

/**
 * Asks the reader for a site, which the browser allows only in an event that the reader caused.
 * @param {string} pattern
 * @returns {Promise<boolean>} whether it was given
 */
export async function addSite(pattern) {
  if (!(await api.permissions.request({ origins: [pattern] }))) return false;
  const { sites } = await loadSettings();
  await saveSettings({ sites: [...new Set([...sites, pattern])] });
  return true;
}

/** @param {string} pattern */
export async function removeSite(pattern) {
  const { sites } = await loadSettings();
  await saveSettings({ sites: sites.filter((site) => site !== pattern) });
  await api.permissions.remove({ origins: [pattern] });
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
export async function isAlwaysOn(address) {
  const pattern = patternOf(address);
  return pattern !== null && (await alwaysOnSites()).includes(pattern);
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
  const script = { id: SCRIPT, matches, js: ["content.js"], runAt: "document_idle" };
  await (registered.length > 0
    ? api.scripting.updateContentScripts([script])
    : api.scripting.registerContentScripts([script]));
}

/** What the reader has chosen. Kept in the browser's storage for this extension; no text of any article is. */

import { ALL_KINDS } from "../../www/lib/kinds.js";
import { api } from "./api.js";

/**
 * @import { HighlightKind } from "../../www/lib/kinds.js"
 * @import { Look } from "./protocol.js"
 */

/**
 * @typedef {object} Settings
 * @property {boolean} paint whether highlights are painted on the page, or shown in the panel alone
 * @property {boolean} keep whether they stay when the panel is closed
 * @property {HighlightKind[]} hidden kinds that are not painted
 * @property {Partial<Record<HighlightKind, string>>} colours fills of the reader's own, `#rrggbb`
 * @property {string[]} sites those on which every article is annotated, as match patterns: `https://example.com/*`
 */

/** @type {Readonly<Settings>} */
export const DEFAULTS = Object.freeze({ paint: true, keep: false, hidden: [], colours: {}, sites: [] });

const KEY = "settings";

/** @returns {Promise<Settings>} */
export async function loadSettings() {
  return checked((await api.storage.local.get(KEY))[KEY]);
}

/** @param {Partial<Settings>} change */
export async function saveSettings(change) {
  await api.storage.local.set({ [KEY]: { ...(await loadSettings()), ...change } });
}

/**
 * Calls back after each change, whichever of the extension's pages made it.
 * @param {(settings: Settings) => void} listener
 */
export function onSettings(listener) {
  api.storage.onChanged.addListener((changes, area) => {
    if (area === "local" && KEY in changes) listener(checked(changes[KEY].newValue));
  });
}

/**
 * @param {Settings} settings
 * @returns {Look}
 */
export function lookOf({ paint, keep, hidden }) {
  return { paint, keep, hidden };
}

/**
 * Settings from storage, where another version may have left something else.
 * @param {unknown} stored
 * @returns {Settings}
 */
export function checked(stored) {
  const found = /** @type {Record<string, unknown>} */ (stored instanceof Object ? stored : {});
  const kinds = ALL_KINDS.map(({ kind }) => kind);
  const colours = Object.entries(found.colours instanceof Object ? found.colours : {}).filter(
    ([kind, colour]) => kinds.includes(/** @type {HighlightKind} */ (kind)) && isColour(colour),
  );
  return {
    paint: found.paint !== false,
    keep: found.keep === true,
    hidden: Array.isArray(found.hidden)
      ? kinds.filter((kind) => /** @type {unknown[]} */ (found.hidden).includes(kind))
      : [],
    colours: Object.fromEntries(colours),
    sites: Array.isArray(found.sites) ? found.sites.filter(isSite) : [],
  };
}

/** @param {unknown} value */
function isColour(value) {
  return typeof value === "string" && /^#[\da-f]{6}$/i.test(value);
}

/** @param {unknown} value */
function isSite(value) {
  return typeof value === "string" && /^https?:\/\/[\w.-]+\/\*$/.test(value);
}

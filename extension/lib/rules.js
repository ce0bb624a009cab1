/** The reader's personal rules, in the browser's storage for this extension, in the form of the page's own files of rules. */

import { rulesFromJson, rulesToJson } from "../../www/lib/rules.js";
import { api } from "./api.js";

/**
 * @import { Rule } from "../../www/lib/rules.js"
 */

const KEY = "rules";

/** @returns {Promise<Rule[]>} */
export async function loadRules() {
  return parsed((await api.storage.local.get(KEY))[KEY]);
}

/** @param {readonly Rule[]} rules */
export async function saveRules(rules) {
  await api.storage.local.set({ [KEY]: rulesToJson(rules) });
}

/**
 * Calls back after each change, whichever of the extension's pages made it.
 * @param {(rules: Rule[]) => void} listener
 */
export function onRules(listener) {
  api.storage.onChanged.addListener((changes, area) => {
    if (area === "local" && KEY in changes) listener(parsed(changes[KEY].newValue));
  });
}

/**
 * Keeps a page's rules and the stored ones the same.
 * @param {{ get(): { rules: readonly Rule[] }, subscribe(listener: (state: { rules: readonly Rule[] }) => void): unknown }} store
 * @param {{ setRules(rules: readonly Rule[]): void }} session
 */
export async function shareRules(store, session) {
  let known = rulesToJson(await loadRules());
  session.setRules(parsed(known));
  store.subscribe(({ rules }) => {
    const now = rulesToJson(rules);
    if (now === known) return;
    known = now;
    saveRules(rules);
  });
  onRules((rules) => {
    const now = rulesToJson(rules);
    if (now === known) return;
    known = now;
    session.setRules(rules);
  });
}

/**
 * @param {unknown} stored
 * @returns {Rule[]}
 */
function parsed(stored) {
  if (typeof stored !== "string") return [];
  try {
    return rulesFromJson(stored);
  } catch {
    // Another version's; the reader's next change writes it anew.
    return [];
  }
}

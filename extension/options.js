/** The options: kinds and colours, shortcuts, sites that are always on, and a way to have everything forgotten. */

import { byId, element } from "../www/lib/dom.js";
import { ALL_KINDS } from "../www/lib/kinds.js";
import { createRulebook } from "../www/lib/rulebook.js";
import { api } from "./lib/api.js";
import { ask } from "./lib/ask.js";
import { PAINTS } from "./lib/palette.js";
import { loadRules, onRules, saveRules } from "./lib/rules.js";
import { DEFAULTS, loadSettings, onSettings, saveSettings } from "./lib/settings.js";
import { addSite, alwaysOnSites, patternOf, removeSite } from "./lib/sites.js";

/**
 * @import { HighlightKind } from "../www/lib/kinds.js"
 * @import { Settings } from "./lib/settings.js"
 */

const paint = /** @type {HTMLInputElement} */ (byId("paint"));
const keep = /** @type {HTMLInputElement} */ (byId("keep"));
const site = /** @type {HTMLInputElement} */ (byId("site"));

/** @param {Settings} settings */
function showSettings(settings) {
  paint.checked = settings.paint;
  keep.checked = settings.keep;
  showSites();
  byId("kinds").replaceChildren(...ALL_KINDS.map(({ kind, many }) => kindRow(kind, many, settings)));
}

/**
 * @param {HighlightKind} kind
 * @param {string} many
 * @param {Settings} settings
 */
function kindRow(kind, many, { hidden, colours }) {
  const shown = /** @type {HTMLInputElement} */ (
    element("input", { type: "checkbox", checked: !hidden.includes(kind), "data-kind-shown": kind })
  );
  shown.addEventListener("change", () =>
    saveSettings({ hidden: shown.checked ? hidden.filter((one) => one !== kind) : [...hidden, kind] }),
  );
  const value = colours[kind] ?? PAINTS[kind].light;
  const colour = /** @type {HTMLInputElement} */ (
    element("input", {
      type: "color",
      value,
      "aria-label": `Colour of ${many.toLowerCase()}`,
      "data-kind-colour": kind,
    })
  );
  colour.addEventListener("change", () => saveSettings({ colours: { ...colours, [kind]: colour.value } }));
  return element("li", {}, element("label", {}, shown, ` ${many}`), colour);
}

async function showShortcuts() {
  const commands = await api.commands.getAll();
  byId("shortcuts").replaceChildren(
    ...commands.flatMap(({ name, description, shortcut }) => [
      element("dt", {}, description || (name === "_execute_action" ? "Annotate page" : (name ?? ""))),
      element("dd", {}, shortcut || "none"),
    ]),
  );
}

/** Each browser has its own page for them, and no other page may change them. */
function changeShortcuts() {
  const { openShortcutSettings } = /** @type {{ openShortcutSettings?: () => Promise<void> }} */ (api.commands);
  if (openShortcutSettings) openShortcutSettings.call(api.commands);
  else api.tabs.create({ url: "chrome://extensions/shortcuts" });
}

async function showSites() {
  const sites = await alwaysOnSites();
  byId("sites").replaceChildren(
    ...sites.map((pattern) => {
      const remove = element("button", { type: "button" }, "Remove");
      remove.addEventListener("click", () => removeSite(pattern));
      return element("li", {}, element("bdi", {}, pattern.replace(/\/\*$/, "")), remove);
    }),
  );
}

/** @param {string} words empty for none */
function complain(words) {
  byId("site-problem").hidden = words === "";
  byId("site-problem").textContent = words;
}

/** @param {SubmitEvent} event */
async function takeSite(event) {
  event.preventDefault();
  const pattern = patternOf(site.value.trim());
  if (pattern === null) {
    complain(`“${site.value}” is no site. Write it as in the address bar: example.com`);
    return;
  }
  const granted = await addSite(pattern);
  complain(granted ? "" : "The browser was not given permission for that site.");
  if (granted) site.value = "";
}

async function forget() {
  await ask({ type: "forget" });
  byId("forgotten").textContent = "Everything is forgotten.";
}

let rules = await loadRules();
const rulebook = createRulebook({
  get: () => rules,
  set: saveRules,
  refuse: (words) => {
    byId("rules-problem").hidden = false;
    byId("rules-problem").textContent = words;
  },
});
rulebook.root.setAttribute("open", "");
byId("rules").append(rulebook.root);
rulebook.show();
onRules((now) => {
  rules = now;
  byId("rules-problem").hidden = true;
  rulebook.show();
});

paint.addEventListener("change", () => saveSettings({ paint: paint.checked }));
keep.addEventListener("change", () => saveSettings({ keep: keep.checked }));
byId("own-colours").addEventListener("click", () => saveSettings({ colours: {} }));
byId("change-shortcuts").addEventListener("click", changeShortcuts);
byId("add-site").addEventListener("submit", takeSite);
byId("forget").addEventListener("click", forget);
api.permissions.onAdded.addListener(showSites);
api.permissions.onRemoved.addListener(showSites);
onSettings(showSettings);

showSettings({ ...DEFAULTS, ...(await loadSettings()) });
await showShortcuts();

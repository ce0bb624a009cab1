/** Pages that no extension may touch, and what to tell a reader who is on one. Host-free. */

/**
 * @import { Refusal } from "./protocol.js"
 */

const PASTE = "Copy the text and paste it in the clean view.";

/**
 * In the order in which they are tried; the first that fits speaks.
 * @type {readonly (readonly [address: RegExp, title: string, remedy: string])[]}
 */
const PAGES = [
  [
    /^about:reader|^read:/,
    "Extensions may not touch reader mode",
    "Leave reader mode and annotate the page itself. Or copy the text and paste it in the clean view.",
  ],
  [
    /^https:\/\/(chromewebstore\.google\.com|chrome\.google\.com\/webstore|addons\.mozilla\.org|microsoftedge\.microsoft\.com\/addons)/,
    "Extensions may not touch their own shop",
    PASTE,
  ],
  [
    /^(chrome|edge|about|brave|vivaldi|opera|devtools|resource|view-source):/,
    "This page belongs to the browser",
    `Extensions may not touch it. ${PASTE}`,
  ],
  [/^(chrome|moz)-extension:/, "This page belongs to an extension", PASTE],
  [
    /^file:/,
    "Files on your disk need your permission",
    `Allow Pressmark “access to file URLs” in the browser’s list of extensions, or: ${PASTE.toLowerCase()}`,
  ],
  [
    /^[^?#]*\.pdf([?#]|$)/i,
    "A PDF can’t be painted on",
    "Select its text (Ctrl+A), copy it and paste it in the clean view.",
  ],
];

/**
 * Why a page can't be read, and what to do instead.
 * @param {string | undefined} address as far as the browser tells it
 * @param {string} reason the browser's own words
 * @returns {Refusal}
 */
export function refusalOf(address, reason) {
  const known = PAGES.find(([pattern]) => pattern.test(address ?? ""));
  if (known) return { title: known[1], remedy: known[2] };
  if (isAccessRefused(reason)) {
    return {
      title: "Pressmark has no access to this page",
      remedy: "It gets access when you click its button in the toolbar, and only until you go to another page.",
    };
  }
  return { title: "This page could not be read", remedy: `${PASTE} (The browser says: ${reason})` };
}

/**
 * Whether the browser's words say that a page may not be touched.
 * @param {string} reason
 */
export function isAccessRefused(reason) {
  return /permission|cannot access/i.test(reason);
}

/** What to say where a page has no article. @type {Refusal} */
export const NO_ARTICLE = {
  title: "No article found on this page",
  remedy: "Select the text that you want read, and choose “Annotate selection” from its menu.",
};

/** What to say where nothing is selected. @type {Refusal} */
export const NO_SELECTION = {
  title: "Nothing is selected",
  remedy: "Select some text on the page first.",
};

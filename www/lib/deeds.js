/** The bar that says what the reader has just done, and offers to take it back, narrow it, widen it or keep it as a rule. */

import { element } from "./dom.js";
import { kindInWords } from "./kinds.js";
import { button } from "./rows.js";
import { shorten } from "./text.js";

/**
 * @import { Deed } from "./acts.js"
 */

/**
 * @param {HTMLElement} bar
 * @param {Deed | null} deed
 * @param {{ undo: () => void, turn: (deed: Deed) => void, always: (rule: NonNullable<Deed["rule"]>) => void, focusBack: () => void }} offers
 */
export function showDeed(bar, deed, offers) {
  const hadFocus = bar.contains(document.activeElement);
  bar.hidden = deed === null;
  bar.replaceChildren();
  if (deed) {
    const { words, edit, others, rule } = deed;
    const reach = others === 0 ? "" : edit.all ? ` In all ${others + 1} places.` : ` Only here.`;
    bar.append(element("p", {}, words, reach), button("Undo", offers.undo, "link"));
    if (others > 0)
      bar.append(button(edit.all ? "Only here" : `In all ${others + 1} places`, () => offers.turn(deed), "link"));
    if (rule) bar.append(button(ruleInWords(rule), () => offers.always(rule), "link"));
    bar.append(button("Close", () => showDeed(bar, null, offers), "link"));
  }
  if (hadFocus) offers.focusBack();
}

/**
 * "Always: “Acme” is an Organization", "Never mark “May”".
 * @param {NonNullable<Deed["rule"]>} rule
 */
export function ruleInWords({ words, kind }) {
  const quoted = `“${shorten(words, 40)}”`;
  return kind === "never" ? `Never mark ${quoted}` : `Always: ${quoted} = ${kindInWords(kind)}`;
}

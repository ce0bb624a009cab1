/** The keyboard: what each key does, in one table, which the help shows as well. */

import { element } from "./dom.js";

/**
 * A key, or keys, and what they do; `press` is told which. Those without are for the help alone.
 * @typedef {{ keys: readonly string[], shown?: string, words: string, press?: (key: string) => unknown }} Binding
 */

/**
 * Single keys act only while the focus is in a place that is said to listen, and not in a field: so that they never
 * come in the way of typing, or of a screen reader's own keys elsewhere.
 * @param {readonly Binding[]} bindings
 * @param {object} page
 * @param {(focused: Element) => boolean} page.listens
 * @param {(event: KeyboardEvent) => boolean} page.first hears every key first there; true if it was for it
 * @param {Readonly<Record<string, () => void>>} page.goTo what `g` and then a letter does
 */
export function createKeys(bindings, { listens, first, goTo }) {
  const acts = new Map(bindings.flatMap(({ keys, press }) => (press ? keys.map((key) => [key, press]) : [])));
  let going = false;

  document.addEventListener("keydown", (event) => {
    const { target, key } = event;
    if (event.defaultPrevented || !(target instanceof Element) || !listens(target) || isField(target)) return;
    if (first(event)) return event.preventDefault();
    const name = event.ctrlKey || event.metaKey ? `Ctrl+${event.shiftKey ? "Shift+" : ""}${key.toLowerCase()}` : key;
    if (event.altKey || key === "Shift") return;
    const wasGoing = going;
    going = key === "g" && !wasGoing;
    const act = wasGoing ? goTo[key] : acts.get(name);
    if (!act) return;
    // A row or a button is pressed by its own Enter.
    if (key === "Enter" && target.closest("button, a, summary")) return;
    event.preventDefault();
    act(key);
  });
}

/** @param {Element} target */
function isField(target) {
  return target.matches("input:not([type=checkbox]), select, textarea");
}

/**
 * The help's list of keys.
 * @param {readonly Binding[]} bindings
 */
export function keyList(bindings) {
  return element(
    "dl",
    { class: "keys" },
    ...bindings.map(({ keys, shown, words }) =>
      element(
        "div",
        {},
        element("dt", {}, ...(shown ?? keys.join(" ")).split(" ").map((key) => element("kbd", {}, key))),
        element("dd", {}, words),
      ),
    ),
  );
}

/** What the rail's lists have in common. */

import { element } from "./dom.js";
import { formatCount } from "./text.js";

/** Rows shown at first, and added by each "Show more". */
const PAGE = 150;

/**
 * A list of rows, the first of them at once and the rest on demand: a book has more names than a browser should
 * lay out unasked.
 * @template T
 * @param {readonly T[]} items
 * @param {(item: T) => HTMLElement} row
 * @returns {HTMLElement[]} the list, and the button for more if there are more
 */
export function pagedList(items, row) {
  const list = element("ul", { role: "list" });
  let shown = 0;
  const more = element("button", { type: "button", class: "more" });
  const showMore = () => {
    list.append(...items.slice(shown, shown + PAGE).map((item) => element("li", {}, row(item))));
    shown = Math.min(shown + PAGE, items.length);
    more.hidden = shown === items.length;
    more.textContent = `Show more (${formatCount(items.length - shown)} left)`;
  };
  more.addEventListener("click", showMore);
  showMore();
  return items.length > PAGE ? [list, more] : [list];
}

/**
 * A row: a button that goes to its places.
 * @param {{ places: string[], words: string, class?: string, entity?: number }} about `words` are for a screen reader once it has arrived
 * @param {...(Node | string | null)} children
 */
export function placeRow({ places, words, class: extra, entity }, ...children) {
  const attributes = {
    type: "button",
    class: `row ${extra ?? ""}`,
    "data-places": places.join(" "),
    "data-words": words,
    "data-of": entity,
  };
  return element("button", attributes, ...children);
}

/**
 * What stands in a panel that has nothing to list.
 * @param {string} words
 */
export function nothing(words) {
  return element("p", { class: "nothing" }, words);
}

/**
 * Text of unknown direction among text of ours.
 * @param {string} text
 * @param {string} [name] a class
 */
export function isolated(text, name) {
  return element("bdi", { class: name }, text);
}

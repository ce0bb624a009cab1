/** What the rail's lists have in common. */

import { element } from "./dom.js";
import { formatCount } from "./text.js";

/**
 * @import { Reading } from "./reading.js"
 */

/** Rows shown at first, and added by each "Show more". */
const PAGE = 150;

/**
 * A list in the rail. `show` fills it anew; `rowFor` finds the row that stands for a highlight; `count` says in the tab
 * how much there is; `filter` is its field to filter by, if it has one.
 * @typedef {object} ListView
 * @property {(reading: Reading) => void} show
 * @property {(id: string) => HTMLElement | null} rowFor
 * @property {(reading: Reading) => number} count
 * @property {HTMLElement} [filter]
 */

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
  const more = button("", () => showMore(), "more");
  const showMore = () => {
    list.append(...items.slice(shown, shown + PAGE).map((item) => element("li", {}, row(item))));
    shown = Math.min(shown + PAGE, items.length);
    more.hidden = shown === items.length;
    more.textContent = `Show more (${formatCount(items.length - shown)} left)`;
  };
  showMore();
  return items.length > PAGE ? [list, more] : [list];
}

/**
 * A row: a button that goes to its places. `key` is what it is known by when the list is filled anew.
 * @param {{ key: string, places: readonly string[], class?: string, entity?: number }} about
 * @param {...(Node | string | null)} children
 */
export function placeRow({ key, places, class: extra, entity }, ...children) {
  const attributes = {
    type: "button",
    class: `row ${extra ?? ""}`,
    "data-key": key,
    "data-places": places.join(" "),
    "data-entity": entity,
  };
  return element("button", attributes, ...children);
}

/**
 * The row of a list that has a place among its own.
 * @param {HTMLElement} list
 * @param {string} id
 * @returns {HTMLElement | null}
 */
export function rowWithPlace(list, id) {
  return list.querySelector(`[data-places~="${CSS.escape(id)}"]`);
}

/**
 * @param {string} words
 * @param {() => void} act
 * @param {string} [name] a class
 */
export function button(words, act, name) {
  const made = /** @type {HTMLButtonElement} */ (element("button", { type: "button", class: name }, words));
  made.addEventListener("click", act);
  return made;
}

/**
 * A choice among a few.
 * @template {string} T
 * @param {string} label
 * @param {Readonly<Record<T, string>>} options what each is called, by its value
 * @param {(value: T) => void} choose
 */
export function chooser(label, options, choose) {
  const select = /** @type {HTMLSelectElement} */ (
    element(
      "select",
      { "aria-label": label },
      ...Object.entries(options).map(([value, words]) => element("option", { value }, /** @type {string} */ (words))),
    )
  );
  select.addEventListener("change", () => choose(/** @type {T} */ (select.value)));
  return select;
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

/** The rail's list of names: each person, organization, place … once, with its count and where it occurs. */

import { element } from "./dom.js";
import { NAME_KINDS } from "./kinds.js";
import { chooser, isolated, nothing, pagedList, placeRow, rowWithPlace } from "./rows.js";
import { ticks } from "./strips.js";
import { formatCount } from "./text.js";

/**
 * @import { NameItem } from "./reading.js"
 * @import { ListView } from "./rows.js"
 */

const SORTS = { count: "Most mentioned", first: "First in the text", name: "A to Z" };

/** @type {Readonly<Record<keyof typeof SORTS, (a: NameItem, b: NameItem) => number>>} */
const ORDERS = {
  count: (a, b) => b.places.length - a.places.length || a.at[0] - b.at[0],
  first: (a, b) => a.at[0] - b.at[0],
  name: (a, b) => a.name.localeCompare(b.name, "en"),
};

/**
 * @param {HTMLElement} panel
 * @returns {ListView}
 */
export function createNames(panel) {
  /** @type {readonly NameItem[]} */
  let names = [];
  let order = ORDERS.count;
  const filter = /** @type {HTMLInputElement} */ (
    element("input", {
      type: "search",
      placeholder: "Filter names",
      "aria-label": "Filter names",
      "aria-keyshortcuts": "/",
    })
  );
  const sort = chooser("Sort names by", SORTS, (by) => {
    order = ORDERS[by];
    fill();
  });
  const list = element("div");
  panel.append(element("div", { class: "tools" }, filter, sort), list);
  filter.addEventListener("input", fill);

  function fill() {
    const wanted = filter.value.trim().toLowerCase();
    const found = names.filter((name) => wanted === "" || searched(name).includes(wanted)).sort(order);
    const sections = NAME_KINDS.map(({ kind, one, many }) => {
      const items = found.filter((name) => name.kind === kind);
      return items.length > 0 && section(kind, items.length === 1 ? one : many, items);
    }).filter((made) => made !== false);
    const none = names.length === 0 ? "No names found." : `No name matches “${filter.value}”.`;
    list.replaceChildren(...(sections.length > 0 ? sections : [nothing(none)]));
  }

  return {
    filter,
    count: (reading) => reading.names.length,
    rowFor: (id) => rowWithPlace(list, id),
    show(reading) {
      names = reading.names;
      fill();
    },
  };
}

/**
 * All that a name is found by.
 * @param {NameItem} item
 */
function searched({ name, aliases, role, wikidata }) {
  return [name, ...aliases, role, wikidata].join("\n").toLowerCase();
}

/**
 * @param {NameItem["kind"]} kind
 * @param {string} title
 * @param {readonly NameItem[]} items
 */
function section(kind, title, items) {
  return element(
    "section",
    {},
    element(
      "h3",
      {},
      element("span", { class: "sample", "data-kind": kind }, title),
      element("span", { class: "count" }, formatCount(items.length)),
    ),
    ...pagedList(items, nameRow),
  );
}

/** @param {NameItem} item */
function nameRow(item) {
  const { id, name, places, at } = item;
  const about = aboutName(item);
  return placeRow(
    { key: `e${id}`, places, entity: id },
    element("span", { class: "what" }, isolated(name, "name"), about ? isolated(about, "about") : null),
    ticks(at),
    element("span", { class: "count nth", title: "mentions" }, formatCount(places.length)),
  );
}

/**
 * A name's role, and the other names that say more than the first.
 * @param {Pick<NameItem, "name" | "aliases" | "role">} item
 */
export function aboutName({ name, aliases, role }) {
  // A surname tells nothing that the full name does not.
  const whole = name.toLowerCase();
  const also = aliases.filter((alias) => !whole.includes(alias.toLowerCase()));
  return [role, also.length > 0 ? `also ${also.join(", ")}` : null].filter(Boolean).join(" · ");
}

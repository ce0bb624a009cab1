/** The rail's timeline: dates by year and month, each drawn where it lies in them; those without a place in it apart. */

import { element } from "./dom.js";
import { BASES, resolvedInWords } from "./explain.js";
import { isOpen } from "./moments.js";
import { isolated, nothing, pagedList, placeRow, rowWithPlace } from "./rows.js";
import { bar } from "./strips.js";
import { formatCount, shorten } from "./text.js";
import { dayNumber, monthInWords } from "./timex.js";

/**
 * @import { DateItem } from "./moments.js"
 * @import { ListView } from "./rows.js"
 */

/**
 * @param {HTMLElement} panel
 * @returns {ListView}
 */
export function createDates(panel) {
  const list = element("div");
  panel.append(list);
  return {
    count: (reading) => reading.dates.length,
    rowFor: (id) => rowWithPlace(list, id),
    show({ dates }) {
      const apart = groupBy(dates, apartFrom);
      const sections = [...groupBy(apart.get("") ?? [], yearsOf)].map(([years, items]) => period(years, items));
      for (const [heading, items] of apart) if (heading !== "") sections.push(group(heading, items));
      list.replaceChildren(...(sections.length > 0 ? sections : [nothing("No dates found.")]));
    },
  };
}

/**
 * Under which heading a date stands apart from the timeline, and why; empty if it does not.
 * @param {DateItem} date
 */
function apartFrom(date) {
  if (isOpen(date)) return "Not resolved yet";
  if (date.from === null) return "Without a fixed date";
  return date.bases.includes("assumed") ? "Counted from an assumed date" : "";
}

/**
 * The year that a date falls in; of a longer time, its first and last.
 * @param {DateItem} date
 */
function yearsOf({ from, to }) {
  const [first, last] = [from, to ?? from].map((day) => day?.slice(0, 4));
  return first === last ? `${first}` : `${first} to ${last}`;
}

/**
 * A year of the timeline: what fills more than a month of it first, then month by month.
 * @param {string} years
 * @param {DateItem[]} items
 */
function period(years, items) {
  const [first, last] = years.split(" to ");
  const scale = { from: `${first}-01-01`, to: `${last ?? first}-12-31` };
  const months = groupBy(items, ({ from, to }) =>
    from?.slice(0, 7) === (to ?? from)?.slice(0, 7) ? `${from?.slice(0, 7)}` : "",
  );
  const whole = months.get("") ?? [];
  months.delete("");
  return element(
    "section",
    { class: "period" },
    heading(years, items.length),
    ...(whole.length > 0 ? pagedList(whole, (item) => dateRow(item, scale)) : []),
    ...[...months].flatMap(([month, inside]) => [
      element("h4", {}, monthInWords(month)),
      ...pagedList(inside, (item) => dateRow(item, { from: `${month}-01`, to: `${month}-31` })),
    ]),
  );
}

/**
 * @param {string} title
 * @param {DateItem[]} items
 */
function group(title, items) {
  const scale = { from: items[0].from ?? "", to: items[items.length - 1].to ?? "" };
  return element(
    "section",
    { class: "apart" },
    heading(title, items.length),
    ...pagedList(items, (item) => dateRow(item, scale)),
  );
}

/**
 * @param {string} title
 * @param {number} count
 */
function heading(title, count) {
  return element("h3", {}, title, element("span", { class: "count" }, formatCount(count)));
}

/**
 * @param {DateItem} date
 * @param {{ from: string, to: string }} scale the days that the drawing's line stands for
 */
function dateRow(date, scale) {
  const { places, bases, rules, words, value } = date;
  const basis = BASES.find(([base]) => bases.includes(base));
  const why = [rules.slice(0, 2).join(" or "), ...(basis ? [basis[1]] : [])].join(", ");
  const said = words
    .slice(0, 3)
    .map((one) => `“${shorten(one, 60)}”`)
    .join(", ");
  return placeRow(
    { key: `${date.type} ${value} ${date.mod}`, places, class: bases.includes("assumed") ? "when assumed" : "when" },
    place(date, scale),
    element(
      "span",
      { class: "what" },
      element("span", { class: "name" }, isOpen(date) ? "needs the article’s date" : resolvedInWords(date)),
      element("span", { class: "about" }, isolated(said), element("span", { class: "basis" }, ` · ${why}`)),
    ),
    element(
      "span",
      { class: "side" },
      element("code", { class: "value" }, shorten(value, 24)),
      element("span", { class: "count nth" }, places.length > 1 ? `${places.length}×` : null),
    ),
  );
}

/**
 * @param {DateItem} date
 * @param {{ from: string, to: string }} scale
 */
function place({ from, to }, scale) {
  if (from === null) return null;
  const [start, end, first, last] = [from, to ?? from, scale.from, scale.to.replace("-31", "-28")].map(dayNumber);
  const days = Math.max(1, last - first + 4);
  return bar((start - first) / days, start === end ? (start - first) / days : (end - first) / days);
}

/**
 * @template T
 * @param {readonly T[]} items
 * @param {(item: T) => string} keyOf
 * @returns {Map<string, T[]>} in order of first occurrence
 */
function groupBy(items, keyOf) {
  /** @type {Map<string, T[]>} */
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

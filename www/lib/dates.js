/** The rail's list of dates: in the order of the calendar, each with the words that name it and what they resolve to. */

import { byId, element } from "./dom.js";
import { isOpen } from "./reading.js";
import { isolated, nothing, pagedList, placeRow } from "./rows.js";
import { shorten } from "./text.js";
import { dayInWords, inWords } from "./timex.js";

/**
 * @import { DateItem, Reading } from "./reading.js"
 */

const panel = byId("panel-dates");

/**
 * How the reader is told what a date was worked out from, after the rule that read it; the most doubtful first.
 * @type {readonly (readonly [basis: DateItem["bases"][number], words: string])[]}
 */
const BASES = [
  ["assumed", "by an assumed date"],
  ["mentioned", "by a date before it"],
  ["article", "by the article’s date"],
];

/** @param {Reading} reading */
export function showDates({ dates }) {
  const groups = groupBy(dates, headingOf);
  const sections = [...groups].map(([heading, items]) =>
    element("section", { class: "period" }, element("h3", {}, heading), ...pagedList(items, dateRow)),
  );
  panel.replaceChildren(...(sections.length > 0 ? sections : [nothing("No dates found.")]));
}

/**
 * The row of the moment that a highlight names.
 * @param {HTMLElement} highlight
 * @returns {HTMLElement | null}
 */
export function dateRowFor({ dataset }) {
  return dataset.kind === "date" ? panel.querySelector(`[data-places~="${dataset.a}"]`) : null;
}

/**
 * The year that a date falls in; of a longer time, its first and last.
 * @param {DateItem} date
 */
function headingOf(date) {
  if (isOpen(date)) return "Not resolved yet";
  if (date.from === null) return "Without a fixed date";
  const [first, last] = [date.from.slice(0, 4), (date.to ?? date.from).slice(0, 4)];
  return first === last ? first : `${first} to ${last}`;
}

/** @param {DateItem} date */
function dateRow(date) {
  const resolved = isOpen(date) ? "needs the article’s date" : wordsOf(date);
  const basis = BASES.find(([base]) => date.bases.includes(base));
  const why = [date.rules.slice(0, 2).join(" or "), ...(basis ? [basis[1]] : [])].join(", ");
  const said = date.words
    .slice(0, 3)
    .map((words) => `“${shorten(words, 60)}”`)
    .join(", ");
  return placeRow(
    { places: date.places, words: `Date: ${resolved}`, class: date.bases.includes("assumed") ? "assumed" : "" },
    element(
      "span",
      { class: "what" },
      element("span", { class: "name" }, resolved),
      element("span", { class: "about" }, isolated(said), element("span", { class: "basis" }, ` · ${why}`)),
    ),
    element(
      "span",
      { class: "side" },
      element("code", { class: "value" }, shorten(date.value, 24)),
      element("span", { class: "count nth" }, date.places.length > 1 ? `${date.places.length}×` : null),
    ),
  );
}

/** @param {DateItem} date */
function wordsOf(date) {
  const { type, from, to } = date;
  return type === "RANGE" && from && to ? `${dayInWords(from)} to ${dayInWords(to)}` : inWords(date);
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

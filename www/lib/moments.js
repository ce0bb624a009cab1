/** The dates of a reading as moments and stretches of time: each once, in the order of the calendar. Host-free. */

/**
 * @import { DateExpression } from "../../pkg/index.js"
 * @import { EditedDate } from "./draft.js"
 * @import { Edited } from "./edits.js"
 */

/**
 * One moment or stretch of time, with every place that names it and the words used there.
 * @typedef {{
 *   type: string, value: string, mod: string | null, from: string | null, to: string | null,
 *   bases: DateExpression["basis"][], rules: string[], words: string[], places: string[],
 * }} DateItem
 */

/**
 * Whether a date is only "now", "recently", "soon": `PRESENT_REF`, `PAST_REF`, `FUTURE_REF`.
 * @param {{ value: string }} date
 */
export function isVague({ value }) {
  return value.endsWith("_REF");
}

/**
 * Whether a date should have a place in the calendar but has none, mostly for want of the article's date.
 * @param {{ type: string, from: string | null }} date
 */
export function isOpen({ type, from }) {
  return (type === "DATE" || type === "TIME") && from === null;
}

/**
 * Dates in order of the calendar, then those still open, then those without a place in it; the same moment once.
 * @param {Edited} edited
 * @param {EditedDate[]} when
 * @returns {DateItem[]}
 */
export function dateItems({ text, ranges }, when) {
  /** @type {Map<string, DateItem>} */
  const items = new Map();
  /** @param {Pick<DateItem, "type" | "value" | "mod" | "from" | "to">} date @param {EditedDate} source @param {string} rule @param {string} words */
  const add = ({ type, value, mod, from, to }, { id, basis }, rule, words) => {
    const key = `${type} ${value} ${mod ?? ""}`;
    const item = items.get(key) ?? { type, value, mod, from, to, bases: [], rules: [], words: [], places: [] };
    items.set(key, item);
    item.places.push(id);
    if (!item.words.includes(words)) item.words.push(words);
    if (!item.bases.includes(basis)) item.bases.push(basis);
    if (!item.rules.includes(rule)) item.rules.push(rule);
  };
  for (const date of when) add(date, date, date.rule, text.slice(date.start, date.end));
  for (const { start, end, value, dates: pair } of ranges) {
    const [first, last] = pair;
    add({ type: "RANGE", value, mod: null, from: first.from, to: last.to }, first, "range", text.slice(start, end));
  }
  return [...items.values()].sort(
    (a, b) => compareDays(a.from, b.from) || compareDays(a.to, b.to) || Number(isOpen(b)) - Number(isOpen(a)),
  );
}

/**
 * @param {string | null} a
 * @param {string | null} b
 */
function compareDays(a, b) {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

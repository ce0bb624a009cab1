/** What the page says of an annotation: how sure it is and why, and what it was worked out from. Host-free. */

import { kindOf } from "./draft.js";
import { kindInWords } from "./kinds.js";
import { isOpen } from "./moments.js";
import { LIKELY, SURE } from "./reading.js";
import { dayInWords, inWords, weekdayOf } from "./timex.js";

/**
 * @import { DateExpression, Form, Quote } from "../../pkg/index.js"
 * @import { EditedDate, EditedMention, EditedQuote, Item } from "./draft.js"
 * @import { Edited } from "./edits.js"
 * @import { Reading } from "./reading.js"
 */

/** @type {Readonly<Record<Quote["style"], string>>} */
export const STYLES = { direct: "direct", mixed: "partly quoted", indirect: "reported", term: "term" };

/**
 * How the reader is told what a date was worked out from; the most doubtful first.
 * @type {readonly (readonly [basis: NonNullable<DateExpression["basis"]>, words: string])[]}
 */
export const BASES = [
  ["assumed", "by an assumed date"],
  ["mentioned", "by a date before it"],
  ["article", "by the article’s date"],
];

/** @type {Readonly<Record<Form, string>>} */
const FORMS = {
  name: "written as a name",
  surname: "a surname whose full name stands elsewhere",
  acronym: "an acronym of the full name",
  alias: "another way to write the name",
  pronoun: "a pronoun",
};

/**
 * "sure", "likely" or "a guess"; what the reader has decided is no question any more.
 * @param {Pick<Item, "confidence" | "checked" | "origin">} item
 */
export function certainty({ confidence, checked, origin }) {
  if (checked) return origin === "user" ? "marked by you" : origin === "edited" ? "changed by you" : "checked by you";
  return confidence >= SURE ? "sure" : confidence >= LIKELY ? "likely" : "a guess";
}

/**
 * Why a highlight is what it is: what speaks for it, in a few words.
 * @param {Reading} reading
 * @param {Item} item
 */
export function reason(reading, item) {
  if ("kind" in item) return nameReason(reading, item);
  return "value" in item ? `read as ${item.rule}` : quoteReason(reading.edited, item);
}

/**
 * @param {Reading} reading
 * @param {EditedMention} mention
 */
function nameReason({ edited, names }, { form, entity }) {
  const { role, link } = edited.entities[entity];
  const count = names.find(({ id }) => id === entity)?.places.length ?? 1;
  const evidence = [
    FORMS[form],
    role ? "with a title or office" : null,
    link ? "known to Wikidata" : null,
    ["named once", "named twice"][count - 1] ?? `named ${count} times`,
  ];
  return evidence.filter(Boolean).join(", ");
}

/**
 * @param {Edited} edited
 * @param {EditedQuote} quote
 */
function quoteReason({ text }, { style, speaker, cue }) {
  const marks = {
    direct: "in quotation marks",
    mixed: "partly in quotation marks",
    indirect: "no quotation marks",
    term: "a term in quotation marks",
  };
  const by = cue ? `“${text.slice(cue.start, cue.end)}” beside it` : "no reporting word beside it";
  if (style === "term") return marks.term;
  const unclear =
    speaker && speaker.entity === null ? `“${text.slice(speaker.start, speaker.end)}” names nobody` : null;
  return [marks[style], by, unclear].filter(Boolean).join(", ");
}

/**
 * What a date resolves to, in words.
 * @param {{ type: string, value: string, mod?: string | null, from: string | null, to: string | null }} date
 */
export function resolvedInWords(date) {
  const { type, from, to } = date;
  if (isOpen(date)) return "not resolved";
  return type === "RANGE" && from && to ? `${dayInWords(from)} to ${dayInWords(to)}` : inWords(date);
}

/**
 * What a date's value was counted from.
 * @param {Edited} edited
 * @param {EditedDate} date
 */
export function basisInWords({ article: { date: day } }, { basis, type, from, origin }) {
  const articleDay = day ? `${weekdayOf(day)}, ${dayInWords(day)}` : "";
  if (basis === "explicit") return "the text says it in full";
  if (basis === "mentioned") return "counted from a date before it in the text";
  if (basis === "assumed") return `counted from an assumed day: ${articleDay}`;
  if (basis === "article") return `counted from the article’s date: ${articleDay}`;
  if (origin !== "auto") return "as you set it";
  return isOpen({ type, from }) ? "needs the article’s date" : "has no fixed place in the calendar";
}

/**
 * An annotation in a line, as a screen reader is told on arriving there.
 * @param {Reading} reading
 * @param {Item} item
 * @param {{ nth: number, of: number }} [place] which of all highlights it is
 */
export function inOneLine(reading, item, place) {
  const { text, edited, names } = reading;
  const words = text.slice(item.start, item.end);
  const where = place ? `, ${place.nth} of ${place.of}` : "";
  const sentences = [`${kindInWords(kindOf(item))}${where}: ${words}`];
  if ("kind" in item) {
    const { name } = edited.entities[item.entity];
    if (name !== words) sentences.push(name);
    const places = names.find(({ id }) => id === item.entity)?.places ?? [];
    if (places.length > 1) sentences.push(`Mention ${places.indexOf(item.id) + 1} of ${places.length}`);
  }
  if ("value" in item) sentences.push(resolvedInWords(item));
  if ("style" in item && item.style !== "term")
    sentences.push(`${STYLES[item.style]}, ${speakerInWords(edited, item)}`);
  else if (isQuoted(edited, item)) sentences.push("Inside a quote");
  return sentences.join(". ");
}

/**
 * @param {Edited} edited
 * @param {EditedQuote} quote
 */
function speakerInWords({ text, entities }, { speaker }) {
  if (!speaker) return "no speaker found";
  return `by ${speaker.entity === null ? text.slice(speaker.start, speaker.end) : entities[speaker.entity].name}`;
}

/**
 * @param {Edited} edited
 * @param {Item} item
 */
function isQuoted({ quotes }, item) {
  return quotes.some(({ parts, ...quote }) => {
    return quote.id !== item.id && parts.some(({ start, end }) => start <= item.start && item.end <= end);
  });
}

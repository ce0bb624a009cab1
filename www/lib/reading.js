/**
 * A reading: an article's text with what the engine found in it, arranged for the page. Host-free.
 *
 * The engine's columns stay as they are; here they become the layers that the article shows, and the lists that the
 * rail shows. Pronouns, and words such as "now" and "recently" that no calendar has a place for, are left out of both.
 */

import { dates, entities, FORMS, KINDS, quotes, ranges } from "../../pkg/views.js";
import { inDisplayOrder } from "./layers.js";

/**
 * @import { Columns, DateExpression, Entity, Quote } from "../../pkg/index.js"
 * @import { HighlightKind, NameKind } from "./kinds.js"
 * @import { Layer } from "./layers.js"
 */

/**
 * A highlight, or one part of a split quote. Its id is the kind's letter (m, d, q) and the index in the columns.
 * @typedef {Layer & {
 *   kind: HighlightKind, unsure: boolean,
 *   entity?: number, value?: string, open?: boolean, speaker?: string | null, style?: string,
 * }} Highlight
 */

/**
 * An entity as the rail lists it; `places` are the ids of its highlights, `at` where they begin, from 0 to 1.
 * @typedef {{ id: number, kind: NameKind, name: string, aliases: string[], role: string | null, places: string[], at: number[] }} NameItem
 */

/**
 * One moment or stretch of time, with every place that names it and the words used there.
 * @typedef {{
 *   type: string, value: string, mod: string | null, from: string | null, to: string | null,
 *   bases: DateExpression["basis"][], rules: string[], words: string[], places: string[],
 * }} DateItem
 */

/**
 * @typedef {{ id: string, style: Quote["style"], text: string, cue: string | null, words: number }} QuoteItem
 * @typedef {{ speaker: string | null, quotes: QuoteItem[], share: number }} SpeakerItem
 * `share` is the part of all quoted words that are this speaker's, from 0 to 1.
 */

/**
 * @typedef {{
 *   text: string, columns: Columns, highlights: Highlight[],
 *   names: NameItem[], dates: DateItem[], speakers: SpeakerItem[], terms: QuoteItem[], quoteCount: number,
 * }} Reading
 */

/** Below this the page shows a highlight without its fill. */
const SURE = 0.6;
const PRONOUN = FORMS.indexOf("pronoun");

/**
 * @param {string} text the text that was annotated
 * @param {Columns} columns
 * @returns {Reading}
 */
export function createReading(text, columns) {
  const people = [...entities(columns)];
  const said = [...quotes(columns)];
  const when = [...dates(columns)];
  const nameOf = speakerNames(text, people);
  const highlights = [...quoteHighlights(said, nameOf), ...dateHighlights(when), ...nameHighlights(columns)];
  const items = said.map((quote, i) => quoteItem(text, quote, i));
  const isTerm = (/** @type {QuoteItem} */ item) => item.style === "term";
  return {
    text,
    columns,
    highlights: inDisplayOrder(highlights),
    names: nameItems(columns, people),
    dates: dateItems(text, columns, when),
    speakers: bySpeaker(
      items.filter((item) => !isTerm(item)),
      (item) => nameOf(said[indexOf(item.id)]),
    ),
    terms: items.filter(isTerm),
    quoteCount: said.length,
  };
}

/**
 * The index that a highlight's id carries.
 * @param {string} id
 */
function indexOf(id) {
  return Number(id.slice(1));
}

/**
 * Who a quote's speaker is: the entity's name, else the words that stand there, else nobody.
 * @param {string} text
 * @param {Entity[]} people
 * @returns {(quote: Quote) => string | null}
 */
function speakerNames(text, people) {
  return ({ speaker }) => {
    if (!speaker) return null;
    return speaker.entity === null ? text.slice(speaker.start, speaker.end) : people[speaker.entity].name;
  };
}

/**
 * @param {Quote[]} said
 * @param {(quote: Quote) => string | null} nameOf
 * @returns {Highlight[]}
 */
function quoteHighlights(said, nameOf) {
  return said.flatMap((quote, i) => {
    const speaker = nameOf(quote);
    const unsure = quote.confidence < SURE;
    return quote.parts.map(({ start, end }) => ({
      start,
      end,
      id: `q${i}`,
      kind: /** @type {const} */ ("quote"),
      unsure,
      speaker,
      style: quote.style,
    }));
  });
}

/**
 * @param {DateExpression[]} when
 * @returns {Highlight[]}
 */
function dateHighlights(when) {
  /** @type {Highlight[]} */
  const list = [];
  when.forEach((date, i) => {
    if (isVague(date)) return;
    list.push({
      start: date.start,
      end: date.end,
      id: `d${i}`,
      kind: "date",
      unsure: date.confidence < SURE,
      value: date.value,
      open: isOpen(date),
    });
  });
  return list;
}

/**
 * Whether a date is only "now", "recently", "soon": `PRESENT_REF`, `PAST_REF`, `FUTURE_REF`.
 * @param {DateExpression} date
 */
function isVague({ value }) {
  return value.endsWith("_REF");
}

/**
 * Whether a date should have a place in the calendar but has none for want of the article's date.
 * @param {{ type: string, from: string | null }} date
 */
export function isOpen({ type, from }) {
  return (type === "DATE" || type === "TIME") && from === null;
}

/**
 * @param {Columns} columns
 * @returns {Highlight[]}
 */
function nameHighlights({ mentions }) {
  /** @type {Highlight[]} */
  const list = [];
  for (let i = 0; i < mentions.start.length; i++) {
    if (mentions.form[i] === PRONOUN) continue;
    list.push({
      start: mentions.start[i],
      end: mentions.end[i],
      id: `m${i}`,
      kind: KINDS[mentions.kind[i]],
      unsure: mentions.confidence[i] < SURE,
      entity: mentions.entity[i],
    });
  }
  return list;
}

/**
 * The entities that the article names, those with most mentions first.
 * @param {Columns} columns
 * @param {Entity[]} people
 * @returns {NameItem[]}
 */
function nameItems({ mentions, length }, people) {
  return people
    .map(({ id, kind, name, aliases, role, mentions: all }) => {
      const named = all.filter((i) => mentions.form[i] !== PRONOUN);
      return {
        id,
        kind,
        name,
        aliases,
        role,
        places: named.map((i) => `m${i}`),
        at: named.map((i) => mentions.start[i] / length),
      };
    })
    .filter((item) => item.places.length > 0)
    .sort((a, b) => b.places.length - a.places.length || a.at[0] - b.at[0]);
}

/**
 * Dates in order of the calendar, then those still open, then those without a place in it; the same moment once.
 * @param {string} text
 * @param {Columns} columns
 * @param {DateExpression[]} when
 * @returns {DateItem[]}
 */
function dateItems(text, columns, when) {
  /** @type {Map<string, DateItem>} */
  const items = new Map();
  /** @param {Pick<DateItem, "type" | "value" | "mod" | "from" | "to">} date @param {number} index @param {string} rule @param {string} words */
  const add = ({ type, value, mod, from, to }, index, rule, words) => {
    const key = `${type} ${value} ${mod ?? ""}`;
    const item = items.get(key) ?? { type, value, mod, from, to, bases: [], rules: [], words: [], places: [] };
    items.set(key, item);
    const { basis } = when[index];
    item.places.push(`d${index}`);
    if (!item.words.includes(words)) item.words.push(words);
    if (!item.bases.includes(basis)) item.bases.push(basis);
    if (!item.rules.includes(rule)) item.rules.push(rule);
  };
  when.forEach((date, i) => {
    if (!isVague(date)) add(date, i, columns.dates.rule[i], text.slice(date.start, date.end));
  });
  for (const {
    start,
    end,
    value,
    dates: [first, last],
  } of ranges(columns)) {
    const range = { type: "RANGE", value, mod: null, from: when[first].from, to: when[last].to };
    add(range, first, "range", text.slice(start, end));
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

/**
 * @param {string} text
 * @param {Quote} quote
 * @param {number} index
 * @returns {QuoteItem}
 */
function quoteItem(text, { style, parts, cue }, index) {
  const words = parts.map(({ start, end }) => text.slice(start, end).trim()).join(" … ");
  return {
    id: `q${index}`,
    style,
    text: words,
    cue: cue && text.slice(cue.start, cue.end),
    words: words.split(/\s+/).length,
  };
}

/**
 * Quotes by speaker: those without one first, then by who speaks first.
 * @param {QuoteItem[]} items
 * @param {(item: QuoteItem) => string | null} speakerOf
 * @returns {SpeakerItem[]}
 */
function bySpeaker(items, speakerOf) {
  /** @type {Map<string | null, QuoteItem[]>} */
  const groups = new Map();
  for (const item of items) {
    const speaker = speakerOf(item);
    const group = groups.get(speaker);
    if (group) group.push(item);
    else groups.set(speaker, [item]);
  }
  const total = sumWords(items);
  return [...groups]
    .map(([speaker, said]) => ({ speaker, quotes: said, share: sumWords(said) / total }))
    .sort((a, b) => Number(a.speaker !== null) - Number(b.speaker !== null));
}

/** @param {QuoteItem[]} items */
function sumWords(items) {
  return items.reduce((sum, item) => sum + item.words, 0);
}

/**
 * What was found in a text, in a form that can be changed: the engine's result with an id, an origin and a tick on each
 * annotation. Entities keep their index for good; one that was merged away or lost its mentions stays behind, empty.
 * Host-free.
 */

import { dates, entities, mentions, quotes, ranges } from "../../pkg/views.js";
import { placesOf, standsAlone } from "./anchor.js";

/**
 * @import { Article, Columns, DateExpression, DateRange, Entity, Mention, Quote, Report, Span } from "../../pkg/index.js"
 * @import { HighlightKind, NameKind } from "./kinds.js"
 */

/**
 * @typedef {"auto" | "edited" | "user"} Origin found by the engine, found and then changed, or marked by the reader
 * @typedef {{ id: string, origin: Origin, checked: boolean }} Marked `checked` once the reader has decided about it
 * @typedef {Mention & Marked} EditedMention
 * @typedef {DateExpression & Marked & { rule: string }} EditedDate `rule` says how it was read
 * @typedef {Quote & Marked} EditedQuote
 * @typedef {EditedMention | EditedDate | EditedQuote} Item
 * @typedef {Omit<Entity, "mentions">} EditedEntity
 * @typedef {{ origin: Origin }} From
 * @typedef {Omit<Report, "mentions" | "dates" | "quotes"> & { mentions: (Mention & From)[], dates: (DateExpression & From)[], quotes: (Quote & From)[] }} EditedReport
 * @typedef {Omit<DateRange, "dates"> & { dates: [EditedDate, EditedDate] }} EditedRange
 */

/**
 * @typedef {"mentions" | "dates" | "quotes"} List
 * @typedef {object} Draft
 * @property {string} text
 * @property {Article} article
 * @property {EditedMention[]} mentions
 * @property {EditedDate[]} dates
 * @property {EditedQuote[]} quotes
 * @property {EditedRange[]} ranges
 * @property {EditedEntity[]} entities
 * @property {number} removed how many of the engine's annotations the reader has removed
 * @property {number} made how many were added so far; makes their ids
 */

/** So many annotations are taken up in one step. */
const STEP = 500;

/** Of a day that is yet to be said. */
export const OPEN_DAY = "XXXX-XX-XX";

/**
 * Made in steps: a long text has many annotations.
 * @param {string} text the text that was annotated
 * @param {Columns} columns
 * @returns {Generator<undefined, Draft>}
 */
export function* createDraft(text, columns) {
  const when = /** @type {EditedDate[]} */ (yield* marked(dates(columns), "d"));
  when.forEach((date, i) => {
    date.rule = columns.dates.rule[i];
  });
  return {
    text,
    article: columns.article,
    mentions: yield* marked(mentions(columns), "m"),
    dates: when,
    quotes: yield* marked(quotes(columns), "q"),
    ranges: Array.from(ranges(columns), (range) => ({ ...range, dates: [when[range.dates[0]], when[range.dates[1]]] })),
    entities: Array.from(entities(columns), ({ mentions: _, ...entity }) => entity),
    removed: 0,
    made: 0,
  };
}

/**
 * Annotations with what is noted on each. In place, for these objects are fresh: copies would cost more than all else.
 * @template {object} T
 * @param {Iterable<T>} items
 * @param {string} letter that their ids begin with
 * @returns {Generator<undefined, (T & Marked)[]>}
 */
function* marked(items, letter) {
  /** @type {(T & Marked)[]} */
  const list = [];
  for (const item of items) {
    // What a reader has decided about before, in a file that was opened again, is decided.
    const { origin } = /** @type {{ origin?: Origin }} */ (item);
    const marks = { id: letter + list.length, checked: origin !== undefined, origin: origin ?? "auto" };
    list.push(Object.assign(item, marks));
    if (list.length % STEP === 0) yield;
  }
  return list;
}

/**
 * @param {HighlightKind} kind
 * @returns {List}
 */
export function listOf(kind) {
  return kind === "date" ? "dates" : kind === "quote" ? "quotes" : "mentions";
}

/**
 * What kind of highlight an annotation is.
 * @param {Item} item
 * @returns {HighlightKind}
 */
export function kindOf(item) {
  return "kind" in item ? item.kind : "style" in item ? "quote" : "date";
}

/**
 * @param {Draft} draft
 * @param {List} list
 * @returns {Item[]}
 */
export function itemsOf(draft, list) {
  return draft[list];
}

/**
 * The mentions of an entity, in order of the text as far as the draft is.
 * @param {Draft} draft
 * @param {number} entity
 */
export function mentionsOf(draft, entity) {
  return draft.mentions.filter((mention) => mention.entity === entity);
}

/**
 * @param {Draft} draft
 * @param {Item} item
 */
export function drop(draft, item) {
  const list = itemsOf(draft, listOf(kindOf(item)));
  const at = list.indexOf(item);
  if (at < 0) return;
  list.splice(at, 1);
  draft.ranges = draft.ranges.filter(({ dates: pair }) => !pair.some((date) => date === item));
}

/**
 * Adds an annotation of the reader's; names and dates that it overlaps give way to it.
 * @param {Draft} draft
 * @param {HighlightKind} kind
 * @param {Span} span
 * @param {Partial<EditedMention & EditedDate & EditedQuote>} [more]
 * @returns {Item}
 */
export function make(draft, kind, { start, end }, more) {
  if (kind !== "quote") for (const one of overlapping(draft, { start, end })) drop(draft, one);
  const id = `${listOf(kind)[0]}+${draft.made++}`;
  const base = { start, end, id, origin: /** @type {const} */ ("user"), checked: true, confidence: 1 };
  if (kind === "date") {
    const open = { type: /** @type {const} */ ("DATE"), value: OPEN_DAY, mod: null, from: null, to: null, basis: null };
    return put(draft.dates, { ...base, ...open, rule: "marked by you", ...more });
  }
  if (kind === "quote") {
    const style = isInMarks(draft.text, start, end)
      ? /** @type {const} */ ("direct")
      : /** @type {const} */ ("indirect");
    return put(draft.quotes, { ...base, style, parts: [{ start, end }], speaker: null, cue: null, ...more });
  }
  const entity = entityNamed(draft, draft.text.slice(start, end), kind);
  return put(draft.mentions, { ...base, kind, entity, form: /** @type {const} */ ("name"), ...more });
}

/**
 * @template T
 * @param {T[]} list
 * @param {T} item
 */
function put(list, item) {
  list.push(item);
  return item;
}

/**
 * Names and dates that share any of the text with a span.
 * @param {Draft} draft
 * @param {Span} span
 */
export function overlapping({ mentions: names, dates: when }, { start, end }) {
  const overlaps = (/** @type {Span} */ item) => item.start < end && start < item.end;
  return [...names.filter(overlaps), ...when.filter(overlaps)];
}

/**
 * The entity that goes by a name, of that kind if one is given; a new one if there is none.
 * @param {Draft} draft
 * @param {string} name
 * @param {NameKind | null} kind
 * @returns {number} its index
 */
export function entityNamed(draft, name, kind) {
  const known = draft.entities.findIndex(
    (one) => (kind === null || one.kind === kind) && (one.name === name || one.aliases.includes(name)),
  );
  if (known >= 0) return known;
  return addEntity(draft, { kind: kind ?? "person", name, aliases: [], role: null, link: null });
}

/**
 * @param {Draft} draft
 * @param {Omit<EditedEntity, "id">} entity
 */
export function addEntity(draft, entity) {
  return draft.entities.push({ id: draft.entities.length, ...entity }) - 1;
}

/**
 * Every place where words stand alone and unmarked, outside what is not the article.
 * @param {Draft} draft
 * @param {string} words
 * @returns {Span[]}
 */
export function unmarkedPlaces(draft, words) {
  return Array.from(placesOf(draft.text, words), (start) => ({ start, end: start + words.length })).filter(
    (span) =>
      standsAlone(draft.text, span.start, span.end) &&
      overlapping(draft, span).length === 0 &&
      !draft.article.boilerplate.some((part) => part.start < span.end && span.start < part.end),
  );
}

const MARKS = /["'“”‘’«»„]/;

/**
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
function isInMarks(text, start, end) {
  return MARKS.test(text.slice(start - 1, start + 1)) && MARKS.test(text.slice(end - 1, end + 1));
}

/**
 * The draft as `pressmark/1`, each annotation with its origin. Entities without a mention or a quote are left out, the
 * others numbered in order of first mention, as the contract says.
 * @param {Draft} draft sorted, as `applyEdits` leaves it
 * @returns {EditedReport}
 */
export function reportOf({
  text,
  article,
  mentions: names,
  dates: when,
  quotes: said,
  ranges: spans,
  entities: things,
}) {
  /** @type {Map<number, number[]>} each entity in use, with its mentions */
  const used = new Map();
  const use = (/** @type {number} */ entity) => used.get(entity) ?? used.set(entity, []).get(entity) ?? [];
  names.forEach(({ entity }, i) => use(entity).push(i));
  for (const { speaker } of said) if (speaker && speaker.entity !== null) use(speaker.entity);
  const number = new Map([...used.keys()].map((entity, i) => [entity, i]));
  const numbered = (/** @type {number | null} */ entity) => (entity === null ? null : (number.get(entity) ?? null));
  const plain = (/** @type {any} */ { id: _, checked: __, rule: ___, ...item }) => item;
  return {
    schema: "pressmark/1",
    offsets: "utf16",
    length: text.length,
    article,
    mentions: names.map((one) => ({ ...plain(one), entity: numbered(one.entity) })),
    entities: [...used].map(([entity, list], id) => ({ ...things[entity], id, mentions: list })),
    dates: when.map(plain),
    ranges: spans.map((range) => ({ ...range, dates: [when.indexOf(range.dates[0]), when.indexOf(range.dates[1])] })),
    quotes: said.map((one) => ({
      ...plain(one),
      speaker: one.speaker && { ...one.speaker, entity: numbered(one.speaker.entity) },
    })),
  };
}

/**
 * A reading: an article's text with what the engine found in it and what the reader made of that, arranged for the page.
 * Host-free.
 *
 * Pronouns, and words such as "now" and "recently" that no calendar has a place for, are left out of what is shown.
 */

import { kindOf } from "./draft.js";
import { applyEdits, EMPTY_LOG } from "./edits.js";
import { inDisplayOrder } from "./layers.js";
import { dateItems, isOpen, isVague } from "./moments.js";
import { createSlice } from "./tasks.js";
import { bySpeaker, quoteItems, speakerOf } from "./voices.js";

/**
 * @import { Columns } from "../../pkg/index.js"
 * @import { Edited, Log } from "./edits.js"
 * @import { EditedMention, Item } from "./draft.js"
 * @import { HighlightKind, NameKind } from "./kinds.js"
 * @import { Layer } from "./layers.js"
 * @import { DateItem } from "./moments.js"
 * @import { Rule } from "./rules.js"
 * @import { QuoteItem, SpeakerItem } from "./voices.js"
 */

/**
 * A highlight, or one part of a split quote. Its id is that of the annotation.
 * @typedef {Layer & {
 *   kind: HighlightKind, unsure: boolean,
 *   entity?: number, value?: string, open?: boolean, speaker?: string | null, style?: string,
 * }} Highlight
 */

/**
 * An entity as the rail lists it; `places` are the ids of its highlights, `at` where they begin, from 0 to 1.
 * @typedef {{
 *   id: number, kind: NameKind, name: string, aliases: string[], role: string | null, wikidata: string | null,
 *   places: string[], at: number[],
 * }} NameItem
 */

/**
 * @typedef {object} Reading
 * @property {string} text
 * @property {Columns} columns what the engine found
 * @property {Edited} edited the same after the reader's rules and edits
 * @property {Highlight[]} highlights in display order
 * @property {ReadonlyMap<string, Item>} items what is highlighted, by id
 * @property {NameItem[]} names
 * @property {DateItem[]} dates
 * @property {QuoteItem[]} quotes in order of the text, terms too
 * @property {SpeakerItem[]} speakers
 */

/** From here on a highlight is called sure, and likely; below that it is a guess, and shown without its fill. */
export const SURE = 0.85;
export const LIKELY = 0.6;

/** From this length on, in UTF-16 units, a reading is arranged step by step so that the page goes on answering. */
const LONG = 200_000;

/**
 * What the reader has said: edits of this article, and rules for all.
 * @typedef {{ log?: Log, rules?: readonly Rule[] }} Said
 */

/**
 * @param {string} text the text that was annotated
 * @param {Columns} columns
 * @param {Said} [said]
 * @returns {Reading}
 */
export function createReading(text, columns, said = {}) {
  const steps = arrange(text, columns, said);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * As `createReading`, at once for a short text, else with time for others between its steps.
 * @param {string} text
 * @param {Columns} columns
 * @param {Said} said
 * @returns {Promise<Reading>}
 */
export async function createReadingInSteps(text, columns, said) {
  if (text.length < LONG) return createReading(text, columns, said);
  const steps = arrange(text, columns, said);
  const slice = createSlice();
  for (;;) {
    const { done, value } = steps.next();
    if (slice.isOver()) await slice.rest();
    if (done) return value;
  }
}

/**
 * @param {string} text
 * @param {Columns} columns
 * @param {Said} said
 * @returns {Generator<undefined, Reading>}
 */
function* arrange(text, columns, { log = EMPTY_LOG, rules = [] }) {
  const edited = yield* applyEdits(text, columns, rules, log);
  yield;
  const named = edited.mentions.filter(({ form }) => form !== "pronoun");
  const when = edited.dates.filter((date) => !isVague(date));
  const names = nameItems(edited, named);
  const dates = dateItems(edited, when);
  yield;
  const quotes = quoteItems(edited);
  const speakers = bySpeaker(quotes.filter(({ style }) => style !== "term"));
  yield;
  const shown = [...edited.quotes, ...when, ...named];
  const unordered = shown.flatMap((item) => highlightsOf(edited, item));
  yield;
  const items = new Map(shown.map((item) => [item.id, item]));
  yield;
  const highlights = inDisplayOrder(unordered);
  return { text, columns, edited, highlights, items, names, dates, quotes, speakers };
}

/**
 * @param {Edited} edited
 * @param {Item} item
 * @returns {Highlight[]}
 */
function highlightsOf(edited, item) {
  const { id, start, end, checked } = item;
  const kind = kindOf(item);
  const unsure = !checked && item.confidence < LIKELY;
  if ("kind" in item) return [{ id, start, end, kind, unsure, entity: item.entity }];
  if ("value" in item) return [{ id, start, end, kind, unsure, value: item.value, open: isOpen(item) }];
  const { style, parts } = item;
  const speaker = speakerOf(edited, item);
  const entity = item.speaker?.entity ?? undefined;
  return parts.map((part) => ({ id, start: part.start, end: part.end, kind, unsure, speaker, entity, style }));
}

/**
 * The entities that the article names, those with most mentions first.
 * @param {Edited} edited
 * @param {EditedMention[]} named
 * @returns {NameItem[]}
 */
function nameItems({ text, entities }, named) {
  /** @type {Map<number, NameItem>} */
  const items = new Map();
  for (const { id, start, entity } of named) {
    const { kind, name, aliases, role, link } = entities[entity];
    const item = items.get(entity) ?? {
      id: entity,
      kind,
      name,
      aliases,
      role,
      wikidata: link?.wikidata ?? null,
      places: [],
      at: [],
    };
    items.set(entity, item);
    item.places.push(id);
    item.at.push(start / text.length);
  }
  return [...items.values()].sort((a, b) => b.places.length - a.places.length || a.at[0] - b.at[0]);
}

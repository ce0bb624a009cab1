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
 *   kind: HighlightKind, unsure: boolean, checked: boolean,
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

/**
 * @param {string} text the text that was annotated
 * @param {Columns} columns
 * @param {{ log?: Log, rules?: readonly Rule[] }} [reader] what the reader has said
 * @returns {Reading}
 */
export function createReading(text, columns, { log = EMPTY_LOG, rules = [] } = {}) {
  const edited = applyEdits(text, columns, rules, log);
  const names = edited.mentions.filter(({ form }) => form !== "pronoun");
  const dates = edited.dates.filter((date) => !isVague(date));
  const quotes = quoteItems(edited);
  return {
    text,
    columns,
    edited,
    highlights: inDisplayOrder([...edited.quotes, ...dates, ...names].flatMap((item) => highlightsOf(edited, item))),
    items: new Map([...names, ...dates, ...edited.quotes].map((item) => [item.id, item])),
    names: nameItems(edited, names),
    dates: dateItems(edited, dates),
    quotes,
    speakers: bySpeaker(quotes.filter(({ style }) => style !== "term")),
  };
}

/**
 * @param {Edited} edited
 * @param {Item} item
 * @returns {Highlight[]}
 */
function highlightsOf(edited, item) {
  const { id, start, end, checked } = item;
  const base = { id, start, end, kind: kindOf(item), checked, unsure: !checked && item.confidence < LIKELY };
  if ("kind" in item) return [{ ...base, entity: item.entity }];
  if ("value" in item) return [{ ...base, value: item.value, open: isOpen(item) }];
  const speaker = speakerOf(edited, item);
  const entity = item.speaker?.entity ?? undefined;
  return item.parts.map((part) => ({ ...base, ...part, speaker, entity, style: item.style }));
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

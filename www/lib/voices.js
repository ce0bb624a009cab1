/** The quotes of a reading: who says what, how much, and in which order. Host-free. */

/**
 * @import { Quote } from "../../pkg/index.js"
 * @import { EditedQuote } from "./draft.js"
 * @import { Edited } from "./edits.js"
 */

/**
 * @typedef {{
 *   id: string, start: number, end: number, style: Quote["style"], text: string, cue: string | null, words: number,
 *   speaker: string | null, entity: number | null,
 * }} QuoteItem
 * @typedef {{ speaker: string | null, quotes: QuoteItem[], share: number }} SpeakerItem
 * `share` is the part of all quoted words that are this speaker's, from 0 to 1.
 */

/**
 * Who a quote's speaker is: the entity's name, else the words that stand there, else nobody.
 * @param {Edited} edited
 * @param {EditedQuote} quote
 * @returns {string | null}
 */
export function speakerOf({ text, entities }, { speaker }) {
  if (!speaker) return null;
  return speaker.entity === null ? text.slice(speaker.start, speaker.end) : entities[speaker.entity].name;
}

/**
 * @param {Edited} edited
 * @returns {QuoteItem[]}
 */
export function quoteItems(edited) {
  const { text, quotes } = edited;
  return quotes.map((quote) => {
    const { id, start, end, style, parts, cue } = quote;
    const words = parts.map((part) => text.slice(part.start, part.end).trim()).join(" … ");
    return {
      id,
      start,
      end,
      style,
      text: words,
      cue: cue && text.slice(cue.start, cue.end),
      words: words.split(/\s+/).length,
      speaker: speakerOf(edited, quote),
      entity: quote.speaker?.entity ?? null,
    };
  });
}

/**
 * Quotes by speaker: those without one first, then by who speaks first.
 * @param {QuoteItem[]} items
 * @returns {SpeakerItem[]}
 */
export function bySpeaker(items) {
  /** @type {Map<number | string | null, QuoteItem[]>} */
  const groups = new Map();
  for (const item of items) {
    const who = item.entity ?? item.speaker;
    const group = groups.get(who);
    if (group) group.push(item);
    else groups.set(who, [item]);
  }
  const total = sumWords(items);
  return [...groups.values()]
    .map((quotes) => ({ speaker: quotes[0].speaker, quotes, share: sumWords(quotes) / total }))
    .sort((a, b) => Number(a.speaker !== null) - Number(b.speaker !== null));
}

/** @param {QuoteItem[]} items */
function sumWords(items) {
  return items.reduce((sum, item) => sum + item.words, 0);
}

/**
 * An article as a script: who says what, and what the narrator says between. UTF-16 offsets.
 * @typedef {{ quote: QuoteItem } | { start: number, end: number }} Line
 * @param {number} length of the text
 * @param {QuoteItem[]} items in order of the text
 * @returns {Line[]}
 */
export function scriptOf(length, items) {
  /** @type {Line[]} */
  const lines = [];
  let at = 0;
  for (const quote of items) {
    if (quote.style === "term") continue;
    if (quote.start > at) lines.push({ start: at, end: quote.start });
    lines.push({ quote });
    at = Math.max(at, quote.end);
  }
  if (at < length) lines.push({ start: at, end: length });
  return lines;
}

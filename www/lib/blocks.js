/** Cuts a text into the blocks that the page shows as paragraphs. Host-free. */

import { isHighSurrogate } from "./text.js";

/**
 * One line of the text. `end` is where its words end, `next` where the next block begins: between them stand the
 * newline and any blank lines, so that the blocks together are the text, each unit once. UTF-16 offsets.
 * @typedef {{ start: number, end: number, next: number, spaced: boolean }} Block
 * `spaced` says that a paragraph ends here.
 */

/**
 * Longest line that stays one block, in UTF-16 units. A browser lays out a line as a whole; in blocks it can leave
 * out those that are far from the screen.
 */
export const MAX_LINE = 20_000;

/**
 * The text's lines, in order. Where the text parts its paragraphs by blank lines, only those part paragraphs;
 * where it has none, every line is one.
 * @param {string} text
 * @returns {Generator<Block>}
 */
export function* blocks(text) {
  const everyLineIsParagraph = !/\n[^\S\n]*\n/.test(text.trim());
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf("\n", start);
    const lineEnd = newline < 0 ? text.length : newline;
    while (lineEnd - start > MAX_LINE) {
      const cut = cutLongLine(text, start);
      yield { start, end: cut, next: cut, spaced: false };
      start = cut;
    }
    const { next, newlines } = afterBlankLines(text, lineEnd);
    yield { start, end: lineEnd, next, spaced: everyLineIsParagraph || newlines > 1 };
    start = next;
  }
}

/**
 * Where to cut a line that is too long: after its last space within reach, else anywhere but inside a pair.
 * @param {string} text
 * @param {number} start
 */
function cutLongLine(text, start) {
  const limit = start + MAX_LINE;
  const half = start + MAX_LINE / 2;
  const space = text.slice(half, limit).lastIndexOf(" ");
  if (space >= 0) return half + space + 1;
  return isHighSurrogate(text.charCodeAt(limit - 1)) ? limit - 1 : limit;
}

/**
 * The end of the newline at `at` and of the blank lines after it; `at` if there is no newline. By hand, because a
 * pattern that repeats keeps a way back for each of a million newlines.
 * @param {string} text
 * @param {number} at
 * @returns {{ next: number, newlines: number }}
 */
function afterBlankLines(text, at) {
  let next = at;
  let newlines = 0;
  for (let i = at; i < text.length && isBlank(text.charCodeAt(i)); i++) {
    if (text.charCodeAt(i) !== NEWLINE) continue;
    next = i + 1;
    newlines += 1;
  }
  return { next, newlines };
}

const NEWLINE = 10;

/** @param {number} unit */
function isBlank(unit) {
  return unit === NEWLINE || unit === 32 || unit === 9 || unit === 0xa0;
}

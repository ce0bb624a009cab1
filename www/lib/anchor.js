/** Where in a text something is, said so that it is found again when the text has changed. Host-free. */

/**
 * A place in a text: its words, a few before and after them, and where they stood. UTF-16 offsets, end-exclusive.
 * @typedef {{ start: number, end: number, exact: string, before: string, after: string }} Anchor
 */

/** How many units of context are kept on either side. */
const CONTEXT = 32;
/** Words that stand in more places than this are told apart among the first of them. */
const MAX_PLACES = 2000;

/**
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @returns {Anchor}
 */
export function anchorAt(text, start, end) {
  return {
    start,
    end,
    exact: text.slice(start, end),
    before: text.slice(Math.max(0, start - CONTEXT), start),
    after: text.slice(end, end + CONTEXT),
  };
}

/**
 * Where an anchor's words stand in a text: the place whose context fits best, among equals the nearest to the old one.
 * Null where the words are gone, or where they are elsewhere and nothing around them is as it was.
 * @param {string} text
 * @param {Anchor} anchor
 * @returns {{ start: number, end: number } | null}
 */
export function locate(text, anchor) {
  const { start, exact } = anchor;
  if (exact === "") return null;
  const full = anchor.before.length + anchor.after.length;
  const here = text.startsWith(exact, start) ? { start, fit: fitOf(text, start, anchor) } : null;
  let best = here;
  if (here?.fit !== full) {
    for (const at of placesOf(text, exact)) {
      const fit = fitOf(text, at, anchor);
      const nearer = best && fit === best.fit && Math.abs(at - start) < Math.abs(best.start - start);
      if (!best || fit > best.fit || nearer) best = { start: at, fit };
    }
  }
  if (!best || best.fit * 8 < full) return null;
  return { start: best.start, end: best.start + exact.length };
}

/**
 * Every place where the words stand, as they are.
 * @param {string} text
 * @param {string} words
 */
export function* placesOf(text, words) {
  let at = text.indexOf(words);
  for (let found = 0; at >= 0 && found < MAX_PLACES; found++) {
    yield at;
    at = text.indexOf(words, at + words.length);
  }
}

const LETTER = /[\p{L}\p{N}\p{M}]/u;

/**
 * Whether a piece of the text stands free of letters and digits on both sides.
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
export function standsAlone(text, start, end) {
  return !LETTER.test(text.slice(Math.max(0, start - 1), start)) && !LETTER.test(text.slice(end, end + 1));
}

/**
 * How many units of an anchor's context are the same around a place.
 * @param {string} text
 * @param {number} at
 * @param {Anchor} anchor
 */
function fitOf(text, at, { exact, before, after }) {
  const end = at + exact.length;
  let fit = 0;
  for (let i = 1; i <= before.length && text[at - i] === before[before.length - i]; i++) fit += 1;
  for (let i = 0; i < after.length && text[end + i] === after[i]; i++) fit += 1;
  return fit;
}

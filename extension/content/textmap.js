/**
 * A text made of a page's text nodes, as a reader sees it, and the way back from each place in it to the nodes.
 * White space is collapsed as a browser shows it, blocks are parted by empty lines.
 */

/**
 * @import { Shown } from "./flat.js"
 */

/**
 * A run of the text that stands in one node, unit for unit.
 * @typedef {{ at: number, shown: Shown, start: number, length: number }} Piece
 */

/**
 * Part of a text node: UTF-16 offsets, end-exclusive.
 * @typedef {{ shown: Shown, start: number, end: number }} Part
 */

/** Longest text that is read of a page, in UTF-16 units. */
export const MAX_PAGE_TEXT = 2_000_000;

const GAPS = ["", "\n", "\n\n"];

/** White space that a browser collapses; a no-break space is none. */
const COLLAPSED = /[ \t\n\r\f]+/g;

export class TextMap {
  text = "";
  /** Whether there was more than is read. */
  cut = false;
  /** @type {Piece[]} */
  #pieces = [];
  /** @type {Map<Text, number>} each node's first piece */
  #first = new Map();

  /**
   * @param {readonly Shown[]} shown all of a page, in order
   * @param {(shown: Shown) => { start: number, end: number } | null} within how much of a node is wanted
   */
  constructor(shown, within) {
    /** @type {string[]} */
    const out = [];
    const builder = { out, length: 0, gap: /** @type {0 | 1 | 2} */ (0), space: true };
    for (const one of shown) {
      builder.gap = /** @type {0 | 1 | 2} */ (Math.max(builder.gap, one.gap));
      const wanted = within(one);
      if (!wanted) {
        // What was left out parts what stands around it, unless it was but a space.
        if (one.data.trim() !== "") builder.gap = 2;
        continue;
      }
      if (builder.length > MAX_PAGE_TEXT) {
        this.cut = true;
        break;
      }
      this.#add(builder, one, wanted.start, wanted.end);
    }
    this.text = out.join("");
  }

  /**
   * @param {{ out: string[], length: number, gap: 0 | 1 | 2, space: boolean }} builder `space`: the text so far ends in one
   * @param {Shown} shown
   * @param {number} start
   * @param {number} end
   */
  #add(builder, shown, start, end) {
    for (const { from, to } of shown.verbatim ? [{ from: start, to: end }] : words(shown.data, start, end)) {
      const blank = shown.data.slice(from, to).trim() === "" && !shown.verbatim;
      // A space at a block's beginning isn't shown, and one after another neither.
      if (blank && (builder.gap > 0 || builder.space)) continue;
      if (builder.gap > 0 && builder.length > 0) {
        builder.out.push(GAPS[builder.gap]);
        builder.length += builder.gap;
      }
      builder.gap = 0;
      const length = blank ? 1 : to - from;
      this.#extend({ at: builder.length, shown, start: from, length });
      builder.out.push(blank ? " " : shown.data.slice(from, to));
      builder.length += length;
      builder.space = blank || (shown.verbatim && /\s$/.test(shown.data.slice(from, to)));
    }
  }

  /**
   * Notes where a run of the text stands; one that goes on where the last ended is one with it.
   * @param {Piece} piece
   */
  #extend(piece) {
    const last = this.#pieces.at(-1);
    const goesOn =
      last?.shown === piece.shown && last.start + last.length === piece.start && last.at + last.length === piece.at;
    if (goesOn) {
      last.length += piece.length;
      return;
    }
    if (!this.#first.has(piece.shown.node)) this.#first.set(piece.shown.node, this.#pieces.length);
    this.#pieces.push(piece);
  }

  /** Every node that the text is made of, once. */
  nodes() {
    return new Set(this.#pieces.map(({ shown }) => shown));
  }

  /**
   * Whether another map is of the very same nodes, saying the same.
   * @param {TextMap} other
   */
  isOf(other) {
    if (this.text !== other.text || this.#pieces.length !== other.#pieces.length) return false;
    return this.#pieces.every(({ shown }, i) => shown.node === other.#pieces[i].shown.node);
  }

  /**
   * Where a stretch of the text stands on the page: one part a text node, in order.
   * @param {number} start
   * @param {number} end
   * @returns {Part[]}
   */
  parts(start, end) {
    /** @type {Part[]} */
    const parts = [];
    for (let i = this.#pieceAt(start); i < this.#pieces.length && this.#pieces[i].at < end; i++) {
      const piece = this.#pieces[i];
      const from = piece.start + Math.max(0, start - piece.at);
      const to = piece.start + Math.min(piece.length, end - piece.at);
      if (to <= from) continue;
      const last = parts.at(-1);
      if (last && last.shown === piece.shown) last.end = to;
      else parts.push({ shown: piece.shown, start: from, end: to });
    }
    return parts;
  }

  /**
   * The place in the text of an offset in a node, or −1 if it is not part of it.
   * @param {Node} node
   * @param {number} offset
   */
  offsetOf(node, offset) {
    const first = this.#first.get(/** @type {Text} */ (node));
    if (first === undefined) return -1;
    let at = -1;
    for (let i = first; this.#pieces[i]?.shown.node === node; i++) {
      const piece = this.#pieces[i];
      if (piece.start > offset) break;
      at = piece.at + Math.min(offset - piece.start, piece.length);
    }
    return at;
  }

  /**
   * The index of the first piece that ends after a place in the text.
   * @param {number} place
   */
  #pieceAt(place) {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const { at, length } = this.#pieces[middle];
      if (at + length <= place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * Words and the white space between them, in turn.
 * @param {string} data
 * @param {number} start
 * @param {number} end
 * @returns {Generator<{ from: number, to: number }>}
 */
function* words(data, start, end) {
  let from = start;
  for (const { index, 0: space } of data.slice(start, end).matchAll(COLLAPSED)) {
    const at = start + index;
    if (at > from) yield { from, to: at };
    yield { from: at, to: at + space.length };
    from = at + space.length;
  }
  if (from < end) yield { from, to: end };
}

/**
 * Paints marks on the live page with CSS custom highlights, one for each kind. Nothing is written to the page: it may
 * see that there are highlights, and where, but not what they mean.
 *
 * Only what is near the viewport is painted: a highlight with thousands of ranges makes a browser slow.
 */

import { FLASH_NUMBER, KINDS_IN_ORDER, PAINTS } from "../lib/palette.js";

/**
 * @import { Mark } from "../lib/protocol.js"
 * @import { Part, TextMap } from "./textmap.js"
 */

/** How far beyond the viewport to paint. */
const MARGIN = "60% 0px";
/** How long the place is shown that the reader was taken to, in milliseconds. */
const FLASH = 1500;
/** How often highlights that a page took off are put back before the page has its way. */
const MAX_RESTORED = 3;

/**
 * Part of a mark in one box.
 * @typedef {{ number: number, part: Part }} Stroke
 */

export class Painter {
  /** The highlights' names begin with this; it says nothing and another page has another. */
  name = randomName();
  /** @type {TextMap | null} */
  #map = null;
  /** @type {readonly Mark[]} */
  #marks = [];
  /** @type {Map<Element, Stroke[]>} */
  #boxes = new Map();
  /** @type {Map<Element, { number: number, range: Range }[]>} */
  #painted = new Map();
  /** @type {Highlight[]} by number */
  #highlights = [];
  /** @type {IntersectionObserver | null} */
  #observer = null;
  #restored = 0;
  #cleared;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #flashing;

  /** @param {() => void} cleared is told when the page has taken the highlights off once too often */
  constructor(cleared) {
    this.#cleared = cleared;
  }

  /** Whether the page took the highlights off more often than they are put back: then it has its way. */
  get cleared() {
    return this.#restored > MAX_RESTORED;
  }

  /**
   * Paints marks in place of those before.
   * @param {TextMap} map
   * @param {readonly Mark[]} marks
   */
  show(map, marks) {
    this.clear();
    this.#map = map;
    this.#marks = marks;
    if (this.cleared) return;
    for (const { start, end, kind } of marks) {
      const number = KINDS_IN_ORDER.indexOf(kind);
      for (const part of map.parts(start, end)) {
        const { box } = part.shown;
        const strokes = this.#boxes.get(box);
        if (strokes) strokes.push({ number, part });
        else this.#boxes.set(box, [{ number, part }]);
      }
    }
    this.#highlights = KINDS_IN_ORDER.map((kind) => {
      const highlight = new Highlight();
      highlight.priority = PAINTS[kind].priority;
      return highlight;
    });
    this.#register();
    // In a frame the viewport is the frame's own.
    this.#observer = new IntersectionObserver((entries) => this.#see(entries), { root: document, rootMargin: MARGIN });
    for (const box of this.#boxes.keys()) this.#observer.observe(box);
  }

  /** Takes everything off the page. */
  clear() {
    this.#observer?.disconnect();
    this.#observer = null;
    clearTimeout(this.#flashing);
    for (let number = 0; number <= FLASH_NUMBER; number++) CSS.highlights.delete(this.name + number);
    this.#highlights = [];
    this.#boxes.clear();
    this.#painted.clear();
  }

  /**
   * Brings a mark into view and shows it for a moment.
   * @param {string} id
   * @returns {boolean} false if its words are no longer on the page
   */
  go(id) {
    const ranges = this.#marks
      .filter((mark) => mark.id === id)
      .flatMap(({ start, end }) => this.#map?.parts(start, end) ?? [])
      .map(rangeOf)
      .filter((range) => range !== null);
    if (ranges.length === 0) return false;
    scrollTo(ranges[0]);
    clearTimeout(this.#flashing);
    const flash = new Highlight(...ranges);
    flash.priority = 9;
    CSS.highlights.set(this.name + FLASH_NUMBER, flash);
    this.#flashing = setTimeout(() => CSS.highlights.delete(this.name + FLASH_NUMBER), FLASH);
    return true;
  }

  /**
   * The marks at a place in the text, the shortest first.
   * @param {number} offset
   * @returns {Mark[]}
   */
  at(offset) {
    return this.#marks
      .filter(({ start, end }) => start <= offset && offset < end)
      .sort((a, b) => a.end - a.start - (b.end - b.start));
  }

  /** Puts the highlights back that a page has taken off, a few times. */
  restore() {
    if (this.#highlights.length === 0 || CSS.highlights.has(this.name + 0)) return;
    this.#restored += 1;
    if (!this.cleared) {
      this.#register();
      return;
    }
    this.clear();
    this.#cleared();
  }

  #register() {
    this.#highlights.forEach((highlight, number) => CSS.highlights.set(this.name + number, highlight));
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #see(entries) {
    for (const { target, isIntersecting } of entries) {
      const painted = this.#painted.get(target);
      if (isIntersecting === Boolean(painted)) continue;
      if (painted) {
        for (const { number, range } of painted) this.#highlights[number].delete(range);
        this.#painted.delete(target);
      } else {
        this.#painted.set(target, this.#paint(this.#boxes.get(target) ?? []));
      }
    }
    this.restore();
  }

  /** @param {Stroke[]} strokes */
  #paint(strokes) {
    return strokes.flatMap(({ number, part }) => {
      const range = rangeOf(part);
      if (!range) return [];
      this.#highlights[number].add(range);
      return [{ number, range }];
    });
  }
}

/**
 * A part of the text as a range, if the page still says there what it said.
 * @param {Part} part
 * @returns {Range | null}
 */
function rangeOf({ shown: { node, data }, start, end }) {
  if (!node.isConnected || node.data !== data) return null;
  const range = new Range();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}

/** @param {Range} range */
function scrollTo(range) {
  const element = range.startContainer.parentElement;
  const { top, bottom } = range.getBoundingClientRect();
  if (top >= 0 && bottom <= innerHeight && bottom > top) return;
  // The element first, so that whatever scrolls around it does; then the words themselves, for it may be long.
  element?.scrollIntoView({ block: "center" });
  const rect = range.getBoundingClientRect();
  if (rect.top < 0 || rect.bottom > innerHeight) scrollBy({ top: rect.top - innerHeight / 2 });
}

function randomName() {
  const letters = crypto.getRandomValues(new Uint8Array(8));
  return `h${Array.from(letters, (byte) => (byte % 36).toString(36)).join("")}-`;
}

/**
 * The article on the page: its text, whole and unchanged, with the highlights as elements in it.
 *
 * Every unit of the text stands in exactly one text node below `#article`, in order, and nothing else does: its
 * `textContent` is the text. Labels and marks are the style sheet's.
 */

import { blocks } from "./blocks.js";
import { element, focusedIn } from "./dom.js";
import { textNodes } from "./invisible.js";
import { createCutter } from "./layers.js";
import { createSlice } from "./tasks.js";

/**
 * @import { Span } from "../../pkg/index.js"
 * @import { Block } from "./blocks.js"
 * @import { Node as LayerNode, Segment } from "./layers.js"
 * @import { Highlight, Reading } from "./reading.js"
 */

/** Blocks are laid out in sheets of about this many units, so that a browser can skip those far from the screen. */
const SHEET = 5000;
/** From this length on it is told to. Below, skipping costs more than it saves. */
const LONG = 300_000;

/**
 * @param {HTMLElement} root
 */
export function createArticle(root) {
  /** @type {Reading | null} what should stand there */
  let wanted = null;
  /** @type {Reading | null} what does, once the work is done */
  let painted = null;
  /** @type {Map<Element, Block>} the paragraphs, in order */
  let paragraphs = new Map();
  /** @type {Promise<void> | null} while the page is worked on */
  let working = null;
  let turn = 0;

  /** @param {string} id */
  const segments = (id) => /** @type {HTMLElement[]} */ ([...root.querySelectorAll(`[data-a="${CSS.escape(id)}"]`)]);

  /** @param {Reading | null} reading */
  async function build(reading) {
    const mine = ++turn;
    painted = reading;
    paragraphs = new Map();
    root.replaceChildren();
    root.classList.toggle("long", (reading?.text.length ?? 0) > LONG);
    root.toggleAttribute("aria-busy", false);
    if (!reading) return;
    root.setAttribute("aria-busy", "true");
    const slice = createSlice();
    for (const sheet of sheets(reading, paragraphs)) {
      root.append(sheet);
      if (slice.isOver()) await slice.rest();
      if (mine !== turn) return;
    }
    root.removeAttribute("aria-busy");
    await catchUp(mine);
  }

  /**
   * Paints what has come in meanwhile, as long as it is of the same text.
   * @param {number} mine
   */
  async function catchUp(mine) {
    while (mine === turn && painted && wanted && painted !== wanted) {
      const [before, after] = [painted, wanted];
      painted = after;
      await repaint(before, after, mine);
    }
  }

  /**
   * Builds the paragraphs anew in which something has changed. The focus stays on its highlight, or where that was.
   * @param {Reading} before
   * @param {Reading} after
   * @param {number} mine
   */
  async function repaint(before, after, mine) {
    const changed = changedSpans(before.highlights, after.highlights);
    const cut = createCutter(after.highlights);
    const slice = createSlice();
    let next = 0;
    for (const [made, block] of paragraphs) {
      while (next < changed.length && changed[next].end <= block.start) next += 1;
      if (next === changed.length) break;
      if (changed[next].start >= block.end) continue;
      const id = focusedIn(root, "[data-a]")?.dataset.a;
      fill(made, after.text, block, cut(block.start, block.end));
      if (id !== undefined && !root.contains(document.activeElement)) {
        (segments(id)[0] ?? nearest(before, after, id)).focus({ preventScroll: true });
      }
      if (slice.isOver()) await slice.rest();
      if (mine !== turn) return;
    }
    for (const { id, value } of after.highlights) {
      const old = value && before.items.get(id);
      if (old && "value" in old && old.value !== value) segments(id).forEach(flash);
    }
  }

  /**
   * The highlight that now stands where one was, or the next after it; else the article.
   * @param {Reading} before
   * @param {Reading} after
   * @param {string} id
   */
  function nearest(before, after, id) {
    const start = before.items.get(id)?.start ?? 0;
    const next =
      after.highlights.find((one) => one.end > start && !before.items.has(one.id)) ??
      after.highlights.find((one) => one.start >= start && one.kind !== "quote");
    return (next && segments(next.id)[0]) ?? root;
  }

  return {
    /**
     * Shows a reading; the first sheets at once, more as the browser finds time. One of the same text is painted into
     * what stands there already.
     * @param {Reading | null} reading
     * @returns {Promise<void>} done when the whole text stands there, or another text took its place
     */
    show(reading) {
      const isSameText = painted !== null && painted.text === reading?.text;
      wanted = reading;
      if (isSameText && working) return working;
      const work = isSameText ? catchUp(turn) : build(reading);
      working = work;
      return work.finally(() => {
        if (working === work) working = null;
      });
    },

    /** The segments of one highlight, in order. */
    segments,

    /**
     * Selects a piece of the text, as a reader would, and brings it into sight.
     * @param {Span} span
     */
    select({ start, end }) {
      const [from, to] = [positionOf(start), positionOf(end)];
      if (!from || !to) return;
      getSelection()?.setBaseAndExtent(...from, ...to);
      from[0].parentElement?.scrollIntoView({ block: "nearest" });
    },

    /**
     * The piece of the text that a range of the page covers, without white space around it; null outside the article.
     * @param {Range} range
     * @returns {Span | null}
     */
    spanOf(range) {
      const ends = [offsetAt(range.startContainer, range.startOffset), offsetAt(range.endContainer, range.endOffset)];
      if (!wanted || ends.includes(-1)) return null;
      const words = wanted.text.slice(ends[0], ends[1]);
      const start = ends[0] + words.length - words.trimStart().length;
      return words.trim() === "" ? null : { start, end: start + words.trim().length };
    },
  };

  /**
   * Where in the page a place of the text is.
   * @param {number} offset
   * @returns {[Node, number] | null}
   */
  function positionOf(offset) {
    const [holder, block] = [...paragraphs].find(([, { next }]) => offset < next) ?? [...paragraphs].at(-1) ?? [];
    if (!holder || !block) return null;
    const texts = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
    let left = offset - block.start;
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const { length } = /** @type {Text} */ (node);
      if (left <= length) return [node, left];
      left -= length;
    }
    return null;
  }

  /**
   * @param {Node} node
   * @param {number} offset
   */
  function offsetAt(node, offset) {
    const holder = (node instanceof Element ? node : node.parentElement)?.closest(".block");
    const block = holder && paragraphs.get(holder);
    if (!block) return -1;
    const range = document.createRange();
    range.setStart(holder, 0);
    range.setEnd(node, offset);
    return block.start + range.toString().length;
  }
}

/**
 * Where two lists of highlights differ, in order; what is in one of them only, or is not the same in both.
 * @param {readonly Highlight[]} before in display order
 * @param {readonly Highlight[]} after in display order
 * @returns {Span[]}
 */
function changedSpans(before, after) {
  // Most edits are local: what is the same at both ends is passed by without more.
  const shorter = Math.min(before.length, after.length);
  let [first, last] = [0, 0];
  while (first < shorter && isSame(before[first], after[first])) first += 1;
  while (last < shorter - first && isSame(before[before.length - 1 - last], after[after.length - 1 - last])) last += 1;
  /** @type {Highlight[]} */
  const changed = [];
  const known = new Map(before.slice(first, before.length - last).map((one) => [`${one.id} ${one.start}`, one]));
  for (const one of after.slice(first, after.length - last)) {
    const key = `${one.id} ${one.start}`;
    const old = known.get(key);
    if (old && isSame(old, one)) known.delete(key);
    else changed.push(one);
  }
  return [...changed, ...known.values()].sort((a, b) => a.start - b.start);
}

/**
 * @param {Highlight} a
 * @param {Highlight} b
 */
function isSame(a, b) {
  return (
    a.id === b.id &&
    a.start === b.start &&
    a.end === b.end &&
    a.kind === b.kind &&
    a.unsure === b.unsure &&
    a.entity === b.entity &&
    a.value === b.value &&
    a.open === b.open &&
    a.speaker === b.speaker &&
    a.style === b.style
  );
}

/**
 * Draws the eye to an element, once.
 * @param {Element} target
 */
export function flash(target) {
  target.classList.remove("flash");
  // Reading a layout value makes the removal count, so that the animation starts anew.
  target.getBoundingClientRect();
  target.classList.add("flash");
  target.addEventListener("animationend", () => target.classList.remove("flash"), { once: true });
}

/**
 * @param {Reading} reading
 * @param {Map<Element, Block>} paragraphs where to note what is made
 * @returns {Generator<HTMLElement>}
 */
function* sheets(reading, paragraphs) {
  const cut = createCutter(reading.highlights);
  const classOf = createClassifier(reading.edited.article);
  let sheet = element("div", { class: "sheet" });
  let length = 0;
  for (const block of blocks(reading.text)) {
    const made = paragraph(block, classOf(block));
    fill(made, reading.text, block, cut(block.start, block.end));
    paragraphs.set(made, block);
    sheet.append(made);
    length += block.next - block.start;
    if (length < SHEET) continue;
    yield sheet;
    sheet = element("div", { class: "sheet" });
    length = 0;
  }
  yield sheet;
}

/**
 * A function that tells which part of the article a block is; asked in order.
 * @param {Reading["edited"]["article"]} article
 * @returns {(block: Block) => string}
 */
function createClassifier({ headline, byline, dateline, boilerplate }) {
  let next = 0;
  return (block) => {
    while (next < boilerplate.length && boilerplate[next].end <= block.start) next += 1;
    if (next < boilerplate.length && overlaps(boilerplate[next], block)) return "furniture";
    if (headline && overlaps(headline, block)) return "headline";
    if (byline && overlaps(byline, block)) return "byline";
    return dateline && covers(dateline, block) ? "byline" : "";
  };
}

/**
 * @param {Span} span
 * @param {Block} block
 */
function overlaps(span, block) {
  return span.start < block.end && block.start < span.end;
}

/**
 * @param {Span} span
 * @param {Block} block
 */
function covers(span, block) {
  return span.start <= block.start && block.end <= span.end;
}

/**
 * @param {Block} block
 * @param {string} part
 */
function paragraph({ spaced }, part) {
  return element(part === "headline" ? "h2" : "p", { class: `block ${part}${spaced ? " spaced" : ""}`, dir: "auto" });
}

/**
 * @param {Element} made
 * @param {string} text
 * @param {Block} block
 * @param {LayerNode[]} nodes
 */
function fill(made, text, { end, next }, nodes) {
  made.replaceChildren(...nodes.flatMap((node) => built(text, node)));
  // The newlines between blocks stand in the text but take no room: the style sheet spaces the blocks.
  if (next > end) made.append(element("span", { class: "gap" }, text.slice(end, next)));
}

/**
 * @param {string} text
 * @param {LayerNode} node
 * @returns {Node[]}
 */
function built(text, node) {
  if (!("layer" in node)) return textNodes(text.slice(node.start, node.end));
  const made = segment(node);
  made.append(...node.children.flatMap((child) => built(text, child)));
  return [made];
}

/** @param {Segment} node */
function segment({ layer, begins, ends }) {
  const { id, kind, unsure, open, entity, value, speaker, style } = /** @type {Highlight} */ (layer);
  const classes = [begins && "begins", ends && "ends", unsure && "unsure", open && "open"];
  const isQuote = kind === "quote";
  return element(isQuote ? "q" : "mark", {
    class: classes.filter(Boolean).join(" ") || null,
    tabindex: -1,
    "data-kind": kind,
    "data-a": id,
    [isQuote ? "data-by" : "data-entity"]: entity,
    "data-value": value,
    "data-speaker": speaker,
    "data-style": style,
  });
}

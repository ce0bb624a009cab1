/**
 * The article on the page: its text, whole and unchanged, with the highlights as elements in it.
 *
 * Every unit of the text stands in exactly one text node below `#article`, in order, and nothing else does: its
 * `textContent` is the text. Labels and marks are the style sheet's.
 */

import { blocks } from "./blocks.js";
import { element } from "./dom.js";
import { createCutter } from "./layers.js";

/**
 * @import { Span } from "../../pkg/index.js"
 * @import { Block } from "./blocks.js"
 * @import { Node as LayerNode, Segment } from "./layers.js"
 * @import { Highlight, Reading } from "./reading.js"
 */

/** Blocks are laid out in sheets of about this many units, so that a browser can skip those far from the screen. */
const SHEET = 20_000;
/** From this length on it is told to. Below, skipping costs more than it saves. */
const LONG = 300_000;
/** How long to build before letting the browser answer to the reader, in milliseconds. */
const SLICE = 8;

/**
 * @param {HTMLElement} root
 */
export function createArticle(root) {
  /** @type {Reading | null} */
  let shown = null;
  let turn = 0;

  return {
    /**
     * Shows a reading; the first sheets at once, more as the browser finds time.
     * @param {Reading | null} reading
     * @returns {Promise<void>} done when the whole text stands there, or another reading took its place
     */
    async show(reading) {
      const before = shown;
      shown = reading;
      if (reading && before && sameHighlights(before, reading)) return updateDates(root, before, reading);
      const mine = ++turn;
      root.replaceChildren();
      root.classList.toggle("long", (reading?.text.length ?? 0) > LONG);
      if (!reading) return;
      root.setAttribute("aria-busy", "true");
      let sliceEnd = performance.now() + SLICE;
      for (const sheet of sheets(reading)) {
        root.append(sheet);
        if (performance.now() < sliceEnd) continue;
        await nextTask();
        if (mine !== turn) return;
        sliceEnd = performance.now() + SLICE;
      }
      root.removeAttribute("aria-busy");
    },

    /**
     * The segments of one highlight, in order.
     * @param {string} id
     * @returns {HTMLElement[]}
     */
    segments: (id) =>
      [...root.querySelectorAll(`[data-a="${CSS.escape(id)}"]`)].map((found) => /** @type {HTMLElement} */ (found)),
  };
}

/** Lets the browser answer to input and paint. */
function nextTask() {
  return new Promise((resolve) => setTimeout(resolve));
}

/**
 * Whether two readings of one text differ in nothing but what the dates resolve to.
 * @param {Reading} a
 * @param {Reading} b
 */
function sameHighlights(a, b) {
  if (a.text !== b.text || a.highlights.length !== b.highlights.length) return false;
  return a.highlights.every((one, i) => {
    const other = b.highlights[i];
    return (
      one.id === other.id &&
      one.start === other.start &&
      one.end === other.end &&
      one.kind === other.kind &&
      one.entity === other.entity &&
      one.speaker === other.speaker
    );
  });
}

/**
 * Writes new values into the dates that moved, and lets them be seen to.
 * @param {HTMLElement} root
 * @param {Reading} before
 * @param {Reading} after
 */
function updateDates(root, before, after) {
  after.highlights.forEach((date, i) => {
    if (date.kind !== "date") return;
    const { value, open } = before.highlights[i];
    if (value === date.value && open === date.open) return;
    for (const mark of root.querySelectorAll(`[data-a="${date.id}"]`)) {
      mark.setAttribute("data-value", date.value ?? "");
      mark.classList.toggle("open", Boolean(date.open));
      flash(mark);
    }
  });
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
 * @returns {Generator<HTMLElement>}
 */
function* sheets(reading) {
  const cut = createCutter(reading.highlights);
  const classOf = createClassifier(reading.columns.article);
  let sheet = element("div", { class: "sheet" });
  let length = 0;
  for (const block of blocks(reading.text)) {
    sheet.append(paragraph(reading.text, block, cut(block.start, block.end), classOf(block)));
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
 * @param {Reading["columns"]["article"]} article
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
 * @param {string} text
 * @param {Block} block
 * @param {LayerNode[]} nodes
 * @param {string} part
 */
function paragraph(text, block, nodes, part) {
  const made = element(part === "headline" ? "h2" : "p", {
    class: `block ${part}${block.spaced ? " spaced" : ""}`,
    dir: "auto",
  });
  made.append(...nodes.map((node) => built(text, node)));
  // The newlines between blocks stand in the text but take no room: the style sheet spaces the blocks.
  if (block.next > block.end) made.append(element("span", { class: "gap" }, text.slice(block.end, block.next)));
  return made;
}

/**
 * @param {string} text
 * @param {LayerNode} node
 * @returns {Node}
 */
function built(text, node) {
  if (!("layer" in node)) return document.createTextNode(text.slice(node.start, node.end));
  const made = segment(node);
  made.append(...node.children.map((child) => built(text, child)));
  return made;
}

/** @param {Segment} node */
function segment({ layer, begins, ends }) {
  const highlight = /** @type {Highlight} */ (layer);
  const classes = [begins && "begins", ends && "ends", highlight.unsure && "unsure", highlight.open && "open"];
  return element(highlight.kind === "quote" ? "q" : "mark", {
    class: classes.filter(Boolean).join(" ") || null,
    tabindex: -1,
    "data-kind": highlight.kind,
    "data-a": highlight.id,
    "data-entity": highlight.entity,
    "data-value": highlight.value,
    "data-speaker": highlight.speaker,
    "data-style": highlight.style,
  });
}

/**
 * Finds what is to be read on a page: its article, what is selected, or all that is shown; always as text nodes of
 * the live page. Readability says what the article is, working on a copy.
 */

import { Readability } from "../../www/vendor/readability.js";
import { flatten } from "./flat.js";
import { publishedDay } from "./metadata.js";
import { TextMap } from "./textmap.js";

/**
 * @import { What } from "../lib/protocol.js"
 * @import { Flat, Shown } from "./flat.js"
 */

/**
 * @typedef {object} Article
 * @property {TextMap} map
 * @property {string} title
 * @property {string} path where on its site the page is
 * @property {string | null} published the day in the page's metadata
 * @property {Node[]} roots the document and the shadow trees that it has
 * @property {Element | null} container what holds it all, but for its headline
 */

/** An article has at least this many words in blocks of running text; a page of links has not. */
const FEWEST_WORDS = 25;
/** A block of running text has at least this many words outside links. */
const RUNNING = 8;
/** Less of the article's text than this found by identity, and it is looked for by its words. */
const ENOUGH = 0.99;

/**
 * @param {What} what
 * @returns {Article | null} null when there is nothing of the kind
 */
export function findText(what) {
  const flat = flatten(document);
  const page = { title: document.title, path: location.pathname, published: publishedDay(document), roots: flat.roots };
  if (what === "selection") {
    const selected = selectedParts();
    const map = new TextMap(flat.shown, ({ node }) => selected(node));
    return map.text.trim() === "" ? null : { ...page, map, container: null };
  }
  const chosen = what === "everything" ? { body: new Set(flat.shown), around: [] } : articleNodes(flat);
  if (!chosen) return null;
  const all = new Set([...chosen.around, ...chosen.body]);
  const map = new TextMap(flat.shown, (shown) => (all.has(shown) ? { start: 0, end: shown.data.length } : null));
  if (map.text.trim() === "") return null;
  return { ...page, map, container: containerOf(chosen.body) };
}

/**
 * How much of each text node is selected.
 * @returns {(node: Text) => { start: number, end: number } | null}
 */
function selectedParts() {
  const selection = getSelection();
  const ranges = Array.from({ length: selection?.rangeCount ?? 0 }, (_, i) =>
    /** @type {Selection} */ (selection).getRangeAt(i),
  );
  return (node) => {
    const range = ranges.find((one) => one.intersectsNode(node));
    if (!range) return null;
    const start = range.startContainer === node ? range.startOffset : 0;
    const end = range.endContainer === node ? range.endOffset : node.data.length;
    return end > start ? { start, end } : null;
  };
}

/**
 * The text nodes of the article, and those of its headline and byline, which Readability takes out.
 * @param {Flat} flat
 * @returns {{ body: Set<Shown>, around: Shown[] } | null}
 */
function articleNodes(flat) {
  // A page that makes Readability fail has no article that it could find.
  const parsed = attempt(() =>
    new Readability(flat.copy, { serializer: (/** @type {Node} */ node) => /** @type {Element} */ (node) }).parse(),
  );
  const content = parsed?.content;
  if (!content) return null;
  const body = nodesIn(content, flat);
  if (wordsOfRunningText(body) < FEWEST_WORDS) return null;
  return { body, around: headAndByline(flat.shown, body, parsed.title ?? "", parsed.byline ?? "") };
}

/**
 * @param {Element} content what Readability found, in its copy
 * @param {Flat} flat
 */
function nodesIn(content, { shown, of }) {
  /** @type {Set<Shown>} */
  const found = new Set();
  let length = 0;
  let known = 0;
  const walker = content.ownerDocument.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const letters = (node.nodeValue ?? "").trim().length;
    const original = of.get(node);
    length += letters;
    if (!original) continue;
    known += letters;
    found.add(original);
  }
  // Readability parses its own copy anew when it tries again; then no node is one that it was given.
  return known >= length * ENOUGH ? withSpaces(found, shown) : nodesByWords(content, shown);
}

/**
 * Adds the spaces between the nodes of one block, which Readability may have dropped.
 * @param {Set<Shown>} found
 * @param {Shown[]} shown
 */
function withSpaces(found, shown) {
  shown.forEach((one, i) => {
    if (one.data.trim() === "" && shown[i - 1] && found.has(shown[i - 1])) found.add(one);
  });
  return found;
}

/**
 * The page's text nodes that say what `content` says, block by block, each looked for after the one before.
 * @param {Element} content
 * @param {Shown[]} shown
 */
function nodesByWords(content, shown) {
  const page = spelledOut(shown.map(({ data }) => data));
  /** @type {Set<Shown>} */
  const found = new Set();
  let from = 0;
  for (const block of content.querySelectorAll("p, h1, h2, h3, h4, h5, h6, li, blockquote, pre, td, figcaption, div")) {
    if (block.localName !== "p" && block.querySelector("p, li, blockquote, pre, div")) continue;
    const { text } = spelledOut([block.textContent ?? ""]);
    const at = text === "" ? -1 : page.text.indexOf(text, from);
    if (at < 0) continue;
    from = at + text.length;
    for (let i = page.nodeAt(at); i < shown.length && page.starts[i] < from; i++) found.add(shown[i]);
  }
  return found;
}

/**
 * Texts without their white space, which Readability and the page may have differently.
 * @param {string[]} texts
 */
function spelledOut(texts) {
  /** @type {number[]} */
  const starts = [];
  let length = 0;
  const parts = texts.map((text) => {
    const letters = text.replace(/\s+/g, "");
    starts.push(length);
    length += letters.length;
    return letters;
  });
  return {
    text: parts.join(""),
    starts,
    /** The index of the text that a place falls in. @param {number} place */
    nodeAt(place) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle] <= place) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
}

/**
 * How many words stand in blocks of running text, without those in links.
 * @param {Set<Shown>} nodes
 */
function wordsOfRunningText(nodes) {
  /** @type {Map<Element, number>} */
  const byBlock = new Map();
  for (const { node, data, box } of nodes) {
    if (node.parentElement?.closest("a")) continue;
    byBlock.set(box, (byBlock.get(box) ?? 0) + (data.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0));
  }
  return [...byBlock.values()].filter((count) => count >= RUNNING).reduce((sum, count) => sum + count, 0);
}

/**
 * The headline before the article, and the byline between them.
 * @param {Shown[]} shown
 * @param {Set<Shown>} body
 * @param {string} title
 * @param {string} byline
 */
function headAndByline(shown, body, title, byline) {
  const first = shown.findIndex((one) => body.has(one));
  const before = shown.slice(0, first);
  const headings = [...new Set(before.map(({ heading }) => heading))].filter((heading) => heading !== null);
  const words = (/** @type {string} */ text) => text.replace(/\s+/g, " ").trim().toLowerCase();
  const isTitle = (/** @type {Element} */ heading) => {
    const said = words(heading.textContent ?? "");
    return said !== "" && (words(title).includes(said) || said.includes(words(title)));
  };
  const headline = headings.findLast(isTitle) ?? (headings.length === 1 ? headings[0] : null);
  if (!headline) return [];
  const end = before.findLastIndex(({ heading }) => heading === headline);
  /** @param {Shown} shown */
  const isByline = ({ data }) => data.trim().length > 1 && words(byline).includes(words(data));
  return before.filter((one, i) => one.heading === headline || (i > end && isByline(one)));
}

/**
 * The innermost element that holds all of the nodes, in one tree.
 * @param {Set<Shown>} nodes
 * @returns {Element | null}
 */
function containerOf(nodes) {
  const [first, ...others] = nodes;
  let container = first?.node.parentElement ?? null;
  for (const { node } of others) while (container && !container.contains(node)) container = container.parentElement;
  return container;
}

/**
 * @template T
 * @param {() => T} run
 * @returns {T | null}
 */
function attempt(run) {
  try {
    return run();
  } catch {
    return null;
  }
}

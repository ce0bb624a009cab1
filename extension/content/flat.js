/**
 * The page as it is shown, shadow trees and all, copied into an inert document in which Readability may do as it likes.
 *
 * The copy knows for each of its text nodes which one on the page it is of. The page itself is only looked at.
 */

import { api } from "../lib/api.js";

/**
 * A text node of the page that is shown.
 * @typedef {object} Shown
 * @property {Text} node
 * @property {string} data what it said when it was read
 * @property {0 | 1 | 2} gap what parts it from the text before: nothing, a new line, or a new block
 * @property {boolean} verbatim whether its white space is shown as it stands
 * @property {Element} box the innermost block that it stands in
 * @property {Element | null} heading the first-level heading that it stands in
 */

/**
 * @typedef {{ copy: Document, shown: Shown[], of: Map<Node, Shown>, roots: Node[] }} Flat
 * `of` gives what a text node of the copy is of; `roots` are the document and the shadow roots met.
 */

/** Elements whose text is no part of what a page tells. */
const SKIPPED = new Set(
  "script style noscript template iframe frame object embed canvas audio video svg math select textarea input button datalist dialog rt rp".split(
    " ",
  ),
);
/** Elements of a run of text, which stay in its line even where a style floats them, such as a drop cap. */
const INLINE = new Set(
  "a abbr b bdi bdo big cite code dfn em font i kbd mark q s samp small span strong sub sup time u var".split(" "),
);
/** Deepest nesting that is followed, so that a hostile page can't exhaust the stack. */
const MAX_DEPTH = 400;
/** Most nodes that are looked at. */
const MAX_NODES = 300_000;

/**
 * @param {Document} page
 * @returns {Flat}
 */
export function flatten(page) {
  const copy = page.implementation.createHTMLDocument();
  for (const told of page.head?.querySelectorAll("title, meta, script[type='application/ld+json']") ?? [])
    copy.head.append(copy.importNode(told, true));
  const walk = new Walk(copy);
  walk.roots.push(page);
  if (page.body) walk.children(page.body, copy.body, { box: page.body, heading: null, verbatim: false, depth: 0 });
  return { copy, shown: walk.shown, of: walk.of, roots: walk.roots };
}

/**
 * What is known of the place that a walk has come to.
 * @typedef {{ box: Element, heading: Element | null, verbatim: boolean, depth: number }} Place
 */

class Walk {
  /** @type {Shown[]} */
  shown = [];
  /** @type {Map<Node, Shown>} */
  of = new Map();
  /** @type {Node[]} */
  roots = [];
  /** @type {0 | 1 | 2} */
  #gap = 0;
  #left = MAX_NODES;
  #copy;

  /** @param {Document} copy */
  constructor(copy) {
    this.#copy = copy;
  }

  /**
   * Copies what is shown in `from` into `to`.
   * @param {Element} from
   * @param {Node} to
   * @param {Place} place
   */
  children(from, to, place) {
    if (place.depth > MAX_DEPTH) return;
    for (const child of this.#shownChildren(from)) {
      if (--this.#left < 0) return;
      if (child.nodeType === Node.TEXT_NODE) this.#text(/** @type {Text} */ (child), to, place);
      else if (child.nodeType === Node.ELEMENT_NODE) this.#element(/** @type {Element} */ (child), to, place);
    }
  }

  /** @param {Element} element */
  #shownChildren(element) {
    const root = shadowRootOf(element);
    if (root) {
      this.roots.push(root);
      return root.childNodes;
    }
    const slotted = element.localName === "slot" && "assignedNodes" in element;
    const assigned = slotted ? /** @type {HTMLSlotElement} */ (element).assignedNodes() : [];
    return assigned.length > 0 ? assigned : element.childNodes;
  }

  /**
   * @param {Text} node
   * @param {Node} to
   * @param {Place} place
   */
  #text(node, to, { box, heading, verbatim }) {
    const { data } = node;
    const copied = this.#copy.createTextNode(data);
    to.appendChild(copied);
    if (data === "") return;
    const shown = { node, data, gap: this.#gap, verbatim, box, heading };
    this.#gap = 0;
    this.shown.push(shown);
    this.of.set(copied, shown);
  }

  /**
   * @param {Element} element
   * @param {Node} to
   * @param {Place} place
   */
  #element(element, to, place) {
    const { localName } = element;
    if (localName === "br") {
      to.appendChild(this.#copy.importNode(element));
      this.#part(this.#gap === 1 ? 2 : 1);
    }
    if (localName === "br" || SKIPPED.has(localName)) return;
    const { display, whiteSpace } = getComputedStyle(element);
    if (display === "none") return;
    const block = !(
      display.startsWith("inline") ||
      display.startsWith("ruby") ||
      display === "contents" ||
      INLINE.has(localName)
    );
    const copied = this.#copy.importNode(element);
    to.appendChild(copied);
    if (block) this.#part(display === "table-cell" || display === "list-item" ? 1 : 2);
    this.children(element, copied, {
      box: block ? element : place.box,
      heading: localName === "h1" ? element : place.heading,
      verbatim: whiteSpace.startsWith("pre") || whiteSpace === "break-spaces",
      depth: place.depth + 1,
    });
    if (block) this.#part(2);
  }

  /** @param {0 | 1 | 2} gap */
  #part(gap) {
    this.#gap = /** @type {0 | 1 | 2} */ (Math.max(this.#gap, gap));
  }
}

/**
 * An element's shadow tree, closed ones too: a browser shows them to extensions.
 * @param {Element} element
 * @returns {ShadowRoot | null}
 */
function shadowRootOf(element) {
  if (element.shadowRoot) return element.shadowRoot;
  // Only these can have one, and asking costs.
  if (!element.localName.includes("-") && !(element instanceof HTMLDivElement)) return null;
  const firefox = /** @type {{ openOrClosedShadowRoot?: ShadowRoot | null }} */ (element).openOrClosedShadowRoot;
  return firefox ?? api.dom?.openOrClosedShadowRoot?.(/** @type {HTMLElement} */ (element)) ?? null;
}

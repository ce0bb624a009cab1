/**
 * Nests annotations into one another for display. Host-free.
 *
 * Elements must nest, annotations need not: one that another crosses is cut into segments. Segments of one
 * annotation share its id; the first says that it begins there, the last that it ends there.
 */

/**
 * An annotation, or one part of a split quote. UTF-16 offsets, end-exclusive.
 * @typedef {{ start: number, end: number, id: string }} Layer
 */

/**
 * A run of plain text, or a segment of a layer with what stands inside it.
 * @typedef {{ start: number, end: number }} Run
 * @typedef {{ layer: Layer, begins: boolean, ends: boolean, children: Node[] }} Segment
 * @typedef {Run | Segment} Node
 */

/** Deepest nesting that is shown; browsers lay out elements by recursion, so a hostile text must not choose it. */
const MAX_DEPTH = 12;

/**
 * In display order: by start, and at the same start the longer one outside.
 * @template {Layer} L
 * @param {L[]} layers
 * @returns {L[]}
 */
export function inDisplayOrder(layers) {
  return layers.filter((l) => l.end > l.start).sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * A function that gives the nodes of one block of text. It must be asked for the blocks in order, each at most once.
 * @param {Layer[]} layers in display order
 * @returns {(start: number, end: number) => Node[]}
 */
export function createCutter(layers) {
  let next = 0;
  /** @type {Layer[]} layers that reach on from the block before, outermost first */
  let carried = [];

  return function cut(start, end) {
    const nest = new Nest();
    let at = start;
    // Of the blocks that were not asked for, what reaches into this one.
    for (; next < layers.length && layers[next].start < start; next++) carried.push(layers[next]);
    for (const layer of carried) if (layer.end > start) nest.open(layer, false);
    while (at < end) {
      nest.closeAt(at);
      for (; next < layers.length && layers[next].start <= at; next++) {
        if (layers[next].end > at) nest.open(layers[next], true);
      }
      const nextStart = next < layers.length ? layers[next].start : end;
      const stop = Math.min(end, nextStart, nest.firstEnd());
      nest.text(at, stop);
      at = stop;
    }
    carried = nest.finish(end);
    return nest.root;
  };
}

/** The segments open at one place, and the nodes built so far. */
class Nest {
  /** @type {Node[]} */
  root = [];
  /** @type {Segment[]} outermost first */
  #open = [];

  /**
   * @param {Layer} layer
   * @param {boolean} begins
   */
  open(layer, begins) {
    if (this.#open.length >= MAX_DEPTH) return;
    /** @type {Segment} */
    const segment = { layer, begins, ends: false, children: [] };
    this.#inside().push(segment);
    this.#open.push(segment);
  }

  /**
   * @param {number} start
   * @param {number} end
   */
  text(start, end) {
    if (end > start) this.#inside().push({ start, end });
  }

  /**
   * Ends the layers that reach no further; those nested in them that do reach further begin again outside.
   * @param {number} at
   */
  closeAt(at) {
    const outermost = this.#open.findIndex((segment) => segment.layer.end <= at);
    if (outermost < 0) return;
    const closed = this.#open.splice(outermost);
    for (const segment of closed) segment.ends = segment.layer.end === at;
    for (const segment of closed) if (segment.layer.end > at) this.open(segment.layer, false);
  }

  /** The nearest end of an open layer. */
  firstEnd() {
    return this.#open.reduce((end, segment) => Math.min(end, segment.layer.end), Number.POSITIVE_INFINITY);
  }

  /**
   * Ends the block; gives the layers that were open to its end.
   * @param {number} end
   */
  finish(end) {
    for (const segment of this.#open) segment.ends = segment.layer.end === end;
    return this.#open.map((segment) => segment.layer);
  }

  #inside() {
    return this.#open.at(-1)?.children ?? this.root;
  }
}

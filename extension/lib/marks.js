/** Highlights as the live page is told of them: where, and of which kind; nothing else of what is known. Host-free. */

/**
 * @import { Highlight } from "../../www/lib/reading.js"
 * @import { Mark } from "./protocol.js"
 */

/**
 * @param {readonly Highlight[]} highlights
 * @returns {Mark[]}
 */
export function marksOf(highlights) {
  return highlights.map(({ start, end, id, kind }) => ({ start, end, id, kind }));
}

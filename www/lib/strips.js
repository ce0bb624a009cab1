/** Small drawings on a line: where in an article a name occurs, when in a month something happens, how large a share is. */

import { svg } from "./dom.js";

/** A strip's width in pixels. */
const WIDTH = 48;

/**
 * A line with a tick at each place.
 * @param {readonly number[]} places from 0 to 1
 */
export function ticks(places) {
  const at = new Set(places.map((place) => Math.floor(place * (WIDTH - 1))));
  return strip([...at].map((x) => `M${x + 0.75} 1v8`).join(""));
}

/**
 * A line with a bar on it, or a dot where it would be too short to see.
 * @param {number} from from 0 to 1
 * @param {number} to from 0 to 1
 */
export function bar(from, to) {
  const [start, end] = [from, to].map((place) => 3 + Math.min(1, Math.max(0, place)) * (WIDTH - 6));
  return strip(`M${start.toFixed(1)} 5.5h${Math.max(0.01, end - start).toFixed(1)}`, "bar");
}

/**
 * @param {string} path
 * @param {string} [name] a class
 */
function strip(path, name = "ticks") {
  return svg(
    "svg",
    { class: "strip", viewBox: `0 0 ${WIDTH} 11`, "aria-hidden": "true" },
    svg("path", { class: "axis", d: `M0 ${name === "bar" ? 5.5 : 9.5}h${WIDTH}` }),
    svg("path", { class: name, d: path }),
  );
}

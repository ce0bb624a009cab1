// How fast the package is in Node, beside compromise doing what it can of the same work, in the same run.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createAnnotator } from "../pkg/index.js";

// The npm packages are those of the tests.
const load = createRequire(new URL("../tests/package.json", import.meta.url));

/**
 * What is compared: each takes a text and does all of its work on it.
 * @returns {Promise<Record<string, (text: string) => unknown>>}
 */
export async function contestants() {
  const annotator = await createAnnotator();
  const names = load("compromise");
  return {
    pressmark: (text) => annotator.annotate(text),
    compromise: (text) => namesAndQuotes(names(text)),
  };
}

/**
 * As `contestants`, with compromise finding dates as well. The plugin changes compromise for the whole process, so
 * this comes last.
 */
export async function contestantsWithDates() {
  const { pressmark } = await contestants();
  const dates = load("compromise").extend(load("compromise-dates"));
  return {
    pressmark,
    /** @param {string} text */
    compromise: (text) => {
      const read = dates(text);
      return [namesAndQuotes(read), read.dates().get()];
    },
  };
}

/**
 * Names of three kinds and quotations, with their places.
 * @param {any} read
 */
function namesAndQuotes(read) {
  const lists = [read.people(), read.organizations(), read.places(), read.quotations()];
  return lists.map((list) => list.json({ offset: true }));
}

/** Runs over an article's length of text before the clock is looked at: compilers in the engine of Node warm up. */
const WARM_UP = { runs: 5, length: 3000 };

/**
 * Median seconds of each contestant on a text: they take turns, so that whatever else the machine does hits all.
 * @param {Record<string, (text: string) => unknown>} contestants
 * @param {string} text
 * @param {number} rounds
 */
export function race(contestants, text, rounds) {
  /** @type {Record<string, number[]>} */
  const seconds = {};
  for (const run of Object.values(contestants)) {
    for (let i = 0; i < WARM_UP.runs; i++) run(text.slice(0, WARM_UP.length));
  }
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(contestants)) {
      const start = performance.now();
      run(text);
      seconds[name] ??= [];
      seconds[name].push((performance.now() - start) / 1000);
    }
  }
  return Object.fromEntries(Object.entries(seconds).map(([name, times]) => [name, median(times)]));
}

/** @param {number[]} numbers */
export function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** @param {string} file */
export function read(file) {
  return readFileSync(file, "utf8");
}

// Pressmark and the libraries that one would take instead, each doing what it can of the same work.

import { createRequire } from "node:module";
import { createAnnotator } from "../pkg/index.js";

const load = createRequire(import.meta.url);

/**
 * One of those compared: `run` does all of its work on a text.
 * @typedef {object} Contestant
 * @property {string} name
 * @property {string} does what it finds
 * @property {(text: string) => unknown} run
 */

/** Each by its key; a process loads only what it is asked for. @type {Record<string, () => Promise<Contestant>>} */
export const CONTESTANTS = {
  pressmark: async () => {
    const annotator = await createAnnotator();
    const run = (/** @type {string} */ text) => annotator.annotate(text, { date: "2026-03-12" });
    return { name: "Pressmark, wasm", does: "names, dates, quotes, who is who", run };
  },
  wink: async () => {
    const nlp = load("wink-nlp")(load("wink-eng-lite-web-model"), ["sbd", "pos"]);
    const run = (/** @type {string} */ text) => {
      /** @type {number[]} */
      const names = [];
      nlp
        .readDoc(text)
        .tokens()
        .each((/** @type {any} */ token) => {
          if (token.out(nlp.its.pos) === "PROPN") names.push(token.index());
        });
      return names;
    };
    return { name: "wink-nlp", does: "proper nouns, without kinds", run };
  },
  chrono: async () => {
    const { parse } = load("chrono-node");
    const day = new Date(2026, 2, 12);
    return { name: "chrono-node", does: "dates", run: (text) => parse(text, day) };
  },
  compromise: async () => {
    const nlp = compromise();
    return { name: "compromise", does: "names, quotes", run: (text) => namesAndQuotes(nlp(text)) };
  },
  compromiseDates: async () => {
    // The plugin changes the library for the whole process, so it gets a library of its own.
    const nlp = compromise().extend(load("compromise-dates"));
    const run = (/** @type {string} */ text) => {
      const read = nlp(text);
      return [namesAndQuotes(read), read.dates().get()];
    };
    return { name: "compromise + compromise-dates", does: "names, quotes, dates", run };
  },
};

/** A fresh instance of compromise. @returns {any} */
function compromise() {
  for (const file of Object.keys(load.cache)) if (file.includes("compromise")) delete load.cache[file];
  return load("compromise");
}

/**
 * Names of three kinds and quotations, with their places.
 * @param {any} read
 */
function namesAndQuotes(read) {
  const lists = [read.people(), read.organizations(), read.places(), read.quotations()];
  return lists.map((list) => list.json({ offset: true }));
}

/** The modules and data that were loaded from npm packages, as files. */
export function loadedFiles() {
  return Object.keys(load.cache).filter((file) => file.includes("node_modules"));
}

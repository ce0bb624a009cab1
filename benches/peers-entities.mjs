// The names that compromise finds, in the form that the project's scorer reads.
//
//     node benches/peers-entities.mjs < in.jsonl > out.jsonl
//
// In: one {"id","text"} a line. Out: one {"id","offsets":"utf16","mentions":[{"start","end","kind"}]} a line.
// `cargo xtask eval --peers` runs this and shows the scores beside the engine's.

import { createRequire } from "node:module";
import { createInterface } from "node:readline";

// The npm packages are those of the tests.
const names = createRequire(new URL("../tests/package.json", import.meta.url))("compromise");

/**
 * What compromise calls our kinds. It has no events, works and products.
 * @type {Record<string, (read: any) => any>}
 */
const KINDS = {
  person: (read) => read.people(),
  organization: (read) => read.organizations(),
  place: (read) => read.places(),
  group: (read) => read.match("#Demonym"),
};

// Marks that compromise takes for a part of the words beside them. It would do much worse if they counted.
const BEFORE = /^[\s\p{P}]+/u;
const AFTER = /(?:['’]s)?[\s\p{P}]*$/u;

/**
 * A name without the marks about it and its possessive.
 * @param {string} text
 * @param {{ start: number, length: number }} offset
 */
function trimmed(text, offset) {
  const words = text.slice(offset.start, offset.start + offset.length);
  const bare = words.replace(BEFORE, "");
  const start = offset.start + words.length - bare.length;
  return { start, end: start + bare.replace(AFTER, "").length };
}

/** @param {string} text */
function mentions(text) {
  const read = names(text);
  return Object.entries(KINDS).flatMap(([kind, find]) =>
    find(read)
      .json({ offset: true })
      .map((/** @type {any} */ found) => ({ ...trimmed(text, found.offset), kind })),
  );
}

for await (const line of createInterface({ input: process.stdin })) {
  const { id, text } = JSON.parse(line);
  console.log(JSON.stringify({ id, offsets: "utf16", mentions: mentions(text) }));
}

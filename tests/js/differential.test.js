// One result, whichever way a text goes through the engine: native code, WebAssembly at once, WebAssembly in steps.

import assert from "node:assert/strict";
import { test } from "node:test";
import { toJSON } from "../../pkg/index.js";
import { ARTICLES, annotator, DATE, fromCommandLine, HARD_TEXTS } from "./support.js";

/** Numbers without any pattern from 0 to 1, the same on every run (mulberry32). */
let seed = 0x5eed;
function chance() {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

/** @param {number} limit */
const below = (limit) => Math.floor(chance() * limit);

/** @template T @param {readonly T[]} list @returns {T} */
const pick = (list) => list[below(list.length)];

/** A stretch of an article. */
function stretch() {
  const letters = Array.from(pick(ARTICLES));
  const start = below(letters.length);
  return letters.slice(start, start + below(600)).join("");
}

/** An article with stretches cut out, doubled, moved, put in capitals, or filled with what belongs in none. */
function mutated() {
  let text = pick(ARTICLES);
  for (let times = 1 + below(6); times > 0; times--) {
    const letters = Array.from(text);
    const at = below(letters.length);
    const cut = letters.splice(at, below(80)).join("");
    const put = pick(["", cut + cut, cut.toUpperCase(), pick(HARD_TEXTS).slice(0, 200), stretch(), "\n\n", "“", "”"]);
    // Cutting or joining may leave half of a pair, which only JavaScript can hold.
    text = (letters.slice(0, at).join("") + put + letters.slice(at).join("")).toWellFormed();
  }
  return text;
}

/** Letters, signs and spaces from all over Unicode. */
function random() {
  const planes = [() => below(0x80), () => 0x80 + below(0x780), () => 0x2000 + below(0x70), () => below(0x110000)];
  const letters = Array.from({ length: below(300) }, () => String.fromCodePoint(pick(planes)()));
  return letters.join("").toWellFormed();
}

const TEXTS = [
  ...ARTICLES,
  ...HARD_TEXTS,
  ...Array.from({ length: 350 }, mutated),
  ...Array.from({ length: 100 }, () => stretch() + stretch() + stretch()),
  ...Array.from({ length: 100 }, random),
];

test("native code, WebAssembly and WebAssembly in steps say the same of hundreds of texts", () => {
  assert.ok(TEXTS.length >= 500);
  const native = fromCommandLine(TEXTS);
  assert.equal(native.length, TEXTS.length);
  TEXTS.forEach((text, index) => {
    const expected = JSON.stringify(native[index]);
    const report = (/** @type {import("../../pkg/index.js").Columns} */ columns) =>
      JSON.stringify(toJSON(columns, { id: `t${index}` }));
    assert.equal(report(annotator.annotate(text, { date: DATE })), expected, JSON.stringify(text));
    const reading = annotator.read(text, { date: DATE });
    const length = pick([0, 50, 500]);
    while (reading.advance(length)) if (chance() < 0.1) reading.partial();
    assert.equal(report(reading.finish()), expected, `in steps of ${length}: ${JSON.stringify(text)}`);
  });
});

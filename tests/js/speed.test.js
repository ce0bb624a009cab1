// The engine's speed as a multiple of a loop in the same process: a machine that is slow or busy is so for both.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ARTICLES, annotator, DATE } from "./support.js";

/** A text of about 100 kB. */
const TEXT = `${ARTICLES.join("\n\n")}\n\n`.repeat(12);

/** So many times as long as counting its words may finding everything in a text take. Measured: about 10 times. */
const BUDGET = 25;

/** What any program would do first with a text: how often does it have which word? */
function countWords() {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const [word] of TEXT.matchAll(/\p{L}+/gu)) {
    const key = word.toLowerCase();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/**
 * Processor seconds of the fastest of some runs: the one that was disturbed least.
 * @param {() => unknown} run
 */
function fastest(run) {
  const times = Array.from({ length: 9 }, () => {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  });
  return Math.min(...times);
}

test("everything in a text is found in a few times the time of counting its words", () => {
  const loop = fastest(countWords);
  const engine = fastest(() => annotator.annotate(TEXT, { date: DATE }));
  assert.ok(engine <= BUDGET * loop, `${engine} s, a loop over the words ${loop} s`);
  console.log(`annotating takes ${(engine / loop).toFixed(1)} times as long as counting words`);
});

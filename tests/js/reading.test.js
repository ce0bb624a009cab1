// A text read in steps on this thread: the same result as at once, whatever the steps.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ARTICLES, annotator, DATE, HARD_TEXTS, LONE_SURROGATES } from "./support.js";

/** @import { Stage } from "../../pkg/index.js" */

test("steps of any length come to the same", () => {
  for (const text of [...ARTICLES, ...HARD_TEXTS, ...LONE_SURROGATES]) {
    for (const length of [0, 100, 1000]) {
      const reading = annotator.read(text, { date: DATE });
      while (reading.advance(length)) assert.ok(reading.progress < 1 || reading.advance(length) === null);
      assert.equal(reading.progress, 1);
      assert.deepEqual(reading.finish(), annotator.annotate(text, { date: DATE }));
    }
  }
});

test("each step says what it did, and what was found is to be had after each stretch", () => {
  const reading = annotator.read(ARTICLES.join("\n\n"), { date: DATE });
  /** @type {Set<Stage>} */
  const stages = new Set();
  let length = 0;
  for (let stage = reading.advance(500); stage; stage = reading.advance(500)) {
    stages.add(stage);
    const partial = reading.partial();
    assert.ok(!partial || stage === "quote", "a stretch ends with its quotes");
    if (!partial) continue;
    assert.ok(partial.length > length && reading.found > 0);
    length = partial.length;
  }
  assert.deepEqual([...stages], ["segment", "entity", "date", "quote", "link"]);
  assert.ok(length > 0);
});

test("texts can be read by turns, and finished or given up at any step", () => {
  const readings = ARTICLES.map((text) => annotator.read(text, { date: DATE }));
  for (let step = 0; step < 3; step++) for (const reading of readings) reading.advance(200);
  const [given, ...others] = readings;
  given.dispose();
  given.dispose();
  assert.throws(() => given.advance(), { code: "disposed" });
  assert.deepEqual(
    others.map((reading) => reading.finish()),
    ARTICLES.slice(1).map((text) => annotator.annotate(text, { date: DATE })),
  );
  assert.throws(() => others[0].finish(), { code: "disposed" });
  assert.throws(() => annotator.read("text", { date: "2023-02-29" }), { code: "option" });
});

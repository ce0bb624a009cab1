// Any string gives a result, and its offsets are indices into that very string.

import assert from "node:assert/strict";
import { test } from "node:test";
import { toJSON } from "../../pkg/index.js";
import { ARTICLES, annotator, HARD_TEXTS, LONE_SURROGATES, spansIn } from "./support.js";

/**
 * Annotates `text` and holds what is true of every result.
 * @param {string} text
 */
function annotate(text) {
  const columns = annotator.annotate(text);
  assert.equal(columns.length, text.length);
  const report = toJSON(columns);
  for (const { start, end } of spansIn(report)) {
    assert.ok(0 <= start && start < end && end <= text.length, `${start}..${end} of ${text.length}`);
    assert.ok(!splitsPair(text, start) && !splitsPair(text, end), `${start}..${end} cuts a character`);
  }
  for (const list of [report.mentions, report.dates, report.ranges, report.quotes]) {
    for (let i = 1; i < list.length; i++) assert.ok(list[i - 1].start <= list[i].start, "sorted by start");
  }
  for (const [id, entity] of report.entities.entries()) {
    assert.equal(entity.id, id);
    for (const mention of entity.mentions) assert.equal(report.mentions[mention].entity, id);
  }
  return report;
}

/**
 * Whether `index` lies between the halves of a surrogate pair.
 * @param {string} text
 * @param {number} index
 */
function splitsPair(text, index) {
  return index > 0 && (text.codePointAt(index - 1) ?? 0) > 0xffff;
}

test("hard texts give results that slice", () => {
  for (const text of [...HARD_TEXTS, ...LONE_SURROGATES, ...ARTICLES]) annotate(text);
});

test("every cut through an article gives a result that slices", () => {
  const text = /** @type {string} */ (ARTICLES.at(-1));
  for (let cut = 0; cut <= text.length; cut++) {
    annotate(text.slice(0, cut));
    annotate(text.slice(cut));
  }
});

test("a lone surrogate counts as one unit and changes nothing else", () => {
  for (const text of LONE_SURROGATES) {
    assert.equal(text.isWellFormed(), false);
    assert.deepEqual(annotate(text), annotate(text.toWellFormed()));
  }
});

test("words are found where they stand, behind any characters", () => {
  const before = ["", "\uFEFF", "😀😀 ", "e\u0301 ", "\u202E", "\u0000", "漢字 "];
  for (const prefix of before) {
    const text = `${prefix}Rain fell.\n\n“Wait,” said Ann Lee.`;
    const [quote] = annotate(text).quotes;
    assert.equal(text.slice(quote.start, quote.end), "Wait,", JSON.stringify(prefix));
    assert.ok(quote.cue);
    assert.equal(text.slice(quote.cue.start, quote.cue.end), "said", JSON.stringify(prefix));
  }
});

test("line ends of every kind are counted as they are", () => {
  for (const end of ["\n", "\r\n", "\r", "\n\r", "\u2028"]) {
    const text = `First line.${end}${end}“Wait,” said Ann Lee.${end}`;
    const [quote] = annotate(text).quotes;
    assert.equal(text.slice(quote.start, quote.end), "Wait,", JSON.stringify(end));
  }
});

test("an empty text has an empty result", () => {
  const report = annotate("");
  assert.deepEqual([report.length, report.mentions, report.entities, report.dates, report.quotes], [0, [], [], [], []]);
});

test("a million characters of the worst kinds are read in time that grows with their number", () => {
  const million = 1_000_000;
  for (const unit of ["x", "X", "“", '"', "'", "said ", "\n", "“a” ", "1/", "Ann ", "A. ", "😀", "\u0301", "(", "-"]) {
    const part = bestTime(unit.repeat(million / 8 / unit.length));
    const whole = bestTime(unit.repeat(million / unit.length));
    // Eight times as long is linear, sixty-four times quadratic; forty leaves room for a busy machine.
    assert.ok(whole < 40 * Math.max(part, 1), `${JSON.stringify(unit)}: ${part} ms for an eighth, ${whole} ms`);
  }
});

/**
 * The shortest of three readings, in milliseconds: the one that the machine disturbed least.
 * @param {string} text
 */
function bestTime(text) {
  const times = [1, 2, 3].map(() => {
    const begin = performance.now();
    annotate(text);
    return performance.now() - begin;
  });
  return Math.min(...times);
}

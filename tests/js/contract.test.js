// One contract, three writers: the schema, the command line and the package must agree.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { toJSON } from "../../pkg/index.js";
import { ARTICLES, annotator, DATE, fromCommandLine, HARD_TEXTS, LONE_SURROGATES, read, spansIn } from "./support.js";

const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
  JSON.parse(read("docs/pressmark-1.schema.json")),
);
const TEXTS = [...ARTICLES, ...HARD_TEXTS];
const UNITS = ["utf16", "utf8", "codepoint"];

/**
 * @param {unknown} report
 * @param {string} what
 */
function assertValid(report, what) {
  assert.ok(validate(report), `${what}: ${JSON.stringify(validate.errors, null, 1)}`);
}

/**
 * @param {string} text
 * @param {string} id
 */
function fromPackage(text, id) {
  return toJSON(annotator.annotate(text, { date: DATE }), { id });
}

test("the articles have something of everything, so that the rest of this file says something", () => {
  const report = fromPackage(/** @type {string} */ (ARTICLES.at(-1)), "all");
  for (const list of /** @type {const} */ (["mentions", "entities", "dates", "ranges", "quotes"])) {
    assert.notEqual(report[list].length, 0, list);
  }
});

test("what the command line writes is valid in every unit", () => {
  for (const unit of UNITS) {
    for (const report of fromCommandLine(TEXTS, "--offsets", unit)) assertValid(report, `${unit} ${report.id}`);
  }
});

test("what the package writes is valid, with and without an id", () => {
  for (const text of [...TEXTS, ...LONE_SURROGATES]) assertValid(toJSON(annotator.annotate(text)), text.slice(0, 60));
  assertValid(fromPackage("", "an id"), "with an id");
});

test("the package and the command line write the same JSON, to the last digit", () => {
  const reports = fromCommandLine(TEXTS);
  TEXTS.forEach((text, index) => {
    const ours = JSON.stringify(fromPackage(text, `t${index}`));
    assert.equal(ours, JSON.stringify(reports[index]), text.slice(0, 60));
  });
});

test("every unit means the same words", () => {
  const [utf16, utf8, points] = UNITS.map((unit) => fromCommandLine(TEXTS, "--offsets", unit));
  TEXTS.forEach((text, index) => {
    const bytes = Buffer.from(text);
    const characters = [...text];
    const words = spansIn(utf16[index]).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(
      spansIn(utf8[index]).map(({ start, end }) => bytes.toString("utf8", start, end)),
      words,
    );
    assert.deepEqual(
      spansIn(points[index]).map(({ start, end }) => characters.slice(start, end).join("")),
      words,
    );
    assert.deepEqual(
      [utf16[index].length, utf8[index].length, points[index].length],
      [text.length, bytes.length, characters.length],
    );
  });
});

test("the schema refuses what the contract does not say", () => {
  const span = { start: 0, end: 1 };
  const whole = {
    schema: "pressmark/1",
    offsets: "utf16",
    length: 9,
    article: {
      date: "2024-06-14",
      dateFrom: "given",
      headline: span,
      byline: null,
      dateline: null,
      boilerplate: [span],
    },
    mentions: [{ ...span, kind: "person", entity: 0, form: "name", confidence: 0.9 }],
    entities: [
      { id: 0, kind: "person", name: "A", aliases: ["B"], role: null, link: { wikidata: "Q1" }, mentions: [0] },
    ],
    dates: [
      {
        ...span,
        type: "DATE",
        value: "2024-W24-WE",
        mod: "START",
        from: "2024-06-15",
        to: null,
        basis: "article",
        confidence: 1,
      },
    ],
    ranges: [{ ...span, dates: [0, 0], value: "2024-06-14/2024-06-15" }],
    quotes: [{ ...span, style: "direct", parts: [span], speaker: { ...span, entity: null }, cue: null, confidence: 0 }],
  };
  assertValid(whole, "the whole");
  /** @type {[string, (report: any) => void][]} */
  const changes = [
    ["another version", (r) => (r.schema = "pressmark/2")],
    ["no unit", (r) => delete r.offsets],
    ["a field of its own", (r) => (r.extra = 1)],
    ["a field of its own in a list", (r) => (r.mentions[0].extra = 1)],
    ["an offset before the text", (r) => (r.mentions[0].start = -1)],
    ["half an offset", (r) => (r.quotes[0].parts[0].end = 0.5)],
    ["an unknown kind", (r) => (r.mentions[0].kind = "company")],
    ["an unknown form", (r) => (r.mentions[0].form = "nickname")],
    ["more than sure", (r) => (r.mentions[0].confidence = 1.1)],
    ["an entity without a name", (r) => (r.entities[0].name = "")],
    ["a link that is no item", (r) => (r.entities[0].link.wikidata = "Douglas")],
    ["an unknown type", (r) => (r.dates[0].type = "date")],
    ["a value in words", (r) => (r.dates[0].value = "next week")],
    ["an unknown modifier", (r) => (r.dates[0].mod = "ABOUT")],
    ["a day that is none", (r) => (r.dates[0].from = "2024-13-01")],
    ["an undefined basis", (r) => delete r.dates[0].basis],
    ["a range of one", (r) => r.ranges[0].dates.pop()],
    ["a quote without content", (r) => (r.quotes[0].parts = [])],
    ["a speaker in words", (r) => (r.quotes[0].speaker = "Ann Lee")],
    ["an unknown style", (r) => (r.quotes[0].style = "scare")],
  ];
  for (const [what, change] of changes) {
    const changed = structuredClone(whole);
    change(changed);
    assert.equal(validate(changed), false, what);
  }
});

// Views and JSON of hand-made columns: what is read from where, whatever the engine finds.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  BASES,
  DATE_TYPES,
  dates,
  entities,
  FORMS,
  KINDS,
  mentionAt,
  mentions,
  mentionsByEntity,
  quoteAt,
  quotes,
  ranges,
  STYLES,
  toJSON,
} from "../../pkg/views.js";
import { read } from "./support.js";

/** @type {import("../../pkg/index.js").Columns} */
const COLUMNS = {
  schema: "pressmark/1",
  length: 90,
  article: {
    date: "2024-06-14",
    dateFrom: "given",
    headline: { start: 0, end: 4 },
    byline: null,
    dateline: null,
    boilerplate: [],
  },
  mentions: {
    start: Uint32Array.of(5, 30),
    end: Uint32Array.of(12, 33),
    kind: Uint8Array.of(0, 0),
    entity: Uint32Array.of(1, 1),
    form: Uint8Array.of(0, 4),
    confidence: Float32Array.of(0.9, 1 / 3),
  },
  entities: {
    kind: Uint8Array.of(2, 0),
    name: ["Lisbon", "Ann Lee"],
    aliases: [[], ["Lee"]],
    role: [null, "Mayor"],
    link: [{ wikidata: "Q597" }, null],
  },
  dates: {
    start: Uint32Array.of(40, 50),
    end: Uint32Array.of(46, 59),
    type: Uint8Array.of(0, 2),
    value: ["2024-06-10", "P2Y"],
    mod: [null, "APPROX"],
    from: ["2024-06-10", null],
    to: ["2024-06-10", null],
    basis: Int32Array.of(1, -1),
    rule: ["calendar day", "length"],
    confidence: Float32Array.of(1, 0),
  },
  ranges: {
    start: Uint32Array.of(40),
    end: Uint32Array.of(59),
    first: Uint32Array.of(0),
    last: Uint32Array.of(1),
    value: ["2024-06-10/P2Y"],
  },
  quotes: {
    start: Uint32Array.of(60, 80),
    end: Uint32Array.of(79, 85),
    style: Uint8Array.of(1, 3),
    firstPart: Uint32Array.of(0, 2, 3),
    partStart: Uint32Array.of(60, 70, 80),
    partEnd: Uint32Array.of(65, 79, 85),
    speakerStart: Int32Array.of(0, -1),
    speakerEnd: Int32Array.of(3, -1),
    speakerEntity: Int32Array.of(-1, -1),
    cueStart: Int32Array.of(66, -1),
    cueEnd: Int32Array.of(69, -1),
    confidence: Float32Array.of(0.55, 0.125),
  },
  provenance: { generator: "Pressmark 0.0.0", model: "0123abcd", textCrc32: "01234567" },
};

test("each view reads its own columns", () => {
  assert.deepEqual(
    [...mentions(COLUMNS)],
    [
      { start: 5, end: 12, kind: "person", entity: 1, form: "name", confidence: 0.9 },
      { start: 30, end: 33, kind: "person", entity: 1, form: "pronoun", confidence: 0.33333334 },
    ],
  );
  assert.deepEqual(
    [...entities(COLUMNS)],
    [
      { id: 0, kind: "place", name: "Lisbon", aliases: [], role: null, link: { wikidata: "Q597" }, mentions: [] },
      { id: 1, kind: "person", name: "Ann Lee", aliases: ["Lee"], role: "Mayor", link: null, mentions: [0, 1] },
    ],
  );
  const day = "2024-06-10";
  assert.deepEqual(
    [...dates(COLUMNS)],
    [
      { start: 40, end: 46, type: "DATE", value: day, mod: null, from: day, to: day, basis: "article", confidence: 1 },
      {
        start: 50,
        end: 59,
        type: "DURATION",
        value: "P2Y",
        mod: "APPROX",
        from: null,
        to: null,
        basis: null,
        confidence: 0,
      },
    ],
  );
  assert.deepEqual([...ranges(COLUMNS)], [{ start: 40, end: 59, dates: [0, 1], value: "2024-06-10/P2Y" }]);
  assert.deepEqual(
    [...quotes(COLUMNS)],
    [
      {
        start: 60,
        end: 79,
        style: "mixed",
        parts: [
          { start: 60, end: 65 },
          { start: 70, end: 79 },
        ],
        speaker: { start: 0, end: 3, entity: null },
        cue: { start: 66, end: 69 },
        confidence: 0.55,
      },
      {
        start: 80,
        end: 85,
        style: "term",
        parts: [{ start: 80, end: 85 }],
        speaker: null,
        cue: null,
        confidence: 0.125,
      },
    ],
  );
});

test("one item can be had without the others, and a list stopped anywhere", () => {
  assert.deepEqual(mentionAt(COLUMNS, 1), [...mentions(COLUMNS)][1]);
  const [first] = quotes(COLUMNS);
  assert.deepEqual(first, quoteAt(COLUMNS, 0));
  assert.deepEqual(mentionsByEntity(COLUMNS), [[], [0, 1]]);
});

test("JSON is all of it, in the contract's order, with the id only if there is one", () => {
  const report = toJSON(COLUMNS, { id: "a17" });
  assert.equal(
    Object.keys(report).join(" "),
    "schema id offsets length article mentions entities dates ranges quotes provenance",
  );
  assert.equal("id" in toJSON(COLUMNS), false);
  assert.deepEqual(report.quotes, [...quotes(COLUMNS)]);
});

test("confidences are the shortest decimals that are the same 32-bit numbers", () => {
  for (let i = 0; i <= 1000; i++) {
    const decimal = i / 1000;
    const columns = { ...COLUMNS, mentions: { ...COLUMNS.mentions, confidence: Float32Array.of(decimal) } };
    assert.equal(mentionAt(columns, 0).confidence, decimal);
  }
});

test("the code tables follow the engine's enums", () => {
  const source = read("src/analysis.rs");
  /** @param {string} name */
  const variants = (name) => {
    const [, body] = source.match(new RegExp(`pub enum ${name} \\{([^}]*)\\}`)) ?? assert.fail(`no enum ${name}`);
    return [...body.matchAll(/^\s*(\w+),$/gm)].map(([, variant]) => variant.toLowerCase());
  };
  assert.deepEqual(KINDS, variants("Kind"));
  assert.deepEqual(FORMS, variants("Form"));
  assert.deepEqual(BASES, variants("Basis"));
  assert.deepEqual(STYLES, variants("Style"));
  assert.deepEqual(
    DATE_TYPES.map((type) => type.toLowerCase()),
    variants("DateKind"),
  );
});

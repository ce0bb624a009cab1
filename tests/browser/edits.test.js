// A reader's edits and rules over what the engine finds, in Node: they hold, they are taken back, and they outlive a
// reading with another date, a changed text and an engine that finds other things.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { before, describe, test } from "node:test";

import { createAnnotator } from "../../pkg/index.js";
import { anchorAt, locate } from "../../www/lib/anchor.js";
import { reportOf } from "../../www/lib/draft.js";
import { stepped } from "../../www/lib/edges.js";
import { appended, EMPTY_LOG, rewound, targetOf } from "../../www/lib/edits.js";
import { createReading } from "../../www/lib/reading.js";
import { rulesFromJson, rulesToJson, withRule } from "../../www/lib/rules.js";
import { daysOf } from "../../www/lib/timex.js";
import { bySpeaker, quoteItems, scriptOf } from "../../www/lib/voices.js";

/**
 * @import { Annotator } from "../../pkg/index.js"
 * @import { Edit, Log } from "../../www/lib/edits.js"
 * @import { Reading } from "../../www/lib/reading.js"
 * @import { Rule } from "../../www/lib/rules.js"
 */

const TALKS = await readFile(new URL("../../www/examples/talks.txt", import.meta.url), "utf8");
/** @type {Annotator} */
let annotator;

/**
 * @param {readonly Edit[]} [edits]
 * @param {{ text?: string, rules?: readonly Rule[], date?: string }} [more]
 */
function read(edits = [], { text = TALKS, rules = [], date } = {}) {
  const log = edits.reduce(appended, EMPTY_LOG);
  return createReading(text, annotator.annotate(text, date ? { date } : {}), { log, rules });
}

/**
 * What an edit says of the nth annotation with these words.
 * @param {Reading} reading
 * @param {string} words
 * @param {number} [nth]
 */
function at({ text, edited, items }, words, nth = 0) {
  const found = [...items.values(), ...edited.mentions].filter(({ start, end }) => text.slice(start, end) === words);
  assert.ok(found[nth], `“${words}” is not marked`);
  return [targetOf(text, found[nth])];
}

/**
 * The names of a reading, each with its kind and the words of its places.
 * @param {Reading} reading
 * @returns {Record<string, [kind: string, ...words: string[]]>}
 */
function named({ text, names, items }) {
  const wordsOf = (/** @type {string} */ id) => text.slice(items.get(id)?.start, items.get(id)?.end);
  return Object.fromEntries(names.map(({ name, kind, places }) => [name, [kind, ...places.map(wordsOf)]]));
}

before(async () => {
  annotator = await createAnnotator();
});

describe("edits", () => {
  test("without any, the report is the engine's own, each annotation automatic", () => {
    const { mentions, dates, quotes, entities } = reportOf(read().edited);
    assert.ok([...mentions, ...dates, ...quotes].every(({ origin }) => origin === "auto"));
    assert.deepEqual(
      entities.map(({ id }) => id),
      entities.map((_, i) => i),
    );
  });

  test("removing one takes its entity's mentions with it, or only that one", () => {
    const target = at(read(), "Danube");
    assert.equal("Danube" in named(read([{ op: "remove", at: target, all: true }])), false);
    assert.deepEqual(named(read([{ op: "remove", at: target }])).Danube, ["place", "Danube"]);
  });

  test("another kind holds for all mentions, or splits one off", () => {
    const target = at(read(), "Romania");
    const all = named(read([{ op: "kind", at: target, kind: "organization", all: true }]));
    assert.deepEqual(all.Romania, ["organization", "Romania", "Romania"]);
    const { names } = read([{ op: "kind", at: target, kind: "organization" }]);
    assert.deepEqual(
      names.filter(({ name }) => name === "Romania").map(({ kind, places }) => [kind, places.length]),
      [
        ["place", 1],
        ["organization", 1],
      ].sort(),
    );
  });

  test("a name becomes a date, and a date with a value stands in the calendar", () => {
    const target = at(read(), "Hofburg");
    const edits = /** @type {Edit[]} */ ([{ op: "kind", at: target, kind: "date" }]);
    const open = read(edits);
    const value = /** @type {Edit} */ ({ op: "value", at: at(open, "Hofburg"), value: "2026-03" });
    const { dates } = read([...edits, value]);
    const [item] = dates.filter(({ words }) => words.includes("Hofburg"));
    assert.deepEqual([item.value, item.from, item.to], ["2026-03", "2026-03-01", "2026-03-31"]);
  });

  test("the ends of a name move, and its entity is called what it now says", () => {
    const start = TALKS.indexOf("Foreign Minister Katharina Brandl");
    const to = anchorAt(TALKS, start, start + "Foreign Minister Katharina Brandl".length);
    const names = named(read([{ op: "span", at: at(read(), "Katharina Brandl"), to }]));
    assert.deepEqual(names["Foreign Minister Katharina Brandl"]?.slice(0, 2), [
      "person",
      "Foreign Minister Katharina Brandl",
    ]);
  });

  test("what is added is marked wherever it stands, and takes the place of what it overlaps", () => {
    const words = "gauge";
    const place = TALKS.indexOf(words);
    const target = { ...anchorAt(TALKS, place, place + words.length), kind: /** @type {const} */ ("product") };
    const names = named(read([{ op: "add", at: [target], all: true }]));
    assert.deepEqual(names.gauge, ["product", "gauge"], "“gauges” is another word");
    const longer = TALKS.indexOf("Danube within");
    const wide = { ...anchorAt(TALKS, longer, longer + "Danube within".length), kind: /** @type {const} */ ("work") };
    const both = named(read([{ op: "add", at: [wide] }]));
    assert.deepEqual(
      [both.Danube, both["Danube within"]],
      [
        ["place", "Danube"],
        ["work", "Danube within"],
      ],
    );
  });

  test("two entities become one, with both names; one mention is split off again", () => {
    const merge = /** @type {Edit} */ ({
      op: "same",
      at: at(read(), "Gábor Szalai"),
      who: { at: at(read(), "Katharina Brandl")[0] },
      all: true,
    });
    const merged = read([merge]);
    assert.deepEqual(named(merged)["Katharina Brandl"].slice(1), [
      "Katharina Brandl",
      "Brandl",
      "Gábor Szalai",
      "Brandl",
    ]);
    assert.ok(merged.names.find(({ name }) => name === "Katharina Brandl")?.aliases.includes("Gábor Szalai"));
    const brandl = merged.speakers.find(({ speaker }) => speaker === "Katharina Brandl");
    assert.ok(
      brandl?.quotes.some(({ text }) => text.startsWith("his delegation")),
      "his quotes are hers now",
    );
    const apart = read([merge, { op: "split", at: at(merged, "Gábor Szalai"), all: true }]);
    assert.deepEqual(named(apart)["Gábor Szalai"], ["person", "Gábor Szalai"]);
    assert.equal(apart.quotes.find(({ text }) => text.startsWith("his delegation"))?.speaker, "Gábor Szalai");
  });

  test("a quote gets another speaker: one of the article's, one that it does not name, or none", () => {
    const [quote] = read().edited.quotes.filter(({ start }) => TALKS.startsWith("a first joint exercise", start));
    const target = [targetOf(TALKS, quote)];
    const speakerAfter = (/** @type {Edit["who"]} */ who) =>
      read([{ op: "speaker", at: target, who }]).quotes.find(({ id }) => id === quote.id)?.speaker;
    assert.equal(speakerAfter({ at: at(read(), "Milan Obradović")[0] }), "Milan Obradović");
    assert.equal(speakerAfter({ name: "Jane Doe" }), "Jane Doe");
    assert.equal(speakerAfter(null), null);
    const { entities, quotes } = reportOf(read([{ op: "speaker", at: target, who: { name: "Jane Doe" } }]).edited);
    const edited = quotes.find(({ start }) => start === quote.start);
    assert.equal(edited?.origin, "edited");
    assert.equal(entities[edited?.speaker?.entity ?? -1]?.name, "Jane Doe");
  });

  test("accepting is no change, but is remembered", () => {
    const { edited, items } = read([{ op: "accept", at: at(read(), "Hofburg") }]);
    const hofburg = [...items.values()].find(({ start }) => TALKS.startsWith("Hofburg", start));
    assert.deepEqual([hofburg?.checked, hofburg?.origin], [true, "auto"]);
    assert.deepEqual(edited.lost, []);
  });

  test("the report numbers entities by first mention, and every index in it leads somewhere", () => {
    const merge = /** @type {Edit} */ ({
      op: "same",
      at: at(read(), "Vienna"),
      who: { at: at(read(), "Belgrade")[0] },
      all: true,
    });
    const { mentions, entities, dates, ranges, quotes } = reportOf(
      read([merge, { op: "remove", at: at(read(), "Northwire") }]).edited,
    );
    for (const { entity } of mentions) assert.ok(entities[entity]);
    entities.forEach(({ mentions: list, id }) => {
      for (const i of list) assert.equal(mentions[i].entity, id);
    });
    const firsts = entities.map(({ mentions: [first] }) => first ?? mentions.length);
    assert.deepEqual(
      firsts,
      firsts.toSorted((a, b) => a - b),
    );
    for (const { dates: pair } of ranges) assert.ok(pair.every((i) => dates[i]));
    for (const { speaker } of quotes)
      if (speaker?.entity !== undefined && speaker.entity !== null) assert.ok(entities[speaker.entity]);
  });

  test("undo and redo go all the way, and a new edit ends what could be done again", () => {
    const edit = /** @type {Edit} */ ({ op: "dating", at: [], dating: { by: "reader", day: "2026-01-01" } });
    /** @type {Log} */
    let log = [1, 2, 3].reduce((before) => appended(before, edit), EMPTY_LOG);
    log = rewound(log, 5);
    assert.equal(log.done, 0);
    log = rewound(log, -2);
    assert.equal(log.done, 2);
    assert.deepEqual(appended(log, edit), { entries: [edit, edit, edit], done: 3 });
  });
});

describe("edits outlive", () => {
  const edits = () => {
    const reading = read();
    return /** @type {Edit[]} */ ([
      { op: "kind", at: at(reading, "Hofburg"), kind: "organization", all: true },
      { op: "remove", at: at(reading, "Northwire"), all: true },
      { op: "accept", at: at(reading, "Petra Lindner") },
    ]);
  };

  test("a reading with another date", () => {
    const { names, dates } = read(edits(), { date: "2027-06-01" });
    assert.equal(names.find(({ name }) => name === "Hofburg")?.kind, "organization");
    assert.ok(dates.some(({ from }) => from?.startsWith("2027")));
  });

  test("an engine that finds nothing: what was confirmed is there, what was removed is not", () => {
    const columns = annotator.annotate("");
    const log = edits().reduce(appended, EMPTY_LOG);
    const names = named(createReading(TALKS, columns, { log }));
    assert.deepEqual(names, { Hofburg: ["organization", "Hofburg"], "Petra Lindner": ["person", "Petra Lindner"] });
  });

  test("a changed text; what it no longer says is listed", () => {
    const text = `A new first line.\n\n${TALKS.replace("said Petra Lindner", "said a leader")}`;
    const { names, edited } = read(edits(), { text });
    assert.equal(names.find(({ name }) => name === "Hofburg")?.kind, "organization");
    assert.equal("Northwire" in named(read(edits(), { text })), false);
    assert.deepEqual(
      edited.lost.map(({ exact }) => exact),
      ["Petra Lindner"],
    );
  });
});

describe("anchors", () => {
  test("find the same words among many by what stands around them", () => {
    const text = "Ann said no. Bob said no. Ann said yes.";
    const second = anchorAt(text, 26, 29);
    assert.equal(text.slice(second.start), "Ann said yes.");
    const changed = `Then: ${text}`;
    assert.deepEqual(locate(changed, second), { start: 32, end: 35 });
  });

  test("give up where the words are gone, or stand among other words only", () => {
    const anchor = anchorAt("The mayor, Ann Lee, spoke to the council of the town today.", 11, 18);
    assert.equal(locate("Nothing of it is left.", anchor), null);
    assert.equal(locate("Ann Lee", anchor), null);
  });
});

describe("ends of a highlight", () => {
  const text = "the Smith-Jones family, née O’Hara 👩‍👩‍👧!";
  /** @type {(start: number, end: number, step: Parameters<typeof stepped>[2]) => string} */
  const after = (start, end, step) => {
    const span = stepped(text, { start, end }, step);
    return text.slice(span.start, span.end);
  };

  test("move by words, never beyond the last and never to nothing", () => {
    assert.equal(after(4, 9, { end: "end", direction: 1, byLetter: false }), "Smith-Jones");
    assert.equal(after(4, 15, { end: "end", direction: -1, byLetter: false }), "Smith");
    assert.equal(after(4, 9, { end: "start", direction: -1, byLetter: false }), "the Smith");
    assert.equal(after(4, 9, { end: "end", direction: -1, byLetter: false }), "Smith");
  });

  test("move by letters as readers see them", () => {
    const family = text.indexOf("👩");
    assert.equal(after(family, text.length - 1, { end: "end", direction: 1, byLetter: true }), "👩‍👩‍👧!");
    assert.equal(after(family - 1, text.length - 1, { end: "start", direction: 1, byLetter: true }), "👩‍👩‍👧");
    assert.equal(after(family - 1, text.length - 1, { end: "end", direction: -1, byLetter: true }), " ");
  });
});

describe("rules", () => {
  test("always and never are laid over what is found, before the edits", () => {
    const rules = /** @type {Rule[]} */ ([
      { words: "Danube", kind: "product" },
      { words: "gauge", kind: "product" },
      { words: "Tuesday", kind: "never" },
    ]);
    const reading = read([], { rules });
    assert.deepEqual(named(reading).Danube, ["product", "Danube", "Danube"]);
    assert.deepEqual(named(reading).gauge, ["product", "gauge"]);
    assert.ok(!reading.dates.some(({ words }) => words.includes("Tuesday")));
    const origins = reading.edited.mentions.filter(({ kind }) => kind === "product").map(({ origin }) => origin);
    assert.deepEqual(origins, ["edited", "edited", "user"]);
  });

  test("a rule inside a longer name leaves that name alone", () => {
    const reading = read([], { rules: [{ words: "Early", kind: "person" }] });
    assert.ok("Danube Early Warning Treaty" in named(reading));
  });

  test("are saved and read back; a later one with the same words holds", () => {
    const rules = withRule(withRule([], { words: "May", kind: "never" }), { words: "Acme", kind: "organization" });
    assert.deepEqual(rulesFromJson(rulesToJson(rules)), rules);
    assert.deepEqual(withRule(rules, { words: "May", kind: "person" }).at(-1), { words: "May", kind: "person" });
  });

  for (const [what, json, message] of [
    ["no JSON", "{", "not JSON"],
    ["something else", '{"format":"x"}', "not a file of rules"],
    ["no object", "null", "not a file of rules"],
    ["a rule without a kind", '{"format":"pressmark-rules/1","rules":[{"words":"a"}]}', "rule 1"],
    ["a kind that is none", '{"format":"pressmark-rules/1","rules":[{"words":"a","kind":"__proto__"}]}', "rule 1"],
    [
      "endless words",
      `{"format":"pressmark-rules/1","rules":[{"words":"${"a".repeat(300)}","kind":"never"}]}`,
      "rule 1",
    ],
    ["too many", JSON.stringify({ format: "pressmark-rules/1", rules: Array(2001).fill({}) }), "more than 2000"],
  ]) {
    test(`${what} is refused in words`, () => {
      assert.throws(
        () => rulesFromJson(json),
        (error) => error instanceof TypeError && error.message.includes(message),
      );
    });
  }
});

describe("lists", () => {
  test("shares of quoted words add up, and those without a speaker come first", () => {
    const { speakers } = read();
    assert.ok(Math.abs(speakers.reduce((sum, { share }) => sum + share, 0) - 1) < 1e-9);
    const anonymous = bySpeaker(
      quoteItems(read().edited).map((item, i) => (i === 3 ? { ...item, speaker: null, entity: null } : item)),
    );
    assert.equal(anonymous[0].speaker, null);
  });

  test("a script is the whole text: narrator and quotes in turn", () => {
    const { quotes } = read();
    let end = 0;
    for (const line of scriptOf(TALKS.length, quotes)) {
      const span = "quote" in line ? line.quote : line;
      assert.equal(span.start, end);
      end = span.end;
    }
    assert.equal(end, TALKS.length);
  });

  test("a day, a month, a year and a decade have a first and a last day; what the calendar lacks has none", () => {
    assert.deepEqual(daysOf("2024-02"), { from: "2024-02-01", to: "2024-02-29" });
    assert.deepEqual(daysOf("2024-02-03"), { from: "2024-02-03", to: "2024-02-03" });
    assert.deepEqual(daysOf("2024"), { from: "2024-01-01", to: "2024-12-31" });
    assert.deepEqual(daysOf("197"), { from: "1970-01-01", to: "1979-12-31" });
    for (const value of ["2024-13", "2023-02-29", "XXXX-05", "soon", ""]) assert.equal(daysOf(value).from, null);
  });
});

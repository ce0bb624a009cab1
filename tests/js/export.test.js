// Every export opened by a second program, and what comes back from those that can be opened again.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { marked } from "marked";
import { AnnotatorError, createExchange, FORMATS } from "../../pkg/exchange.js";
import { fromJSON, toJSON } from "../../pkg/index.js";
import { ARTICLES, annotator, DATE, HARD_TEXTS, LONE_SURROGATES, ROOT } from "./support.js";

/**
 * @import { WriteOptions } from "../../pkg/exchange.js"
 * @import { Report } from "../../pkg/index.js"
 */

/** Packages whose types are missing or do not hold. @param {string} name @returns {Promise<any>} */
const untyped = async (name) => (await import(name)).default;
const [ICAL, jsonld, Papa] = await Promise.all(["ical.js", "jsonld", "papaparse"].map(untyped));

const exchange = await createExchange();
const WRITTEN = "2026-03-12T09:30:00Z";
const ARTICLE = /** @type {string} */ (ARTICLES.at(-1));

/** What an article may hold to break out of what it is written into. */
const ATTACKS =
  "=cmd() and Ines Calloway\n\n“<script>alert(1)</script> ]]> --> {{7*7}} | x,\u202Eyad\u202C; \\n BEGIN:VEVENT” Mayor __proto__ Calloway told the @BBC on Tuesday.\r\n“+1 -- `code` [a](javascript:b) **c**,” Calloway said.\r\n";
const TEXTS = [...ARTICLES, ATTACKS, ...HARD_TEXTS, ...LONE_SURROGATES];

/** @param {string} text */
function reportOf(text) {
  return toJSON(annotator.annotate(text, { date: DATE }));
}

/**
 * @param {string} text
 * @param {WriteOptions} options
 * @param {Report} [report]
 */
function written(text, options, report = reportOf(text)) {
  return exchange.write(text, report, { created: WRITTEN, ...options });
}

/** A result with a reader's hand in it: one name changed, one added, one quote added. @param {string} text */
function edited(text) {
  const report = reportOf(text);
  report.mentions[0].origin = "edited";
  report.entities[0].origin = "user";
  report.quotes[0].origin = "user";
  return report;
}

test("every form can be written of every text, and says what made it and by which date", () => {
  const formats = /** @type {(keyof typeof FORMATS)[]} */ (Object.keys(FORMATS));
  for (const text of TEXTS) {
    for (const format of formats) {
      const out = written(text, { format });
      if (format === "csv" || format === "brat") continue;
      const unfolded = out.replaceAll("\r\n ", "");
      assert.match(unfolded, /Pressmark \d/, `${format} of ${text}`);
      assert.match(unfolded, /2024-?06-?14/, `${format} of ${text}`);
    }
  }
});

describe("tables, read by Papa Parse", () => {
  /** @param {string} text @param {WriteOptions["list"]} list @param {boolean} [fullText] */
  function rows(text, list, fullText = false) {
    const { data, errors } = Papa.parse(written(text, { format: "csv", list, fullText }), {
      header: true,
      newline: "\r\n",
      skipEmptyLines: true,
    });
    assert.deepEqual(errors, [], text);
    return /** @type {Record<string, string>[]} */ (data);
  }

  test("they have a row an item, with its words", () => {
    for (const text of TEXTS) {
      const report = reportOf(text);
      const points = [...text.toWellFormed()];
      const mentions = rows(text, "mentions", true);
      assert.equal(mentions.length, report.mentions.length);
      mentions.forEach((row, i) => {
        const { start, end, kind, entity } = report.mentions[i];
        assert.equal(row.words.replace(/^'(?=\s*[=+\-@＝＋－＠])/, ""), text.toWellFormed().slice(start, end));
        assert.equal(points.slice(+row.start, +row.end).join(""), text.toWellFormed().slice(start, end));
        assert.equal(row.kind, kind);
        assert.equal(row.name, report.entities[entity].name);
        assert.equal(row.generator.startsWith("Pressmark "), true);
        assert.ok(row.paragraph.includes(text.toWellFormed().slice(start, end).trim()));
      });
      assert.equal(rows(text, "names").length, report.entities.length);
      assert.deepEqual(
        rows(text, "dates").map(({ value }) => value),
        report.dates.map(({ value }) => value),
      );
      assert.equal(rows(text, "quotes").length, report.quotes.length);
    }
  });

  test("no cell is a formula", () => {
    const text = "“=cmd()|' /C calc'!A0,” Ann Lee said. “@SUM(1),” she said. “-2+3,” she said. “\t=1,” she said.";
    for (const list of /** @type {const} */ (["names", "mentions", "dates", "quotes"])) {
      for (const row of rows(text, list)) {
        for (const cell of Object.values(row)) assert.doesNotMatch(cell, /^[\s]*[=+\-@]/);
      }
    }
    assert.equal(rows(text, "quotes")[0].words, "'=cmd()|' /C calc'!A0,");
  });

  test("each row says who it is by", () => {
    const table = written(ARTICLE, { format: "csv", list: "mentions" }, edited(ARTICLE));
    const { data } = Papa.parse(table, { header: true, skipEmptyLines: true });
    const origins = /** @type {{ origin: string }[]} */ (data).map(({ origin }) => origin);
    assert.deepEqual(origins.slice(0, 2), ["edited", "auto"]);
  });
});

describe("calendars, read by ical.js", () => {
  /** @param {string} text @returns {any[]} */
  function events(text) {
    const calendar = new ICAL.Component(ICAL.parse(written(text, { format: "ics" })));
    return calendar.getAllSubcomponents("vevent").map((/** @type {any} */ event) => new ICAL.Event(event));
  }

  test("a day is an event of a day, a range one that ends the day after its last", () => {
    const text = "The fair opens on March 20, 2026. It runs from April 3 to April 5, 2026. In 2019 it rained.";
    const found = events(text);
    assert.deepEqual(
      found.map(({ startDate, endDate }) => [startDate.toString(), endDate.toString()]),
      [
        ["2026-03-20", "2026-03-21"],
        ["2026-04-03", "2026-04-06"],
      ],
      "and a year is none",
    );
    assert.match(found[0].summary, /^The fair opens/);
    assert.match(found[0].description, /not verified/);
    assert.equal(found[0].component.getFirstPropertyValue("dtstamp")?.toString(), WRITTEN);
  });

  test("the same article gives the same events, so that none is there twice", () => {
    const ids = (/** @type {string} */ text) => events(text).map(({ uid }) => uid);
    assert.deepEqual(ids(ARTICLE), ids(ARTICLE));
    assert.equal(new Set(TEXTS.flatMap(ids)).size, TEXTS.flatMap(ids).length);
  });

  test("lines are folded and nothing in them breaks out or turns around", () => {
    const text = `${ATTACKS} It is due on March 20, 2026, ${"😀 é".repeat(60)}; \u202Egnp.exe on March 21, 2026.`;
    const calendar = written(text, { format: "ics" });
    const lines = calendar.split("\r\n");
    assert.ok(lines.every((line) => Buffer.byteLength(line) <= 75));
    assert.ok(!/[\n\u202a-\u202e]/.test(lines.join("")));
    assert.ok(!lines.some((line) => line.includes("\uFFFD")), "no character is cut");
    assert.equal(lines.filter((line) => line === "BEGIN:VEVENT").length, events(text).length);
  });
});

describe("JSON-LD, read by jsonld.js", () => {
  const OA = "http://www.w3.org/ns/oa#";
  /** The words of the W3C's context that the annotations use. */
  const ANNO = {
    "@version": 1.1,
    oa: OA,
    as: "http://www.w3.org/ns/activitystreams#",
    rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    id: { "@id": "@id", "@type": "@id" },
    type: { "@id": "@type", "@type": "@vocab" },
    Annotation: "oa:Annotation",
    TextQuoteSelector: "oa:TextQuoteSelector",
    TextPositionSelector: "oa:TextPositionSelector",
    first: { "@id": "as:first", "@type": "@id" },
    items: { "@id": "as:items", "@container": "@list" },
    body: { "@id": "oa:hasBody", "@type": "@id" },
    target: { "@id": "oa:hasTarget", "@type": "@id" },
    selector: { "@id": "oa:hasSelector", "@type": "@id" },
    value: "rdf:value",
    exact: "oa:exact",
    start: "oa:start",
    end: "oa:end",
  };
  const SCHEMA = { "@version": 1.1, "@vocab": "https://schema.org/" };

  /** @param {string} url */
  async function documentLoader(url) {
    const context = { "http://www.w3.org/ns/anno.jsonld": ANNO, "https://schema.org": SCHEMA }[url];
    if (!context) throw new Error(`no document should ask for ${url}`);
    return { contextUrl: undefined, documentUrl: url, document: { "@context": context } };
  }

  /** @param {string} json @returns {Promise<any>} */
  async function flat(json) {
    return jsonld.flatten(JSON.parse(json), undefined, { documentLoader });
  }

  test("annotations select their words by position and by quoting", async () => {
    for (const text of [ARTICLE, ATTACKS]) {
      const points = [...text];
      const nodes = await flat(written(text, { format: "webannotation" }));
      const selectors = (/** @type {string} */ type) =>
        nodes.filter((/** @type {any} */ node) => node["@type"]?.includes(OA + type));
      const words = (/** @type {any} */ node, /** @type {string} */ name) => node[OA + name][0]["@value"];
      const quoted = selectors("TextQuoteSelector").map((/** @type {any} */ node) => words(node, "exact"));
      const placed = selectors("TextPositionSelector").map((/** @type {any} */ node) =>
        points.slice(words(node, "start"), words(node, "end")).join(""),
      );
      assert.ok(quoted.length > 3);
      assert.deepEqual(placed.sort(), quoted.sort());
    }
  });

  test("schema.org has the people, what they said, and no more of the article than that", async () => {
    const json = written(ARTICLE, { format: "schemaorg" });
    const nodes = await flat(json);
    const ofType = (/** @type {string} */ type) =>
      nodes.filter((/** @type {any} */ node) => node["@type"]?.includes(`https://schema.org/${type}`));
    const [person] = ofType("Person");
    assert.equal(person["https://schema.org/name"][0]["@value"], "Ines Calloway");
    const [quotation] = ofType("Quotation");
    assert.equal(quotation["https://schema.org/text"][0]["@value"], "We are glad, … It took two years.");
    assert.equal(quotation["https://schema.org/creator"][0]["@id"], person["@id"]);
    assert.ok(!json.includes("articleBody"));
    assert.ok(!written(ATTACKS, { format: "schemaorg", fullText: true }).includes("<"), "fit for a script element");
  });
});

describe("notes", () => {
  test("Markdown has who, when and who said what, and no markup but ours", () => {
    const html = marked.parse(written(ATTACKS, { format: "markdown", fullText: true }), { async: false, gfm: false });
    assert.doesNotMatch(html, /<(?!\/?(?:h\d|p|ul|li|strong|em|blockquote)>)/, html);
    const plain = marked.parse(written(ARTICLE, { format: "markdown" }), { async: false });
    assert.match(plain, /<li><strong>Ines Calloway<\/strong>, Mayor/);
    assert.match(plain, /<h3>Ines Calloway<\/h3>\s*<blockquote>\s*<p>“We are glad,/);
    assert.match(plain, /<strong>2024-06-17 to 2024-06-19<\/strong>|<strong>2024-06-10 to 2024-06-12<\/strong>/);
  });

  test("plain text has a line an item", () => {
    const quotes = written(ARTICLE, { format: "text", list: "quotes" }).trim().split("\n");
    assert.equal(quotes[0], "Ines Calloway: “We are glad,” “It took two years.”");
    assert.match(quotes.at(-1) ?? "", /^Found by Pressmark .* not verified/);
  });
});

test("CoNLL has the tokens of the text and well-formed BIO tags", () => {
  for (const text of TEXTS) {
    const lines = written(text, { format: "conll" })
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("# "));
    const squeezed = text.toWellFormed().replace(/[\s\p{Cc}\p{Bidi_C}]/gu, "");
    let at = 0;
    let before = ["O", "O"];
    for (const [word, ...tags] of lines.map((line) => line.split("\t"))) {
      assert.equal(tags.length, 2, text);
      at = squeezed.indexOf(word.replace(/\s/g, ""), at);
      assert.notEqual(at, -1, `${word} of ${text}`);
      tags.forEach((tag, i) => {
        if (tag.startsWith("I-")) assert.equal(before[i].slice(2), tag.slice(2), `${word} in ${text}`);
      });
      before = tags;
    }
  }
  assert.match(written(ARTICLE, { format: "conll" }), /\nInes\tO\tB-PERSON\nCalloway\tO\tI-PERSON\n/);
});

test("brat's annotations select their words in code points", () => {
  for (const text of [ARTICLE, ATTACKS]) {
    const points = [...text];
    for (const line of written(text, { format: "brat" }).split("\n")) {
      const [id, where, words] = line.split("\t");
      if (!id.startsWith("T")) continue;
      const pieces = where.slice(where.indexOf(" ") + 1).split(";");
      assert.equal(pieces.map((piece) => points.slice(...piece.split(" ").map(Number)).join("")).join(" "), words);
    }
  }
});

describe("what comes back", () => {
  /** @param {Report} report without what only says when it was written */
  function bare({ text: _, provenance, ...report }) {
    return { ...report, provenance: { generator: provenance?.generator, model: provenance?.model } };
  }

  test("JSON, Web Annotations and brat come back the same, a reader's part too", () => {
    for (const text of [...ARTICLES, ATTACKS]) {
      const report = edited(text);
      for (const format of /** @type {const} */ (["json", "webannotation", "brat"])) {
        const back = exchange.read(written(text, { format }, report), text);
        assert.deepEqual(bare(back.report), bare(report), `${format} of ${text}`);
        assert.deepEqual([back.text, back.moved, back.lost], [text, 0, 0]);
      }
    }
  });

  test("a file with its text needs no other, and as columns it is the same again", () => {
    const report = edited(ARTICLE);
    const back = exchange.read(written(ARTICLE, { format: "json" }, report));
    assert.equal(back.text, ARTICLE);
    assert.deepEqual(bare(toJSON(fromJSON(back.report))), bare(report));
  });

  test("what is no result, or of another text, is refused in words", () => {
    /** @param {() => unknown} run @param {RegExp} words */
    const refused = (run, words) =>
      assert.throws(run, (error) => {
        assert.ok(error instanceof AnnotatorError, String(error));
        assert.equal(error.code, "exchange");
        assert.match(error.message, words);
        return true;
      });
    const report = reportOf(ARTICLE);
    const without = written(ARTICLE, { format: "json", fullText: false });
    refused(() => exchange.read(""), /no file that Pressmark can open/);
    refused(() => exchange.read('{"schema":"pressmark/7"}'), /pressmark\/7/);
    refused(() => exchange.read(without), /open the article first/);
    refused(() => exchange.read(without, `${ARTICLE} `), /of another text/);
    refused(() => exchange.read("[".repeat(1_000_000)), /not whole JSON/);
    refused(() => exchange.read(written(ARTICLE, { format: "brat" }), "Something else."), /none of these/);
    refused(() => exchange.write("Another.", report, { format: "html" }), /of another text/);
    refused(() => exchange.write(ARTICLE, /** @type {any} */ ({ schema: "x" }), { format: "html" }), /damaged/);
    refused(() => written(ARTICLE, { format: /** @type {any} */ ("docx") }), /no format 'docx'.*html/);
    refused(() => written(ARTICLE, { format: /** @type {any} */ ("__proto__") }), /no format/);
    refused(() => written(ARTICLE, { format: "csv", list: /** @type {any} */ ("all") }), /no list 'all'/);
    for (const [start, end] of [
      [0, 1e9],
      [9, 3],
      [-1, 2],
      [0.5, 2],
      [NaN, 2],
    ]) {
      const changed = structuredClone(report);
      Object.assign(changed.mentions[0], { start, end });
      refused(() => written(ARTICLE, { format: "html" }, changed), /does not fit the text|damaged/);
    }
    const emoji = structuredClone(report);
    emoji.mentions[0].start = ARTICLE.indexOf("😀") + 1;
    refused(() => written(ARTICLE, { format: "html" }, emoji), /does not fit the text/);
    assert.throws(() => exchange.write(/** @type {any} */ (7), report, { format: "html" }), TypeError);
    assert.throws(() => exchange.write("", /** @type {any} */ (null), { format: "html" }), TypeError);
    assert.ok(written(ARTICLE, { format: "html" }).includes("Ines Calloway"), "and the exchange goes on");
  });

  test("keys that objects know of by themselves do no harm", () => {
    const file = written(ARTICLE, { format: "json" }).replace(
      "{",
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},',
    );
    const back = exchange.read(file);
    assert.equal(/** @type {any} */ ({}).polluted, undefined);
    assert.deepEqual(bare(back.report), bare(reportOf(ARTICLE)));
  });

  test("a file that is not the exchange is named as such", async () => {
    const other = createExchange({ wasm: new URL("pkg/engine/pressmark_bg.wasm", ROOT) });
    await assert.rejects(other, /pressmark_bg\.wasm is not this version's exchange/);
  });
});

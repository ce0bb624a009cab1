// The page's host-free modules, in Node: what needs no browser to be wrong.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { blocks, MAX_LINE } from "../../www/lib/blocks.js";
import { checkSize, decodeFile, Refusal } from "../../www/lib/files.js";
import { foreignLanguage } from "../../www/lib/language.js";
import { createCutter, inDisplayOrder } from "../../www/lib/layers.js";
import { createSession, INITIAL } from "../../www/lib/session.js";
import { createStore } from "../../www/lib/store.js";
import { countWords, shorten, withUnixNewlines } from "../../www/lib/text.js";
import { inWords } from "../../www/lib/timex.js";

/**
 * @import { Columns } from "../../pkg/index.js"
 * @import { Layer, Node } from "../../www/lib/layers.js"
 */

/**
 * Nodes as text with a bracket for each segment; an ellipsis where a segment goes on from or into another.
 * @param {string} text
 * @param {Node[]} nodes
 * @returns {string}
 */
function drawn(text, nodes) {
  return nodes
    .map((node) => {
      if (!("layer" in node)) return text.slice(node.start, node.end);
      const { layer, begins, ends, children } = node;
      return `[${layer.id}${begins ? "" : "…"}:${drawn(text, children)}${ends ? "" : "…"}]`;
    })
    .join("");
}

/**
 * @param {string} text
 * @param {Layer[]} layers
 * @param {[number, number][]} [pieces]
 */
function cutInto(text, layers, pieces = [[0, text.length]]) {
  const cut = createCutter(inDisplayOrder(layers));
  return pieces.map(([start, end]) => drawn(text, cut(start, end)));
}

describe("layers", () => {
  test("one inside another nests, whichever comes first", () => {
    const inner = { start: 2, end: 4, id: "m" };
    const outer = { start: 0, end: 6, id: "q" };
    assert.deepEqual(cutInto("abcdef", [inner, outer]), ["[q:ab[m:cd]ef]"]);
  });

  test("crossing ones are cut, and say which segment begins and ends", () => {
    const layers = [
      { start: 0, end: 4, id: "a" },
      { start: 2, end: 6, id: "b" },
    ];
    assert.deepEqual(cutInto("abcdef", layers), ["[a:ab[b:cd…]][b…:ef]"]);
  });

  test("one that spans blocks goes on in the next, without the gap between them", () => {
    const layers = [
      { start: 1, end: 7, id: "q" },
      { start: 5, end: 6, id: "m" },
    ];
    assert.deepEqual(
      cutInto("abc\nefgh", layers, [
        [0, 3],
        [4, 8],
      ]),
      ["a[q:bc…]", "[q…:e[m:f]g]h"],
    );
  });

  test("empty ones and those beyond the depth that browsers bear are left out, the text is not", () => {
    const text = "x".repeat(100);
    const layers = Array.from({ length: 50 }, (_, i) => ({ start: i, end: 100 - i, id: "n" }));
    const [out] = cutInto(text, [...layers, { start: 3, end: 3, id: "empty" }]);
    assert.equal(out.replace(/[^x]/g, ""), text);
    assert.equal(out.match(/\[/g)?.length, 12);
    assert.doesNotMatch(out, /empty/);
  });
});

describe("blocks", () => {
  const texts = [
    "",
    "one",
    "\n\n a\n",
    "a\nb\n\nc",
    "a\n \t\n\nb",
    "x".repeat(3 * MAX_LINE),
    "word ".repeat(MAX_LINE),
    "😀".repeat(MAX_LINE),
    "\n".repeat(50_000),
  ];

  test("are the text, each unit once, and never half of a pair", () => {
    for (const text of texts) {
      const all = [...blocks(text)];
      assert.equal(all.map(({ start, next }) => text.slice(start, next)).join(""), text);
      for (const { start, end, next } of all) {
        assert.ok(start <= end && end <= next && next > start);
        assert.ok(text.slice(start, end).isWellFormed());
        assert.ok(end - start <= MAX_LINE);
      }
    }
  });

  test("are paragraphs at blank lines, or at every line where there are none", () => {
    const spaced = (/** @type {string} */ text) => [...blocks(text)].map((block) => block.spaced);
    assert.deepEqual(spaced("a\nb\n\nc\n"), [false, true, false]);
    assert.deepEqual(spaced("a\nb\nc"), [true, true, true]);
  });
});

describe("dates in words", () => {
  /** @type {[type: string, value: string, mod: string | null, words: string][]} */
  const cases = [
    ["DATE", "2026-03-16", null, "Mon 16 Mar 2026"],
    ["DATE", "2026-03", "START", "early March 2026"],
    ["DATE", "2026-W12", null, "week of 16 March 2026"],
    ["DATE", "2026-W12-WE", null, "weekend of 21 March 2026"],
    ["DATE", "2026-Q3", null, "third quarter of 2026"],
    ["DATE", "2026-SU", null, "summer 2026"],
    ["DATE", "199", null, "1990s"],
    ["TIME", "2026-03-16T14:30", null, "Mon 16 Mar 2026, 14:30"],
    ["TIME", "2026-03-16TEV", null, "Mon 16 Mar 2026, evening"],
    ["DURATION", "P2Y", "MORE_THAN", "more than 2 years"],
    ["DURATION", "PT1H", null, "1 hour"],
    ["DURATION", "PXD", null, "some days"],
    ["SET", "P1D", null, "every day"],
    ["SET", "XXXX-WXX-1", null, "every Monday"],
    ["DATE", "2026-99-99", null, "2026-99-99"],
    ["DATE", "what is this", null, "what is this"],
  ];
  for (const [type, value, mod, words] of cases) {
    test(`${type} ${mod ?? ""} ${value}`, () => assert.equal(inWords({ type, value, mod }), words));
  }
});

describe("files", () => {
  const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);

  test("UTF-8 with and without its mark, UTF-16 and Windows-1252 are read", () => {
    assert.deepEqual(decodeFile("a.txt", bytes("“Zoë”")), { text: "“Zoë”", warning: null, isPage: false });
    assert.equal(decodeFile("a.txt", bytes("\ufeffplain")).text, "plain");
    assert.equal(decodeFile("a.txt", Uint8Array.from([0xff, 0xfe, 0x5a, 0, 0xeb, 0])).text, "Zë");
    // Node decodes the quotation marks of Windows-1252 wrongly; the browsers' test has those.
    const { text, warning } = decodeFile("a.txt", Uint8Array.from([0x5a, 0x6f, 0xeb]));
    assert.equal(text, "Zoë");
    assert.match(warning ?? "", /not UTF-8/);
  });

  test("what is no plain text is refused by name", () => {
    for (const [start, what] of [
      ["%PDF-1.7", "a PDF"],
      ["PK\x03\x04", "zip"],
      ["a\0\0\0\0\x01", "not plain text"],
    ]) {
      assert.throws(
        () => decodeFile("x", bytes(start)),
        (error) => error instanceof Refusal && error.message.includes(what),
      );
    }
  });

  test("web pages are told from text, by their beginning or by their name", () => {
    const isPage = (/** @type {string} */ name, /** @type {string} */ text) => decodeFile(name, bytes(text)).isPage;
    assert.ok(isPage("x", "<!DOCTYPE html><p>"));
    assert.ok(isPage("saved.txt", "<!-- saved from a site -->\n<html lang=en>"));
    assert.ok(isPage("part.htm", "<p>Jane Doe"));
    assert.ok(!isPage("a.txt", "<b>Jane Doe</b> wrote <html> in a letter"));
  });

  test("size alone refuses", () => {
    assert.throws(() => checkSize({ name: "big", size: 20_000_001 }), Refusal);
    assert.doesNotThrow(() => checkSize({ name: "fits", size: 20_000_000 }));
  });
});

describe("language", () => {
  test("English is not foreign, however full of foreign names", () => {
    const text =
      "Chancellor Friedrich Merz told Der Spiegel that the talks in Baden-Württemberg were over and that he would not wait for the others, who have had their time. It was the third time he said so.";
    assert.equal(foreignLanguage(text), null);
  });

  for (const [language, text] of [
    [
      "German",
      "Der Bürgermeister sagte am Dienstag, dass die Brücke nicht vor dem Sommer fertig wird und dass die Stadt auf das Geld wartet, das noch nicht da ist.",
    ],
    [
      "French",
      "Le maire a dit mardi que le pont ne sera pas prêt avant la fin de la saison et que la ville attend les fonds qui ne sont pas encore là pour les travaux.",
    ],
    ["Cyrillic", "Мэр города сказал во вторник, что мост не будет готов до лета."],
  ]) {
    test(language, () => assert.equal(foreignLanguage(text), language));
  }
});

describe("text", () => {
  test("newlines become what a textarea would make of them", () => {
    assert.equal(withUnixNewlines("a\r\nb\rc\n\r\r\n"), "a\nb\nc\n\n\n");
  });

  test("words are counted as a reader would", () => {
    assert.equal(countWords("“We’re” — 3.2 million, he said…"), 5);
  });

  test("shortening never leaves half a pair", () => {
    assert.equal(shorten("ab😀cd", 3), "ab…");
    assert.equal(shorten("ab", 3), "ab");
  });
});

describe("session", () => {
  /** @returns {Columns} columns in which nothing was found */
  const nothing = () =>
    /** @type {any} */ ({
      length: 1,
      article: { date: null, dateFrom: null, headline: null, byline: null, dateline: null, boilerplate: [] },
      mentions: { start: [], end: [], kind: [], entity: [], form: [], confidence: [] },
      entities: { kind: [], name: [], aliases: [], role: [], link: [] },
      dates: { start: [], end: [] },
      ranges: { start: [], end: [] },
      quotes: { start: [], end: [] },
    });

  test("a later text overtakes an earlier one that is still being read", async () => {
    /** @type {(() => void)[]} */
    const release = [];
    const store = createStore(INITIAL);
    const session = createSession(store, {
      ready: async () => {},
      annotate: () => new Promise((resolve) => release.push(() => resolve(nothing()))),
    });
    session.open("first");
    const done = session.edit("second");
    release[1]();
    await done;
    release[0]();
    await Promise.resolve();
    assert.equal(store.get().reading?.text, "second");
    assert.equal(store.get().busy, false);
  });

  test("the reader's date goes to the engine; today only as an assumption", async () => {
    /** @type {object[]} */
    const asked = [];
    const store = createStore({ ...INITIAL, text: "x" });
    const session = createSession(store, {
      ready: async () => {},
      annotate: async (_, { date, assumed }) => {
        asked.push({ date, assumed });
        return nothing();
      },
    });
    await session.setDating({ by: "reader", day: "2026-03-17" });
    await session.setDating({ by: "assumption", day: "2026-03-18" });
    await session.setDating({ by: "text" });
    assert.deepEqual(asked, [
      { date: "2026-03-17", assumed: false },
      { date: "2026-03-18", assumed: true },
      { date: undefined, assumed: undefined },
    ]);
  });

  test("what comes of a long text is shown on the way, and stays when the reader stops it", async () => {
    const store = createStore({ ...INITIAL, text: "x".repeat(100) });
    const session = createSession(store, {
      ready: async () => {},
      annotate: (_, { signal, onProgress, onPartial }) =>
        new Promise((_, reject) => {
          onProgress?.(0.25);
          onPartial?.({ ...nothing(), length: 25 });
          signal.addEventListener("abort", () => reject(signal.reason));
        }),
    });
    const partial = new Promise((resolve) => {
      store.subscribe(({ reading }) => reading && resolve(reading));
    });
    const reading = session.retry();
    await partial;
    assert.equal(store.get().busy, true);
    assert.equal(store.get().progress?.share, 0.25);
    session.stop();
    await reading;
    const { busy, progress, problem, notice, reading: kept } = store.get();
    assert.deepEqual({ busy, progress, problem }, { busy: false, progress: null, problem: null });
    assert.match(notice?.text ?? "", /Stopped after 25 bytes of 100 bytes/);
    assert.equal(kept?.columns.length, 25);
  });

  test("too long a text is refused and the present one stays", () => {
    const store = createStore({ ...INITIAL, text: "kept" });
    createSession(store, { ready: async () => {}, annotate: async () => nothing() }).open("x".repeat(20_000_001));
    assert.equal(store.get().text, "kept");
    assert.equal(store.get().notice?.tone, "refusal");
  });
});

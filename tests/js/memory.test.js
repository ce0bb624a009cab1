// The engine's own memory as a multiple of the text: what is not given back to the browser until its worker ends.

import assert from "node:assert/strict";
import { test } from "node:test";

import initialize from "../../pkg/engine/pressmark.js";
import { ARTICLES, annotator, DATE } from "./support.js";

/** A text of about 2 MB. */
const TEXT = `${ARTICLES.join("\n\n")}\n\n`.repeat(96);

/** What a text may take, itself included, as a multiple of its bytes. Measured: 5.5 times. */
const BUDGET = 6;

/** The bytes of the engine's memory. Asked again, the bindings give the instance that they have. */
async function memory() {
  return (await initialize({ module_or_path: new Uint8Array() })).memory.buffer.byteLength;
}

test("a long text takes a few times its length of memory", async () => {
  // What is made on first use stays, and is no part of what a text takes.
  annotator.annotate(ARTICLES[0], { date: DATE });
  const before = await memory();
  annotator.annotate(TEXT, { date: DATE });
  const grown = ((await memory()) - before) / Buffer.byteLength(TEXT);
  assert.ok(grown > 1, "the text itself is in it");
  assert.ok(grown <= BUDGET, `${grown} times`);
  console.log(`reading takes ${grown.toFixed(1)} times the text`);
});

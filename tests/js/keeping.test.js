// What is kept between visits, with a map in the place of the browser's database.

import assert from "node:assert/strict";
import { test } from "node:test";

import { createKeeping } from "../../www/lib/keeping.js";

const LOG = { entries: [], done: 0 };

/** A shelf that counts what is written to it, and can be told to fail. */
function createShelf() {
  /** @type {Map<string, any>} */
  const kept = new Map();
  /** @type {string[]} */
  const written = [];
  const state = { isFull: false };
  return {
    kept,
    written,
    state,
    get: async (/** @type {string} */ key) => kept.get(key),
    async setMany(/** @type {[string, unknown][]} */ entries) {
      if (state.isFull) throw new Error("full");
      for (const [key, value] of entries) {
        kept.set(key, value);
        written.push(key);
      }
    },
    async delMany(/** @type {string[]} */ keys) {
      for (const key of keys) kept.delete(key);
    },
    clear: async () => kept.clear(),
  };
}

/** @param {ReturnType<typeof createShelf>} shelf */
function keepingOn(shelf) {
  let count = 0;
  return createKeeping(shelf, { now: () => count, newId: () => `id${++count}` });
}

/** @param {string} text */
const article = (text) => ({ text, log: LOG, saved: null });

test("an edit writes the log alone, not the long text again", async () => {
  const shelf = createShelf();
  const keeping = keepingOn(shelf);
  await keeping.keep(article("a long text"), true);
  shelf.written.length = 0;
  await keeping.keep({ ...article("a long text"), log: { entries: [], done: 1 } }, false);
  assert.deepEqual(
    shelf.written.filter((key) => key.startsWith("text/")),
    [],
  );
  const { article: back } = await keepingOn(shelf).recall();
  assert.deepEqual(back, { text: "a long text", log: { entries: [], done: 1 }, saved: null });
});

test("a result that is opened over its own text is kept, and nothing else of it is written again", async () => {
  const shelf = createShelf();
  const keeping = keepingOn(shelf);
  await keeping.keep(article("a text"), true);
  shelf.written.length = 0;
  const saved = /** @type {any} */ ({ columns: { length: 6 }, dating: { by: "text" } });
  await keeping.keep({ ...article("a text"), saved }, false);
  assert.deepEqual((await keepingOn(shelf).recall()).article?.saved, saved);
  assert.ok(!shelf.written.includes("text/id1"));
  await keeping.keep(article("a text"), false);
  assert.equal((await keepingOn(shelf).recall()).article?.saved, null);
});

test("a dozen recent articles are kept, the oldest goes with all that belongs to it", async () => {
  const shelf = createShelf();
  const keeping = keepingOn(shelf);
  await keeping.set({ save: true, recent: true });
  for (let i = 1; i <= 14; i++) await keeping.keep(article(`Article ${i}`), true);
  assert.deepEqual(
    keeping.recent().map(({ title }) => title),
    Array.from({ length: 11 }, (_, i) => `Article ${13 - i}`),
  );
  assert.deepEqual(
    [...shelf.kept.keys()].filter((key) => key.endsWith("/id2")),
    [],
  );
  await keeping.set({ save: true, recent: false });
  assert.deepEqual(
    [...shelf.kept.keys()].filter((key) => key.startsWith("text/")),
    ["text/id14"],
  );
});

test("what could not be written is written the next time", async () => {
  const shelf = createShelf();
  const keeping = keepingOn(shelf);
  shelf.state.isFull = true;
  await assert.rejects(keeping.keep(article("A text"), true));
  shelf.state.isFull = false;
  await keeping.keep(article("A text"), false);
  assert.equal((await keepingOn(shelf).recall()).article?.text, "A text");
});

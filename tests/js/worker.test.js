// The annotator in a worker: the real worker.js and client.js, and how the client bears what may go wrong.

import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { AnnotatorError, WorkerAnnotator } from "../../pkg/client.js";
import { crashingEngine } from "./crashing-engine.js";
import { ARTICLES, annotator, DATE, ROOT } from "./support.js";
import { WebWorker } from "./web-worker.js";

const REAL = new URL("pkg/worker.js", ROOT);
const ODD = new URL("odd-worker.js", import.meta.url);

/** Some seconds' worth of work for a worker that has just started. */
const LONG = `${ARTICLES.join("\n\n")}\n\n`.repeat(200);

beforeEach(() => {
  WebWorker.made = 0;
  WebWorker.ended = 0;
});

/** @type {WorkerAnnotator[]} */
const opened = [];
after(() => {
  for (const one of opened) one.dispose();
});

/**
 * @param {URL} url
 * @param {import("../../pkg/index.js").LoadOptions} [sources]
 */
function open(url, sources) {
  const worker = () => /** @type {Worker} */ (/** @type {unknown} */ (new WebWorker(url)));
  const client = new WorkerAnnotator({ ...sources, worker });
  opened.push(client);
  return client;
}

/**
 * @param {Promise<unknown>} promise
 * @param {string} code
 * @param {RegExp} [message]
 */
function assertFails(promise, code, message = /./) {
  return assert.rejects(promise, (error) => {
    assert.ok(error instanceof AnnotatorError, String(error));
    assert.equal(error.code, code);
    assert.match(error.message, message);
    return true;
  });
}

/**
 * Until what was called is with a worker that is ready, but not so long that its answer can be back: promises are
 * followed up before any message is delivered.
 */
async function sent() {
  for (let i = 0; i < 20; i++) await null;
}

test("a worker says the same as the annotator itself", async () => {
  const client = open(REAL);
  const results = await Promise.all(ARTICLES.map((text) => client.annotate(text, { date: DATE })));
  assert.deepEqual(
    results,
    ARTICLES.map((text) => annotator.annotate(text, { date: DATE })),
  );
  assert.equal(WebWorker.made, 1);
});

test("what the annotator refuses is refused, and the worker goes on", async () => {
  const client = open(REAL);
  await assertFails(client.annotate("text", { date: "2023-02-29" }), "option", /'2023-02-29'/);
  await assert.rejects(client.annotate(/** @type {any} */ (7)), TypeError);
  assert.equal((await client.annotate("\uD800 text")).length, 6);
  assert.equal(WebWorker.made, 1);
});

test("a model that is none is refused at once and again, by name", async () => {
  const client = open(REAL, { model: new Uint8Array(7) });
  await assertFails(client.ready(), "model", /not a Pressmark model/);
  await assertFails(client.annotate("text"), "model", /not a Pressmark model/);
  await assertFails(open(REAL, { wasm: new URL("absent.wasm", ROOT) }).ready(), "load", /absent\.wasm/);
});

test("an engine that traps fails its call once; the next gets a new worker", async () => {
  const client = open(REAL, { wasm: crashingEngine() });
  await client.ready();
  await assertFails(client.annotate("one"), "crash", /the engine crashed/);
  assert.deepEqual([WebWorker.made, WebWorker.ended], [1, 1]);
  await assertFails(client.annotate("two"), "crash");
  assert.deepEqual([WebWorker.made, WebWorker.ended], [2, 2]);
});

test("calls that wait behind a crash are answered by the new worker", async () => {
  for (const end of ["crash", "die"]) {
    const client = open(ODD);
    const [first, second, third] = [client.annotate("a"), client.annotate(end), client.annotate("abc")];
    assert.equal((await first).length, 1);
    await assertFails(second, "crash");
    assert.equal((await third).length, 3);
  }
  assert.equal(WebWorker.made, 4);
});

test("a worker that cannot be started is named, with what to do; the next call tries again", async () => {
  const client = open(new URL("absent-worker.js", import.meta.url));
  await assertFails(client.annotate("text"), "load", /cannot start the annotator's worker .*Trusted Types/);
  await assertFails(client.ready(), "load");
  assert.equal(WebWorker.made, 2);
  const thrower = new WorkerAnnotator({
    worker: () => {
      throw new TypeError("This document requires 'TrustedScriptURL' assignment.");
    },
  });
  await assertFails(thrower.ready(), "load", /TrustedScriptURL/);
  await assertFails(thrower.annotate("text"), "load", /TrustedScriptURL/);
});

test("addresses reach the worker as absolute strings", async () => {
  await assertFails(open(ODD, { model: new URL("file:///absent") }).ready(), "load", /cannot read absent/);
});

test("a call given up before its turn never reaches the worker", async () => {
  const client = open(ODD);
  const aborts = new AbortController();
  const first = client.annotate("first");
  const spin = client.annotate("spin", { signal: aborts.signal });
  const last = client.annotate("last one");
  aborts.abort(new Error("changed my mind"));
  await assert.rejects(spin, /changed my mind/);
  assert.deepEqual([(await first).length, (await last).length], [5, 8]);
  assert.deepEqual([WebWorker.made, WebWorker.ended], [1, 0]);
  await assert.rejects(client.annotate("spin", { signal: aborts.signal }), /changed my mind/);
});

test("a reading that is given up and does not stop in time is ended, and the next call answered", async () => {
  const client = open(ODD);
  await client.ready();
  const aborts = new AbortController();
  const spin = client.annotate("spin", { signal: aborts.signal });
  const next = client.annotate("next");
  await sent();
  aborts.abort();
  await assert.rejects(spin, { name: "AbortError" });
  assert.equal((await next).length, 4);
  assert.deepEqual([WebWorker.made, WebWorker.ended], [2, 1]);
});

test("a short reading that is given up does not cost the worker", async () => {
  const client = open(ODD);
  await client.ready();
  const aborts = new AbortController();
  const given = client.annotate("up", { signal: aborts.signal });
  await sent();
  aborts.abort();
  await assert.rejects(given, { name: "AbortError" });
  assert.equal((await client.annotate("text")).length, 4);
  assert.deepEqual([WebWorker.made, WebWorker.ended], [1, 0]);
});

test("a long reading that is given up stops, and its worker reads the next text", async () => {
  for (const url of [REAL, ODD]) {
    WebWorker.made = WebWorker.ended = 0;
    const client = open(url);
    const aborts = new AbortController();
    /** @type {number[]} */
    const heard = [];
    const onProgress = (/** @type {number} */ share) => {
      heard.push(share);
      aborts.abort();
    };
    const long = client.annotate(url === REAL ? LONG : "long", { signal: aborts.signal, onProgress });
    await assert.rejects(long, { name: "AbortError" });
    assert.equal((await client.annotate("text")).length, 4);
    assert.deepEqual([WebWorker.made, WebWorker.ended], [1, 0]);
    assert.equal(heard.length, 1, "who gave up hears nothing more");
  }
});

test("a long reading tells how far it is and what it has found, and ends as one at once does", async () => {
  const client = open(REAL);
  /** @type {number[]} */
  const shares = [];
  /** @type {import("../../pkg/index.js").Columns[]} */
  const partials = [];
  const columns = await client.annotate(LONG, {
    date: DATE,
    onProgress: (share) => shares.push(share),
    onPartial: (partial) => partials.push(partial),
  });
  assert.deepEqual(columns, annotator.annotate(LONG, { date: DATE }));
  assert.ok(shares.length > 3 && shares.every((share, i) => share >= (shares[i - 1] ?? 0) && share <= 1), `${shares}`);
  assert.ok(partials.length > 1, "results before the end");
  const lengths = partials.map(({ length }) => length);
  assert.deepEqual(
    lengths,
    lengths.toSorted((a, b) => a - b),
  );
  for (const partial of partials) {
    assert.ok(partial.length < LONG.length && partial.mentions.start.length > 0);
    assert.ok(partial.mentions.end.every((end) => end <= partial.length));
    const known = columns.quotes.start.filter((start) => start < partial.length).length;
    assert.ok(Math.abs(partial.quotes.start.length - known) <= 2, "but for a quote that goes on, all are there");
  }
});

test("a short text is read in one go", async () => {
  const client = open(REAL);
  const columns = await client.annotate(ARTICLES[0], { date: DATE, onPartial: () => assert.fail("no need") });
  assert.ok(columns.mentions.start.length > 0);
});

test("a call given up while the worker starts does not stop the start", async () => {
  const client = open(ODD);
  const aborts = new AbortController();
  const given = client.annotate("spin", { signal: aborts.signal });
  aborts.abort();
  await assert.rejects(given, { name: "AbortError" });
  assert.equal((await client.annotate("text")).length, 4);
  assert.deepEqual([WebWorker.made, WebWorker.ended], [1, 0]);
});

test("dispose ends the worker and every open call", async () => {
  const client = open(ODD);
  await client.ready();
  const calls = [client.annotate("spin"), client.annotate("waits")];
  client.dispose();
  client.dispose();
  for (const call of calls) await assertFails(call, "disposed");
  await assertFails(client.annotate("text"), "disposed");
  await assertFails(client.ready(), "disposed");
  assert.deepEqual([WebWorker.made, WebWorker.ended], [1, 1]);
  const unused = open(ODD);
  const starting = unused.ready();
  unused[Symbol.dispose]();
  await assertFails(starting, "disposed");
});

// Loading the engine and its model: from disk, over HTTP, from bytes; and what is said when something is wrong.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { AnnotatorError, createAnnotator } from "../../pkg/index.js";
import { crashingEngine } from "./crashing-engine.js";
import { annotator, ROOT, read } from "./support.js";

const INDEX = new URL("pkg/index.js", ROOT);
const WASM = new URL("pkg/engine/pressmark_bg.wasm", ROOT);
const MODEL = new URL("pkg/engine/en.model", ROOT);
const wasmBytes = readFileSync(WASM);
const modelBytes = readFileSync(MODEL);

/**
 * Asserts that `action` fails with this code and a message that matches all of `patterns`.
 * @param {() => unknown} action
 * @param {string} code
 * @param {...RegExp} patterns
 */
async function assertFails(action, code, ...patterns) {
  await assert.rejects(
    async () => action(),
    (error) => {
      assert.ok(error instanceof AnnotatorError, String(error));
      assert.equal(error.name, "AnnotatorError");
      assert.equal(error.code, code);
      for (const pattern of patterns) assert.match(error.message, pattern);
      assert.doesNotMatch(error.message, /\n/, "one line");
      return true;
    },
  );
}

/** Files of the server below: status, MIME type, body. @type {Record<string, [number, string, Uint8Array | string]>} */
const FILES = {
  "/good.wasm": [200, "application/wasm", wasmBytes],
  "/wrong-type.wasm": [200, "application/octet-stream", wasmBytes],
  "/page.wasm": [200, "text/html", "<!doctype html><title>Not found</title>"],
  "/page-as.wasm": [200, "application/wasm", "<!doctype html><title>Not found</title>"],
  "/good.model": [200, "application/octet-stream", modelBytes],
  "/page.model": [200, "text/html", "<!doctype html><title>Not found</title>"],
};
let base = "";

const server = createServer((request, response) => {
  const [status, type, body] = FILES[request.url ?? ""] ?? [404, "text/plain", "none"];
  response.writeHead(status, { "Content-Type": type }).end(body);
});
before(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  base = `http://127.0.0.1:${address.port}`;
});
after(() => server.close());

/** @param {Awaited<ReturnType<typeof createAnnotator>>} made */
function assertWorks(made) {
  assert.deepEqual(made.annotate("“Yes,” said Ann Lee."), annotator.annotate("“Yes,” said Ann Lee."));
}

/**
 * What a program prints that begins with `createAnnotator` at hand.
 * @param {string} program
 * @param {Uint8Array} [input]
 */
function inNewProcess(program, input) {
  const source = `import { createAnnotator } from ${JSON.stringify(INDEX)};${program}`;
  const output = execFileSync(process.execPath, ["--input-type=module", "--eval", source], { input, encoding: "utf8" });
  return output.trim().split("\n");
}

test("engine and model come from files, addresses, bytes or a compiled module", async () => {
  assertWorks(await createAnnotator({ wasm: fileURLToPath(WASM), model: fileURLToPath(MODEL) }));
  assertWorks(await createAnnotator({ wasm: WASM.href, model: MODEL }));
  assertWorks(await createAnnotator({ wasm: `${base}/good.wasm`, model: new URL(`${base}/good.model`) }));
  assertWorks(await createAnnotator({ wasm: wasmBytes, model: modelBytes }));
  const model = new Uint8Array(modelBytes).buffer;
  assertWorks(await createAnnotator({ wasm: await WebAssembly.compile(wasmBytes), model }));
  const inside = new Uint8Array([1, 2, ...modelBytes, 3]);
  assertWorks(await createAnnotator({ model: new DataView(inside.buffer, 2, modelBytes.length) }));
});

test("the README's first example runs as it stands", () => {
  const [, program] =
    read("pkg/README.md").match(/```js\nimport \{ createAnnotator, (.*?)```/s) ?? assert.fail("no example");
  assert.deepEqual(inNewProcess(`import { ${program}`.replace('"pressmark"', JSON.stringify(INDEX))), [
    "Ines Calloway said: We are glad,",
  ]);
});

test("a server that does not know WebAssembly's MIME type is no obstacle", async () => {
  assertWorks(await createAnnotator({ wasm: `${base}/wrong-type.wasm` }));
});

test("a missing file is named, with what to do", async () => {
  const remedy = /put it back or say where it is/;
  await assertFails(() => createAnnotator({ wasm: "absent.wasm" }), "load", /absent\.wasm/, /no such file/, remedy);
  await assertFails(() => createAnnotator({ model: new URL("absent.model", ROOT) }), "load", /absent\.model/, remedy);
  await assertFails(() => createAnnotator({ wasm: `${base}/absent.wasm` }), "load", /absent\.wasm/, /404/, remedy);
  await assertFails(() => createAnnotator({ model: `${base}/absent.model` }), "load", /absent\.model/, /404/, remedy);
  await assertFails(() => createAnnotator({ model: "http://127.0.0.1:1/en.model" }), "load", /127\.0\.0\.1:1/, remedy);
});

test("a file that is not the engine is refused by name", async () => {
  for (const wasm of [`${base}/page.wasm`, `${base}/page-as.wasm`]) {
    await assertFails(() => createAnnotator({ wasm }), "engine", /page(-as)?\.wasm is not a WebAssembly file/);
  }
  await assertFails(() => createAnnotator({ wasm: modelBytes }), "engine", /not a WebAssembly file/);
  await assertFails(() => createAnnotator({ wasm: wasmBytes.subarray(0, -9) }), "engine", /not a WebAssembly file/);
});

test("another WebAssembly module is not taken for the engine", () => {
  // In a process of its own: here the engine is running already.
  const said = inNewProcess(`
    const empty = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
    await createAnnotator({ wasm: empty }).catch((error) => console.log(error.code, error.message));
    console.log((await createAnnotator()).annotate("text").length);
  `);
  assert.match(said[0], /^engine the wasm file is not this version's engine/);
  assert.equal(said[1], "4", "a second try with the right file works");
});

test("after a crash the engine is not used again on this thread", () => {
  const said = inNewProcess(
    `
    import { readFileSync } from "node:fs";
    const annotator = await createAnnotator({ wasm: readFileSync(0) });
    const say = (error) => console.log(error.code, error.message);
    for (const text of ["one", "two"]) try { annotator.annotate(text) } catch (error) { say(error) }
    annotator.dispose();
    await createAnnotator().catch(say);
  `,
    crashingEngine(),
  );
  assert.equal(said.length, 3);
  for (const line of said) assert.match(line, /^crash the engine crashed \(unreachable\): this is a defect/);
});

test("a file that is not the model, or not all of it, is refused by name", async () => {
  const flipped = new Uint8Array(modelBytes);
  flipped[flipped.length - 1] ^= 1;
  const newer = new Uint8Array(modelBytes);
  newer[8] = 99;
  await assertFails(
    () => createAnnotator({ model: `${base}/page.model` }),
    "model",
    /page\.model/,
    /not a Pressmark model/,
  );
  await assertFails(() => createAnnotator({ model: new Uint8Array() }), "model", /not a Pressmark model/);
  await assertFails(() => createAnnotator({ model: wasmBytes }), "model", /not a Pressmark model/);
  await assertFails(() => createAnnotator({ model: modelBytes.subarray(0, -1) }), "model", /it was cut/);
  await assertFails(() => createAnnotator({ model: flipped }), "model", /checksum/);
  await assertFails(() => createAnnotator({ model: newer }), "model", /version 99/);
  assertWorks(await createAnnotator());
});

test("a date that is none is refused, and the annotator goes on", async () => {
  for (const date of ["2023-02-29", "17.3.2023", "", "99999999-99-99", "2023-03-17T00:00", "0000-00-00", "\0"]) {
    await assertFails(() => annotator.annotate("text", { date }), "option", /YYYY-MM-DD/);
  }
  assert.equal(annotator.annotate("text", { date: "2024-02-29" }).article.date, "2024-02-29");
  assert.equal(annotator.annotate("text", { date: null }).article.date, null);
});

test("what is not a string is not annotated", () => {
  for (const text of [undefined, null, 7, {}, ["text"]]) {
    assert.throws(() => annotator.annotate(/** @type {any} */ (text)), TypeError);
  }
  assert.throws(() => annotator.annotate("text", { date: /** @type {any} */ (new Date()) }), TypeError);
  assertWorks(annotator);
});

test("after dispose nothing goes on, but for the results and the other annotators", async () => {
  const mine = await createAnnotator();
  const columns = mine.annotate("“Yes,” said Ann Lee.");
  mine.dispose();
  mine.dispose();
  await assertFails(() => mine.annotate("text"), "disposed", /create another/);
  assert.deepEqual(columns, annotator.annotate("“Yes,” said Ann Lee."));
  const other = await createAnnotator();
  other[Symbol.dispose]();
  await assertFails(() => other.annotate("text"), "disposed");
});

// What one contestant weighs, in a process of its own: one line of JSON.
//
//     node benches/weight.mjs <contestant> [<file>]
//
// The bytes that it loads, as they are and under gzip; and, where a text is given, the most memory that the process
// held, before and after reading it, and for WebAssembly the memory of the engine itself likewise.

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import initialize from "../pkg/engine/pressmark.js";
import { CONTESTANTS, loadedFiles } from "./peers.mjs";

/** What a page loads of Pressmark to annotate. */
const OURS = [
  "engine/pressmark_bg.wasm",
  "engine/en.model",
  "engine/pressmark.js",
  "index.js",
  "load.js",
  "views.js",
  "errors.js",
];

const [key, file] = process.argv.slice(2);
const { run } = await CONTESTANTS[key]();
const files = key === "pressmark" ? OURS.map((name) => new URL(`../pkg/${name}`, import.meta.url)) : loadedFiles();
const contents = files.map((path) => readFileSync(path));
const sum = (/** @type {number[]} */ numbers) => numbers.reduce((a, b) => a + b, 0);
const bytes = sum(contents.map((content) => content.length));
const gzip = sum(contents.map((content) => gzipSync(content, { level: 9 }).length));
const text = file ? readFileSync(file, "utf8") : "";
const loaded = await memory();
const before = process.resourceUsage().maxRSS * 1024;
const result = run(text);
const after = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ bytes, gzip, before, after, loaded, engine: await memory(), empty: result === null }));

/** The bytes of the engine's own memory. Asked again, the bindings give the instance that they have. */
async function memory() {
  if (key !== "pressmark") return null;
  return (await initialize({ module_or_path: new Uint8Array() })).memory.buffer.byteLength;
}

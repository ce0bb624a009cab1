// Reading the engine's two files: from disk in Node, by fetch elsewhere, never from anywhere but where told.

import { AnnotatorError } from "./errors.js";

/**
 * @typedef {string | URL | BufferSource} Source
 */

const REMEDY = "it belongs beside the package's index.js, in engine/; put it back or say where it is";

/**
 * The compiled engine.
 * @param {Source | WebAssembly.Module} source
 */
export async function loadWasm(source) {
  if (source instanceof WebAssembly.Module) return source;
  const name = nameOf(source, "the wasm file");
  const file = await open(source, name);
  try {
    // Streaming insists on the exact MIME type; a server that does not know it is no reason to fail.
    return file instanceof Response && mimeType(file) === "application/wasm"
      ? await WebAssembly.compileStreaming(file)
      : await WebAssembly.compile(await bytesOf(file, name));
  } catch (cause) {
    if (cause instanceof AnnotatorError) throw cause;
    throw new AnnotatorError("engine", `${name} is not a WebAssembly file (${messageOf(cause)}): ${REMEDY}`, { cause });
  }
}

/**
 * The model's bytes.
 * @param {Source} source
 */
export async function loadModel(source) {
  const name = nameOf(source, "the model");
  return new Uint8Array(await bytesOf(await open(source, name), name));
}

/**
 * What an exception says, whatever was thrown.
 * @param {unknown} thrown
 */
export function messageOf(thrown) {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/**
 * The name to call a source by in messages.
 * @param {Source} source
 * @param {string} whenBytes
 */
export function nameOf(source, whenBytes) {
  if (typeof source === "string") return source;
  return source instanceof URL ? source.href : whenBytes;
}

/**
 * @param {Source} source
 * @param {string} name
 * @returns {Promise<Response | BufferSource>}
 */
async function open(source, name) {
  if (!(typeof source === "string" || source instanceof URL)) return source;
  try {
    const disk = onDisk(source);
    if (disk) return await disk.fs.readFile(disk.path);
    const response = await fetch(source);
    if (!response.ok) throw new Error(`the server answered ${response.status} ${response.statusText}`.trim());
    return response;
  } catch (cause) {
    throw unreadable(name, cause);
  }
}

/**
 * Node's file system and the path there, if this is Node and the source a file. `getBuiltinModule` rather than
 * `import`, so that no bundler for the browser stumbles over a module that it does not have.
 * @param {string | URL} source
 */
function onDisk(source) {
  const fs = globalThis.process?.getBuiltinModule?.("node:fs/promises");
  if (!fs) return null;
  if (source instanceof URL) return source.protocol === "file:" ? { fs, path: source } : null;
  if (source.startsWith("file:")) return { fs, path: new URL(source) };
  return /^[a-z][a-z\d+.-]+:/i.test(source) ? null : { fs, path: source };
}

/**
 * @param {Response | BufferSource} file
 * @param {string} name
 */
async function bytesOf(file, name) {
  if (!(file instanceof Response)) return file instanceof ArrayBuffer ? file : viewOf(file);
  try {
    return await file.arrayBuffer();
  } catch (cause) {
    throw unreadable(name, cause);
  }
}

/** @param {ArrayBufferView<ArrayBuffer>} view */
function viewOf(view) {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

/** @param {Response} response */
function mimeType(response) {
  return response.headers.get("Content-Type")?.split(";")[0].trim().toLowerCase();
}

/**
 * @param {string} name
 * @param {unknown} cause
 */
function unreadable(name, cause) {
  return new AnnotatorError("load", `cannot read ${name} (${messageOf(cause)}): ${REMEDY}`, { cause });
}

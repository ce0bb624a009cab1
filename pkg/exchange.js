// Results out in forms for others, and files back in: the package's second wasm, loaded by who exports or imports.

import initialize, { read, write } from "./engine/exchange.js";
import { AnnotatorError } from "./errors.js";
import { loadWasm, messageOf, nameOf } from "./load.js";

export { AnnotatorError };

/**
 * @import { Exchange, ExchangeOptions, WriteOptions } from "./exchange.js"
 * @import { Report } from "./index.js"
 */

/** @type {typeof import("./exchange.js").FORMATS} */
export const FORMATS = Object.freeze({
  json: { extension: "json", type: "application/json", text: true },
  html: { extension: "html", type: "text/html", text: true },
  richtext: { extension: "html", type: "text/html", text: false },
  markdown: { extension: "md", type: "text/markdown", text: false },
  text: { extension: "txt", type: "text/plain", text: false },
  csv: { extension: "csv", type: "text/csv", text: false },
  webannotation: { extension: "jsonld", type: "application/ld+json", text: false },
  ics: { extension: "ics", type: "text/calendar", text: false },
  schemaorg: { extension: "jsonld", type: "application/ld+json", text: false },
  brat: { extension: "ann", type: "text/plain", text: false },
  conll: { extension: "conll", type: "text/plain", text: true },
});

/** Why the exchange can no longer be used on this thread: its one instance has trapped. @type {AnnotatorError | null} */
let crashed = null;

/**
 * @param {ExchangeOptions} [options]
 * @returns {Promise<Exchange>}
 */
export async function createExchange(options = {}) {
  const wasm = options.wasm ?? new URL("./engine/exchange_bg.wasm", import.meta.url);
  const module = await loadWasm(wasm);
  try {
    // The bindings keep whatever they were given first, so what is not the exchange must not get that far.
    const exports = WebAssembly.Module.exports(module).map(({ name }) => name);
    if (!exports.includes("write") || !exports.includes("read")) throw new Error("it can neither write nor read");
    await initialize({ module_or_path: module });
  } catch (cause) {
    const name = wasm instanceof WebAssembly.Module ? "the module" : nameOf(wasm, "the wasm file");
    const remedy = "use the exchange_bg.wasm that came with this version";
    throw new AnnotatorError("engine", `${name} is not this version's exchange (${messageOf(cause)}): ${remedy}`, {
      cause,
    });
  }
  return { write: written, read: opened };
}

/** @type {Exchange["write"]} */
function written(text, report, { format, list, fullText, created = new Date().toISOString(), source }) {
  if (typeof text !== "string") throw new TypeError(`the text of the result is a string, not ${typeof text}`);
  if (typeof report !== "object" || report === null) throw new TypeError("the result is an object, as toJSON makes it");
  /** @type {Report} */
  const signed = { ...report, text: undefined, provenance: { ...report.provenance, created, source } };
  const whole = fullText ?? (Object.hasOwn(FORMATS, format) && FORMATS[format].text);
  return guarded(() => write(text, JSON.stringify(signed), String(format), list, whole));
}

/** @type {Exchange["read"]} */
function opened(content, text) {
  if (typeof content !== "string") throw new TypeError(`the content of a file is a string, not ${typeof content}`);
  return JSON.parse(guarded(() => read(content, text ?? undefined)));
}

/**
 * @template T
 * @param {() => T} run
 * @returns {T}
 */
function guarded(run) {
  if (crashed) throw crashed;
  try {
    return run();
  } catch (cause) {
    if (cause instanceof Error && cause.constructor === Error) {
      throw new AnnotatorError("exchange", cause.message, { cause });
    }
    const remedy = "this is a defect, please report what was exported or opened; load the page anew to go on";
    crashed = new AnnotatorError("crash", `the exchange crashed (${messageOf(cause)}): ${remedy}`, { cause });
    throw crashed;
  }
}

// Finds who, when and who said what in a news article: the package's front door.
//
// `createAnnotator` loads the engine and its model and gives an annotator that works at once, on this thread.
// client.js has the same in a worker; views.js makes objects and JSON of the columns that come out.

import initialize, { Annotator as Engine, Reading as EngineReading } from "./engine/pressmark.js";
import { AnnotatorError } from "./errors.js";
import { loadModel, loadWasm, messageOf, nameOf } from "./load.js";

export * from "./views.js";
export { AnnotatorError };

/**
 * @import { AnnotateOptions, Annotator, Reading } from "./index.js"
 */

/**
 * Why the engine can no longer be used on this thread. The bindings hold one WebAssembly instance a thread; once
 * it has trapped, its memory cannot be trusted.
 * @type {AnnotatorError | null}
 */
let crashed = null;

/** @type {typeof import("./index.js").createAnnotator} */
export async function createAnnotator(options = {}) {
  // Made here, not above: a bundle in one file has no address of its own and gives both sources as bytes.
  const wasm = options.wasm ?? new URL("./engine/pressmark_bg.wasm", import.meta.url);
  const model = options.model ?? new URL("./engine/en.model", import.meta.url);
  const [module, bytes] = await Promise.all([loadWasm(wasm), loadModel(model)]);
  await start(module, wasm);
  return new LocalAnnotator(load(bytes, model));
}

/**
 * @param {WebAssembly.Module} module
 * @param {string | URL | BufferSource | WebAssembly.Module} source
 */
async function start(module, source) {
  try {
    // The bindings keep whatever they were given first, so what is not the engine must not get that far.
    const exports = WebAssembly.Module.exports(module).map(({ name }) => name);
    if (!exports.includes("annotator_read")) throw new Error("it has no annotator");
    await initialize({ module_or_path: module });
  } catch (cause) {
    const name = source instanceof WebAssembly.Module ? "the module" : nameOf(source, "the wasm file");
    const remedy = "use the pressmark_bg.wasm that came with this version";
    throw new AnnotatorError("engine", `${name} is not this version's engine (${messageOf(cause)}): ${remedy}`, {
      cause,
    });
  }
}

/**
 * @param {Uint8Array} bytes
 * @param {string | URL | BufferSource} source
 */
function load(bytes, source) {
  return guarded("model", () => new Engine(bytes), `${nameOf(source, "the model")}: `);
}

/**
 * Runs the engine. An `Error` pure and simple is its refusal of an input; anything else (a trap, an exhausted
 * stack) is a crash, and there is no second call on this thread.
 * @template T
 * @param {"model" | "option"} code
 * @param {() => T} run
 * @param {string} [prefix]
 */
function guarded(code, run, prefix = "") {
  if (crashed) throw crashed;
  try {
    return run();
  } catch (cause) {
    if (cause instanceof Error && cause.constructor === Error) {
      throw new AnnotatorError(code, prefix + cause.message, { cause });
    }
    const remedy = "this is a defect, please report the text; here the engine is lost, in a worker it would start anew";
    crashed = new AnnotatorError("crash", `the engine crashed (${messageOf(cause)}): ${remedy}`, { cause });
    throw crashed;
  }
}

/** What the engine does, by its code for it. @type {readonly import("./index.js").Stage[]} */
const STAGES = ["segment", "entity", "date", "quote", "link"];

/** About how much text a step takes in, in bytes: a few milliseconds' worth. */
const STEP = 1 << 15;

/** @implements {Annotator} */
class LocalAnnotator {
  /** @type {Engine | null} */
  #engine;

  /** @param {Engine} engine */
  constructor(engine) {
    this.#engine = engine;
  }

  /**
   * @param {string} text
   * @param {AnnotateOptions} [options]
   */
  annotate(text, options) {
    return this.read(text, options).finish();
  }

  /**
   * @param {string} text
   * @param {AnnotateOptions} [options]
   */
  read(text, { date = null, assumed = false } = {}) {
    const engine = this.#engine;
    if (!engine) throw disposed("annotator");
    if (typeof text !== "string") throw new TypeError(`the text to annotate is a string, not ${typeof text}`);
    if (typeof (date ?? "") !== "string") throw new TypeError(`the date is a string, YYYY-MM-DD, not ${typeof date}`);
    return new LocalReading(guarded("option", () => engine.read(text, date, assumed)));
  }

  dispose() {
    if (!crashed) this.#engine?.free();
    this.#engine = null;
  }

  // Where the platform has no such symbol yet, this is a method that nobody calls.
  [Symbol.dispose]() {
    this.dispose();
  }
}

/** @implements {Reading} */
class LocalReading {
  /** @type {EngineReading | null} */
  #reading;

  /** @param {EngineReading} reading */
  constructor(reading) {
    this.#reading = reading;
  }

  advance(length = STEP) {
    const reading = this.#open();
    return STAGES[guarded("option", () => reading.advance(length))] ?? null;
  }

  get progress() {
    const reading = this.#open();
    return guarded("option", () => reading.progress());
  }

  get found() {
    const reading = this.#open();
    return guarded("option", () => reading.found());
  }

  partial() {
    const reading = this.#open();
    return guarded("option", () => reading.partial()) ?? null;
  }

  finish() {
    const reading = this.#open();
    this.#reading = null;
    return guarded("option", () => reading.finish());
  }

  dispose() {
    if (!crashed) this.#reading?.free();
    this.#reading = null;
  }

  [Symbol.dispose]() {
    this.dispose();
  }

  #open() {
    if (!this.#reading) throw disposed("reading");
    return this.#reading;
  }
}

/** @param {string} what */
function disposed(what) {
  return new AnnotatorError("disposed", `this ${what} was disposed of: create another`);
}

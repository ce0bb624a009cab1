// The annotator in a worker: the page's half. worker.js is the other; client.d.ts has types and protocol.
//
// Calls wait here, not in the worker, and go over one at a time: what is given up while it waits costs nothing.
// The worker reads a moment at a time, so that it hears at once of a reading that is given up. Within a step it cannot
// be interrupted: if it does not answer in time, it is ended and the next call gets a new one.

import { AnnotatorError } from "./errors.js";

export { AnnotatorError };

/**
 * @import { Columns } from "./index.js"
 * @import { FromWorker, ToWorker, WorkerAnnotateOptions, WorkerAnnotator as Contract, WorkerOptions } from "./client.js"
 */

/** How long a reading that was given up may take to stop, in milliseconds: the longest steps of the longest texts. */
const GRACE = 1000;

/**
 * One call to `annotate`. `abandoned` once its caller has been told that it ended before the worker was done.
 * @typedef {object} Call
 * @property {number} id
 * @property {string} text
 * @property {{ date: string | null, assumed: boolean }} options
 * @property {WorkerAnnotateOptions["onProgress"]} onProgress
 * @property {WorkerAnnotateOptions["onPartial"]} onPartial
 * @property {(columns: Columns) => void} resolve
 * @property {(reason: unknown) => void} reject
 * @property {boolean} abandoned
 */

/** @implements {Contract} */
export class WorkerAnnotator {
  /** @type {WorkerOptions} */
  #options;
  /** @type {Worker | null} */
  #worker = null;
  /** @type {Promise<void> | null} */
  #ready = null;
  /** Settles {@link #ready}. @type {{ resolve: () => void, reject: (reason: AnnotatorError) => void } | null} */
  #starting = null;
  /** @type {Call[]} */
  #waiting = [];
  /** @type {Call | null} */
  #running = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #grace;
  #lastId = 0;
  #disposed = false;

  /** @param {WorkerOptions} [options] */
  constructor(options = {}) {
    this.#options = options;
  }

  /** @returns {Promise<void>} */
  ready() {
    if (this.#disposed) return Promise.reject(disposed());
    if (this.#ready) return this.#ready;
    const ready = new Promise((/** @type {(value: void) => void} */ resolve, reject) => {
      this.#starting = { resolve, reject };
    });
    this.#ready = ready;
    this.#start();
    return ready;
  }

  /**
   * @param {string} text
   * @param {WorkerAnnotateOptions} [options]
   * @returns {Promise<Columns>}
   */
  async annotate(text, { date = null, assumed = false, signal, onProgress, onPartial } = {}) {
    if (this.#disposed) throw disposed();
    if (typeof text !== "string") throw new TypeError(`the text to annotate is a string, not ${typeof text}`);
    signal?.throwIfAborted();
    const { promise, resolve, reject } = deferred();
    const id = ++this.#lastId;
    /** @type {Call} */
    const call = { id, text, options: { date, assumed }, onProgress, onPartial, resolve, reject, abandoned: false };
    const abort = () => this.#abandon(call, signal?.reason);
    signal?.addEventListener("abort", abort, { once: true });
    this.#waiting.push(call);
    this.#next();
    try {
      return await promise;
    } finally {
      signal?.removeEventListener("abort", abort);
    }
  }

  dispose() {
    this.#disposed = true;
    this.#stop(disposed());
    for (const call of this.#waiting.splice(0)) call.reject(disposed());
  }

  [Symbol.dispose]() {
    this.dispose();
  }

  #start() {
    try {
      const worker = makeWorker(this.#options.worker);
      worker.addEventListener("message", ({ data }) => this.#hear(data));
      worker.addEventListener("messageerror", () => this.#stop(crashed("its answer could not be read")));
      worker.addEventListener("error", (event) => this.#fail(event));
      this.#worker = worker;
      this.#say({ type: "load", options: sources(this.#options) });
    } catch (cause) {
      this.#stop(unstartable(cause instanceof Error ? cause.message : String(cause), cause));
    }
  }

  /** An error that the worker did not catch: its script is missing or broken, or the engine took it down. */
  #fail(/** @type {ErrorEvent} */ event) {
    const why = event.message || "its script could not be loaded";
    this.#stop(this.#starting ? unstartable(why) : crashed(why));
    this.#next();
  }

  /** Sends the next call over, if none is under way. */
  async #next() {
    const call = this.#running ? undefined : this.#waiting.shift();
    if (!call) return;
    this.#running = call;
    try {
      await this.ready();
    } catch (reason) {
      this.#finish(call, (open) => open.reject(reason));
      return;
    }
    // While the worker was starting, the caller may have given up or the annotator been disposed of.
    if (this.#running !== call) return;
    if (call.abandoned) this.#finish(call);
    else this.#say({ type: "annotate", ...called(call) });
  }

  /** @param {FromWorker} message */
  #hear(message) {
    const call = this.#running;
    if (message.type === "ready") {
      this.#starting?.resolve();
      this.#starting = null;
    } else if (message.type === "failed" && (message.id === null || message.code === "crash")) {
      // A worker that could not load or whose engine crashed is of no more use.
      this.#stop(new AnnotatorError(message.code, message.message));
      this.#next();
    } else if (call && message.id === call.id) {
      if (message.type === "progress") hearProgress(call, message);
      else this.#finish(call, (open) => settle(open, message));
    }
  }

  /**
   * The running call is over: tells its caller, who may be gone, and goes on to the next.
   * @param {Call} call
   * @param {(call: Call) => void} [settle]
   */
  #finish(call, settle) {
    if (this.#running !== call) return;
    clearTimeout(this.#grace);
    this.#running = null;
    if (!call.abandoned) settle?.(call);
    this.#next();
  }

  /**
   * @param {Call} call
   * @param {unknown} reason
   */
  #abandon(call, reason) {
    call.abandoned = true;
    call.reject(reason);
    if (this.#running !== call) {
      this.#waiting = this.#waiting.filter((other) => other !== call);
    } else if (!this.#starting) {
      this.#say({ type: "stop", id: call.id });
      this.#grace = setTimeout(() => {
        this.#stop(crashed("given up"));
        this.#next();
      }, GRACE);
    }
  }

  /**
   * Ends the worker; the start or the call under way rejects with `reason`, and the next call starts anew.
   * @param {AnnotatorError} reason
   */
  #stop(reason) {
    clearTimeout(this.#grace);
    this.#worker?.terminate();
    const [starting, running] = [this.#starting, this.#running];
    this.#worker = this.#ready = this.#starting = this.#running = null;
    starting?.reject(reason);
    running?.reject(reason);
  }

  /** @param {ToWorker} message */
  #say(message) {
    this.#worker?.postMessage(message);
  }
}

/**
 * What the worker is told of a call.
 * @param {Call} call
 */
function called({ id, text, options, onPartial }) {
  return { id, text, options, partial: onPartial !== undefined };
}

/**
 * @param {Call} call
 * @param {Extract<FromWorker, { type: "progress" }>} message
 */
function hearProgress({ abandoned, onProgress, onPartial }, { progress, partial }) {
  if (abandoned) return;
  onProgress?.(progress);
  if (partial) onPartial?.(partial);
}

/**
 * Tells the caller how the reading ended. Only one that was given up is stopped, and nobody waits for that.
 * @param {Call} call
 * @param {Extract<FromWorker, { type: "result" | "failed" | "stopped" }>} message
 */
function settle(call, message) {
  if (message.type === "result") call.resolve(message.columns);
  else if (message.type === "failed") call.reject(new AnnotatorError(message.code, message.message));
}

/**
 * @param {WorkerOptions["worker"]} worker
 * @returns {Worker}
 */
function makeWorker(worker) {
  if (typeof worker === "function") return worker();
  // The plain form is what bundlers look for. `Worker` takes a TrustedScriptURL wherever there is such a thing.
  return worker === undefined
    ? new Worker(new URL("./worker.js", import.meta.url), { type: "module" })
    : new Worker(/** @type {string | URL} */ (worker), { type: "module" });
}

/**
 * Where engine and model are, as a worker can be told: addresses as absolute strings, since the worker has another
 * base and a URL object cannot be cloned.
 * @param {WorkerOptions} options
 */
function sources({ wasm, model }) {
  const absolute = (/** @type {string | URL} */ source) => new URL(source, globalThis.location?.href).href;
  return {
    wasm: typeof wasm === "string" || wasm instanceof URL ? absolute(wasm) : wasm,
    model: typeof model === "string" || model instanceof URL ? absolute(model) : model,
  };
}

/** @returns {{ promise: Promise<Columns>, resolve: (columns: Columns) => void, reject: (reason: unknown) => void }} */
function deferred() {
  /** @type {any} */
  const out = {};
  out.promise = new Promise((resolve, reject) => Object.assign(out, { resolve, reject }));
  return out;
}

function disposed() {
  return new AnnotatorError("disposed", "this annotator was disposed of: create another");
}

/** @param {string} why */
function crashed(why) {
  const remedy = "this is a defect, please report the text; the next call starts a new worker";
  return new AnnotatorError("crash", `the annotator's worker failed (${why}): ${remedy}`);
}

/**
 * @param {string} why
 * @param {unknown} [cause]
 */
function unstartable(why, cause) {
  const remedy = "give the address of the package's worker.js, under Trusted Types one made by the page's policy";
  return new AnnotatorError("load", `cannot start the annotator's worker (${why}): ${remedy}`, { cause });
}

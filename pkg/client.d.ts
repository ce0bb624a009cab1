/** Types of `pressmark/worker-client`. */

import type { AnnotateOptions, Columns, ErrorCode, LoadOptions } from "./index.js";

export { AnnotatorError } from "./index.js";

export interface WorkerOptions extends LoadOptions {
  /**
   * The worker: an address of `pressmark/worker` (`worker.js`), or a function that makes one. By default the
   * package's own. A page under Trusted Types must give an address made by its own policy, since there
   * `new Worker` refuses strings.
   */
  worker?: string | URL | TrustedScriptURL | (() => Worker);
}

export interface WorkerAnnotateOptions extends AnnotateOptions {
  /** Gives the call up: it rejects at once with the signal's reason, and a long reading is stopped. */
  signal?: AbortSignal;
  /** Hears from time to time how much of a long reading is done, from 0 to 1; of a short one it hears nothing. */
  onProgress?: (share: number) => void;
  /**
   * Gets what a long reading has found so far, a few times: the beginning of the text as far as the columns' `length`
   * says, each time more. It is provisional: what comes after it may tell who is meant. The promise has the last word.
   */
  onPartial?: (columns: Columns) => void;
}

/**
 * As `Annotator`, in a worker of its own: calls return at once and are answered in order, one at a time. A call
 * that crashes the engine rejects once with the code `crash`; the next call gets a new worker.
 */
export class WorkerAnnotator {
  /** Nothing is loaded yet: see {@link ready}. */
  constructor(options?: WorkerOptions);
  /**
   * Starts the worker and loads engine and model, unless that is done. `annotate` does so by itself; call this to
   * load ahead, or to hear of a missing file early. After a failure the next call tries again.
   * @throws {AnnotatorError} `load`, `engine` or `model`; `disposed`.
   */
  ready(): Promise<void>;
  /**
   * The text's names, dates and quotes.
   * @throws {AnnotatorError} as `ready`; `option` if the date is not a calendar day; `crash`.
   */
  annotate(text: string, options?: WorkerAnnotateOptions): Promise<Columns>;
  /** Ends the worker; calls still open reject with the code `disposed`. */
  dispose(): void;
  /** The same, for `using`. Present where the platform has `Symbol.dispose`. */
  [Symbol.dispose](): void;
}

/** What a client says to the worker: `load` once, then `annotate` as often as it likes, one at a time. */
export type ToWorker =
  | { type: "load"; options: LoadOptions }
  /** `partial` asks for partial results. */
  | { type: "annotate"; id: number; text: string; options: AnnotateOptions; partial: boolean }
  /** Gives the reading with this id up, if it is still going on. */
  | { type: "stop"; id: number };

/**
 * What the worker answers: to `load` a `ready` or `failed`; to each `annotate` any number of `progress` and then a
 * `result`, `failed` or, if it was given up in time, `stopped` with its id.
 */
export type FromWorker =
  | { type: "ready" }
  | { type: "progress"; id: number; progress: number; partial: Columns | null }
  | { type: "result"; id: number; columns: Columns }
  | { type: "stopped"; id: number }
  | { type: "failed"; id: number | null; code: ErrorCode; message: string };

declare global {
  /** An address vouched for by a Trusted Types policy. */
  interface TrustedScriptURL {
    toString(): string;
  }
}

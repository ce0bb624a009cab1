/* tslint:disable */
/* eslint-disable */
import type { Columns } from "../index.js";


/**
 * The engine with its model loaded.
 */
export class Annotator {
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Loads a model: the bytes of `en.model`.
     *
     * # Errors
     * A JavaScript `Error` if they are not a model of this engine's version.
     */
    constructor(model: Uint8Array | number[]);
    /**
     * Takes a text in, to be read in steps.
     *
     * `date` is the article's day as `YYYY-MM-DD`, if known; `assumed` says that it is only a guess.
     *
     * # Errors
     * A JavaScript `Error` if `date` is not a calendar day. The text itself is never refused.
     */
    read(text: string, date: string | null | undefined, assumed: boolean): Reading;
}

/**
 * A text on its way to its names, dates and quotes.
 */
export class Reading {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Does the next step, of about so many bytes: the index of the stage that was at work, −1 once all is done.
     */
    advance(bytes: number): number;
    /**
     * The whole result, as columns with UTF-16 offsets; does whatever is left to do.
     */
    finish(): Columns;
    /**
     * The share of the text that has been read for names, dates and quotes, from 0 to 1.
     */
    found(): number;
    /**
     * What was found so far, as columns for the text up to their length; nothing between two runs.
     */
    partial(): Columns | undefined;
    /**
     * The share of the work that is done, from 0 to 1.
     */
    progress(): number;
}

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly __wbg_annotator_free: (a: number, b: number) => void;
    readonly __wbg_reading_free: (a: number, b: number) => void;
    readonly annotator_new: (a: number, b: number) => [number, number, number];
    readonly annotator_read: (a: number, b: any, c: number, d: number, e: number) => [number, number, number];
    readonly reading_advance: (a: number, b: number) => number;
    readonly reading_finish: (a: number) => any;
    readonly reading_found: (a: number) => number;
    readonly reading_partial: (a: number) => any;
    readonly reading_progress: (a: number) => number;
    readonly __wbindgen_exn_store: (a: number) => void;
    readonly __externref_table_alloc: () => number;
    readonly __wbindgen_externrefs: WebAssembly.Table;
    readonly __wbindgen_malloc: (a: number, b: number) => number;
    readonly __wbindgen_free: (a: number, b: number, c: number) => void;
    readonly __externref_table_dealloc: (a: number) => void;
    readonly __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
    readonly __wbindgen_start: () => void;
}

export type SyncInitInput = BufferSource | WebAssembly.Module;

/**
 * Instantiates the given `module`, which can either be bytes or
 * a precompiled `WebAssembly.Module`.
 *
 * @param {{ module: SyncInitInput }} module - Passing `SyncInitInput` directly is deprecated.
 *
 * @returns {InitOutput}
 */
export function initSync(module: { module: SyncInitInput } | SyncInitInput): InitOutput;

/**
 * If `module_or_path` is {RequestInfo} or {URL}, makes a request and
 * for everything else, calls `WebAssembly.instantiate` directly.
 *
 * @param {{ module_or_path: InitInput | Promise<InitInput> }} module_or_path - Passing `InitInput` directly is deprecated.
 *
 * @returns {Promise<InitOutput>}
 */
export default function __wbg_init (module_or_path: { module_or_path: InitInput | Promise<InitInput> } | InitInput | Promise<InitInput>): Promise<InitOutput>;

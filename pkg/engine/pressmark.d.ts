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
     * The article's names, dates and quotes, as columns with UTF-16 offsets.
     *
     * `date` is the article's day as `YYYY-MM-DD`, if known; `assumed` says that it is only a guess.
     *
     * # Errors
     * A JavaScript `Error` if `date` is not a calendar day. The text itself is never refused.
     */
    annotate(text: string, date: string | null | undefined, assumed: boolean): Columns;
    /**
     * Loads a model: the bytes of `en.model`.
     *
     * # Errors
     * A JavaScript `Error` if they are not a model of this engine's version.
     */
    constructor(model: Uint8Array | number[]);
}

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly __wbg_annotator_free: (a: number, b: number) => void;
    readonly annotator_annotate: (a: number, b: number, c: number, d: number, e: number, f: number) => [number, number, number];
    readonly annotator_new: (a: number, b: number) => [number, number, number];
    readonly __wbindgen_malloc: (a: number, b: number) => number;
    readonly __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
    readonly __wbindgen_free: (a: number, b: number, c: number) => void;
    readonly __wbindgen_exn_store: (a: number) => void;
    readonly __externref_table_alloc: () => number;
    readonly __wbindgen_externrefs: WebAssembly.Table;
    readonly __externref_table_dealloc: (a: number) => void;
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

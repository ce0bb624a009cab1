/* tslint:disable */
/* eslint-disable */

/**
 * What a file holds, as JSON: `{ text, report, placed, moved, lost }`. `text` is the text that it is of, where the file
 * does not bring its own.
 *
 * # Errors
 * A JavaScript `Error` if it cannot be read or is of another text; its words are for the reader.
 */
export function read(content: string, text?: string | null): string;

/**
 * A result in a form for others. `report` is a result of `text` in JSON; `format` and `list` are names as
 * [`Format::parse`] has them.
 *
 * # Errors
 * A JavaScript `Error` if there is no such form, or the result is none or does not fit the text.
 */
export function write(text: string, report: string, format: string, list: string | null | undefined, full_text: boolean): string;

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly read: (a: number, b: number, c: number, d: number) => [number, number, number, number];
    readonly write: (a: number, b: number, c: number, d: number, e: number, f: number, g: number, h: number, i: number) => [number, number, number, number];
    readonly __wbindgen_externrefs: WebAssembly.Table;
    readonly __wbindgen_malloc: (a: number, b: number) => number;
    readonly __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
    readonly __wbindgen_free: (a: number, b: number, c: number) => void;
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

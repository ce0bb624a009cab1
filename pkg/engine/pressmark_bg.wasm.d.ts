/* tslint:disable */
/* eslint-disable */
export const memory: WebAssembly.Memory;
export const __wbg_annotator_free: (a: number, b: number) => void;
export const __wbg_reading_free: (a: number, b: number) => void;
export const annotator_new: (a: number, b: number) => [number, number, number];
export const annotator_read: (a: number, b: any, c: number, d: number, e: number) => [number, number, number];
export const reading_advance: (a: number, b: number) => number;
export const reading_finish: (a: number) => any;
export const reading_found: (a: number) => number;
export const reading_partial: (a: number) => any;
export const reading_progress: (a: number) => number;
export const __wbindgen_exn_store: (a: number) => void;
export const __externref_table_alloc: () => number;
export const __wbindgen_externrefs: WebAssembly.Table;
export const __wbindgen_malloc: (a: number, b: number) => number;
export const __wbindgen_free: (a: number, b: number, c: number) => void;
export const __externref_table_dealloc: (a: number) => void;
export const __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
export const __wbindgen_start: () => void;

/** Types of `pressmark/exchange`: results out in forms for others, and files back in. */

import type { Report } from "./index.js";

export { AnnotatorError } from "./index.js";

/** Where the exchange's wasm comes from. By default the package's own, in `engine/`. */
export interface ExchangeOptions {
  /** An address of `exchange_bg.wasm`, its bytes, or the compiled module. Only the first load counts. */
  wasm?: string | URL | BufferSource | WebAssembly.Module;
}

/**
 * The forms: `json` (pressmark/1), `html` (a self-contained page without script), `richtext` (a piece of HTML for the
 * clipboard), `markdown` and `text` (notes), `csv` (one list), `webannotation` (W3C, JSON-LD), `ics` (a calendar),
 * `schemaorg` (JSON-LD), `brat` (the `.ann` file; the text is its `.txt`), `conll` (BIO tags).
 */
export type FormatName =
  | "json"
  | "html"
  | "richtext"
  | "markdown"
  | "text"
  | "csv"
  | "webannotation"
  | "ics"
  | "schemaorg"
  | "brat"
  | "conll";

/** The lists that a table, or notes in plain text, can be of. */
export type ListName = "names" | "mentions" | "dates" | "quotes";

/** Of each form a file's ending, its media type, and whether it has the article's text unless told otherwise. */
export const FORMATS: Readonly<Record<FormatName, { extension: string; type: string; text: boolean }>>;

export interface WriteOptions {
  format: FormatName;
  /** For `csv` (else mentions) and `text` (else names, dates and quotes). */
  list?: ListName;
  /** Whether the article's text goes along: whole in `json`, `html`, `markdown` and `schemaorg`, paragraphs in `csv`. */
  fullText?: boolean;
  /** When it is written, RFC 3339 in UTC. Default: now. */
  created?: string;
  /** Where the text came from: a file's name, an address. */
  source?: string;
}

/** What a file held. */
export interface Opened {
  /** The text that the result is of. */
  text: string;
  report: Report;
  /** How many annotations stand where the file says. */
  placed: number;
  /** How many were found elsewhere in the text, by their words. */
  moved: number;
  /** How many could not be placed, or are of no kind that is known here. */
  lost: number;
}

export interface Exchange {
  /**
   * A result in a form for others. `report` is a result of `text` with UTF-16 offsets, as `toJSON` makes it, perhaps
   * edited: then items say so by their `origin`.
   * @throws {AnnotatorError} `exchange` if there is no such form, or the result is damaged or of another text; `crash`.
   */
  write(text: string, report: Report, options: WriteOptions): string;
  /**
   * What a file holds: JSON of ours, Web Annotations or brat's annotations. `text` is the text that it is of, where
   * the file does not bring its own.
   * @throws {AnnotatorError} `exchange` if the file is none of these, damaged, or of another text; `crash`.
   */
  read(content: string, text?: string | null): Opened;
}

/**
 * Loads the exchange. It works on the thread that calls it, in pages, workers and Node alike.
 * @throws {AnnotatorError} `load` or `engine`; the message names the file and the remedy.
 */
export function createExchange(options?: ExchangeOptions): Promise<Exchange>;

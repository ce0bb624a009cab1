/**
 * Types of the package `pressmark`.
 *
 * Every offset is in UTF-16 code units into the annotated string (JavaScript string indices), end-exclusive:
 * `text.slice(start, end)` gives the words.
 */

// ---------------------------------------------------------------------------------------------- the annotator

/** What may be said about an article before it is read. */
export interface AnnotateOptions {
  /** The day it was published, `YYYY-MM-DD`. Without it the text's own dateline is used, if it has one. */
  date?: string | null;
  /** Whether `date` is only a guess ("today"): the text's own dateline then goes before it. */
  assumed?: boolean;
}

/** Where the engine and its model come from. By default both are the package's own, beside `index.js`. */
export interface LoadOptions {
  /** The engine: an address of `pressmark_bg.wasm`, its bytes, or the compiled module. Only the first load counts. */
  wasm?: string | URL | BufferSource | WebAssembly.Module;
  /** The model: an address of `en.model`, or its bytes. */
  model?: string | URL | BufferSource;
}

/** Annotates texts, at once and on this thread. For a page that must stay responsive, see `pressmark/worker-client`. */
export interface Annotator {
  /**
   * The text's names, dates and quotes.
   * @throws {AnnotatorError} `option` if the date is not a calendar day; `crash` if the engine failed, which is a
   * defect of ours and ends its use on this thread; `disposed` after `dispose`.
   */
  annotate(text: string, options?: AnnotateOptions): Columns;
  /**
   * As `annotate`, in steps: nothing has been found yet. Several texts may be read by turns.
   * @throws {AnnotatorError} as `annotate`.
   */
  read(text: string, options?: AnnotateOptions): Reading;
  /** Frees the engine's memory. Results already handed out stay good. */
  dispose(): void;
  /** The same, for `using`. Present where the platform has `Symbol.dispose`. */
  [Symbol.dispose](): void;
}

/**
 * A text that is read in steps, so that a long one blocks nobody and shows early what its beginning holds. In the end
 * it comes to the same as `annotate`. `finish` or `dispose` it, else its memory is held.
 */
export interface Reading {
  /**
   * Does the next step, which takes in about `length` bytes of text (32 KiB if not said): whole paragraphs, at least
   * one. Gives the stage that was at work, or null once all is done.
   */
  advance(length?: number): Stage | null;
  /** The share of the work that is done, from 0 to 1. */
  readonly progress: number;
  /** The share of the text, from its beginning, that has been read for names, dates and quotes. */
  readonly found: number;
  /**
   * What was found so far, for the beginning of the text, as far as the columns' `length` says (a quote there may be
   * signed on the line after it); null before anything was, and between the steps of one stretch of text. It is
   * provisional: what comes after it may tell who is meant.
   */
  partial(): Columns | null;
  /** The whole result; does at once what is left to do. It ends the reading. */
  finish(): Columns;
  /** Gives the reading up and frees its memory. */
  dispose(): void;
  /** The same, for `using`. Present where the platform has `Symbol.dispose`. */
  [Symbol.dispose](): void;
}

/** What the engine is at: segmenting, names, dates, quotes, and linking all of them. */
export type Stage = "segment" | "entity" | "date" | "quote" | "link";

/**
 * Loads the engine and its model. Works alike in pages, workers, extension pages and Node; contacts nobody: by
 * default the files are read from beside the package's own modules.
 * @throws {AnnotatorError} `load`, `engine` or `model`; the message names the file and the remedy.
 */
export function createAnnotator(options?: LoadOptions): Promise<Annotator>;

/**
 * What went wrong:
 * - `load`: a file could not be read;
 * - `engine`: the wasm file is not the engine, or not this version's;
 * - `model`: the model file is not a model of this version, whole and unchanged;
 * - `option`: the article date is not a calendar day;
 * - `exchange`: what was to be exported or opened is not what it should be, or of another text;
 * - `crash`: the engine failed on a text, which is a defect of ours;
 * - `disposed`: the annotator or a reading was used after `dispose`.
 */
export type ErrorCode = "load" | "engine" | "model" | "option" | "exchange" | "crash" | "disposed";

/** The one error of this package. Its message names the input and the remedy. */
export class AnnotatorError extends Error {
  constructor(code: ErrorCode, message: string, options?: ErrorOptions);
  readonly name: "AnnotatorError";
  readonly code: ErrorCode;
}

// ------------------------------------------------------------------------------------------------- the columns

/**
 * The result as the engine hands it over: plain data, one typed array or list per field, item `i` of a list at
 * index `i` of its columns. Structured-cloneable; nothing to free. For objects, see {@link mentions} and so on.
 * Codes are indices into {@link KINDS}, {@link FORMS}, {@link DATE_TYPES}, {@link BASES} and {@link STYLES};
 * −1 stands for none.
 */
export interface Columns {
  schema: "pressmark/1";
  /** Length of the text; of a partial result, of the beginning that it is about. */
  length: number;
  article: Article;
  mentions: MentionColumns;
  entities: EntityColumns;
  dates: DateColumns;
  ranges: RangeColumns;
  quotes: QuoteColumns;
  provenance: Provenance;
}

/** Sorted by start. `origin`, here and below, only in what {@link fromJSON} makes: the engine's own are automatic. */
export interface MentionColumns {
  origin?: Origin[];
  start: Uint32Array;
  end: Uint32Array;
  /** Index into {@link KINDS}. */
  kind: Uint8Array;
  /** Index into the entities. */
  entity: Uint32Array;
  /** Index into {@link FORMS}. */
  form: Uint8Array;
  confidence: Float32Array;
}

/** In order of first mention. */
export interface EntityColumns {
  origin?: Origin[];
  /** Index into {@link KINDS}. */
  kind: Uint8Array;
  name: string[];
  aliases: string[][];
  role: (string | null)[];
  link: (Link | null)[];
}

/** Sorted by start. */
export interface DateColumns {
  origin?: Origin[];
  start: Uint32Array;
  end: Uint32Array;
  /** Index into {@link DATE_TYPES}. */
  type: Uint8Array;
  value: string[];
  mod: (string | null)[];
  from: (string | null)[];
  to: (string | null)[];
  /** Index into {@link BASES}, or −1. */
  basis: Int32Array;
  /** The rule that found each, in words ("weekday"): for explanations, and no part of `pressmark/1`. */
  rule: string[];
  confidence: Float32Array;
}

/** Sorted by start. */
export interface RangeColumns {
  start: Uint32Array;
  end: Uint32Array;
  /** Index into the dates. */
  first: Uint32Array;
  /** Index into the dates. */
  last: Uint32Array;
  value: string[];
}

/** Sorted by start. */
export interface QuoteColumns {
  origin?: Origin[];
  start: Uint32Array;
  end: Uint32Array;
  /** Index into {@link STYLES}. */
  style: Uint8Array;
  /** Parts of quote `i` are `firstPart[i]` up to `firstPart[i + 1]` in the two columns that follow. */
  firstPart: Uint32Array;
  partStart: Uint32Array;
  partEnd: Uint32Array;
  /** −1 where no speaker is named. */
  speakerStart: Int32Array;
  speakerEnd: Int32Array;
  /** Index into the entities, or −1 where the text does not settle who it is. */
  speakerEntity: Int32Array;
  /** −1 where there is no reporting word. */
  cueStart: Int32Array;
  cueEnd: Int32Array;
  confidence: Float32Array;
}

// --------------------------------------------------------------------------------------- the contract, as JSON

/** A piece of the text. */
export interface Span {
  start: number;
  end: number;
}

/** What kind of thing a name names. */
export type Kind = "person" | "organization" | "place" | "group" | "event" | "work" | "product";
/** How a mention is written. Pronouns are resolved for speakers; highlighters usually hide them. */
export type Form = "name" | "surname" | "acronym" | "alias" | "pronoun";
/** The TIMEX3 types. */
export type DateType = "DATE" | "TIME" | "DURATION" | "SET";
/** What a date's value was worked out from. */
export type Basis = "explicit" | "article" | "mentioned" | "assumed";
/** How a quote is reported. `term` is a coined term or scare quote: nobody's speech. */
export type Style = "direct" | "mixed" | "indirect" | "term";

/** What the article says of itself. */
export interface Article {
  /** The day the relative dates were resolved against, `YYYY-MM-DD`. */
  date: string | null;
  /** Where that day came from. */
  dateFrom: "given" | "assumed" | "dateline" | null;
  headline: Span | null;
  byline: Span | null;
  dateline: Span | null;
  /** Paragraphs that are not the article: navigation, newsletter pleas, "Read more …". Not annotated. */
  boilerplate: Span[];
}

/** Who an annotation is by: the engine, a reader who changed what the engine found, or a reader alone. */
export type Origin = "auto" | "edited" | "user";

/** What made a result. */
export interface Provenance {
  /** Program and version. */
  generator: string;
  /** The model's checksum, in hexadecimal. */
  model: string;
  /** When an export was written, RFC 3339. */
  created?: string;
  /** Where the text came from, as whoever exported it said. */
  source?: string;
  /** The text's CRC-32 in hexadecimal, over its UTF-8. */
  textCrc32?: string;
}

/** One name in the text. Titles, possessive 's and a leading "the" are outside. */
export interface Mention extends Span {
  kind: Kind;
  /** Index into the entities. */
  entity: number;
  form: Form;
  /** Between 0 and 1. */
  confidence: number;
  /** Absent for what the engine found. */
  origin?: Origin;
}

/** One person, organization, place … of the article. */
export interface Entity {
  /** Its index in the entities. */
  id: number;
  kind: Kind;
  /** Its fullest name. */
  name: string;
  /** Other ways the article names it, in order of first use. */
  aliases: string[];
  /** Title or office as the article gives it. */
  role: string | null;
  link: Link | null;
  /** Indices of its mentions, in order. */
  mentions: number[];
  /** Absent for what the engine found. */
  origin?: Origin;
}

/** An identifier in a public knowledge base. */
export interface Link {
  /** The Wikidata item, such as `Q159`. */
  wikidata: string;
}

/** One time expression. Named so as not to hide the global `Date`. */
export interface DateExpression extends Span {
  type: DateType;
  /** The TIMEX3 value: `2023-03-17`, `2023-W12`, `P2Y`, `XXXX-WXX-1` … */
  value: string;
  /** The TIMEX3 modifier: `START`, `MID`, `END`, `APPROX` … */
  mod: string | null;
  /** First day it covers, `YYYY-MM-DD`, where it is anchored in the calendar. */
  from: string | null;
  /** Last day it covers. */
  to: string | null;
  /** None for what needs no reference or could not be resolved. */
  basis: Basis | null;
  /** Between 0 and 1. */
  confidence: number;
  /** Absent for what the engine found. */
  origin?: Origin;
}

/** Two dates that say "from … to …". */
export interface DateRange extends Span {
  /** Indices of the two dates. */
  dates: [number, number];
  /** Both values, joined by a slash. */
  value: string;
}

/** Something somebody said, wrote or is said to have said: from the first part's start to the last part's end. */
export interface Quote extends Span {
  style: Style;
  /** The content without its marks; more than one where "…," he said, "…" splits it. */
  parts: Span[];
  /** The words that name the speaker. */
  speaker: Speaker | null;
  /** The reporting word: "said", "according to". */
  cue: Span | null;
  /** Between 0 and 1. */
  confidence: number;
  /** Absent for what the engine found. */
  origin?: Origin;
}

/** The words by a quote that say whose it is: a name, a pronoun or a description. */
export interface Speaker extends Span {
  /** Index into the entities, where the text settles who it is. */
  entity: number | null;
}

/** The result as `pressmark/1`, the same as the command line writes. Its JSON Schema is pressmark-1.schema.json. */
export interface Report {
  schema: "pressmark/1";
  id?: string;
  offsets: "utf16";
  length: number;
  /** The article, in files that are to be opened again. */
  text?: string;
  article: Article;
  mentions: Mention[];
  entities: Entity[];
  dates: DateExpression[];
  ranges: DateRange[];
  quotes: Quote[];
  provenance?: Provenance;
}

// --------------------------------------------------------------------------------------------------- the views

/** Kinds of names by their code. */
export const KINDS: readonly Kind[];
/** Forms of mentions by their code. */
export const FORMS: readonly Form[];
/** TIMEX3 types by their code. */
export const DATE_TYPES: readonly DateType[];
/** Bases of dates by their code. */
export const BASES: readonly Basis[];
/** Styles of quotes by their code. */
export const STYLES: readonly Style[];

/** Mention `index` as an object. */
export function mentionAt(columns: Columns, index: number): Mention;
/** Date `index` as an object. */
export function dateAt(columns: Columns, index: number): DateExpression;
/** Range `index` as an object. */
export function rangeAt(columns: Columns, index: number): DateRange;
/** Quote `index` as an object. */
export function quoteAt(columns: Columns, index: number): Quote;

/** The mentions in order, each made as it is asked for. */
export function mentions(columns: Columns): Generator<Mention, void, unknown>;
/** The entities in order of first mention. */
export function entities(columns: Columns): Generator<Entity, void, unknown>;
/** The dates in order of the text. */
export function dates(columns: Columns): Generator<DateExpression, void, unknown>;
/** The ranges in order of the text. */
export function ranges(columns: Columns): Generator<DateRange, void, unknown>;
/** The quotes in order of the text. */
export function quotes(columns: Columns): Generator<Quote, void, unknown>;

/** Indices of each entity's mentions, by entity, in order of the text. */
export function mentionsByEntity(columns: Columns): number[][];

/** The whole result as `pressmark/1`: plain objects, ready for `JSON.stringify`. */
export function toJSON(columns: Columns, options?: { id?: string }): Report;
/** The way back: columns of a result that fits its text, as `pressmark/exchange` opens it. */
export function fromJSON(report: Report): Columns;

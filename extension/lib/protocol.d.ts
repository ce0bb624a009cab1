/** What the extension's parts say to one another. Everything is plain JSON: Chromium hands nothing else over. */

import type { FromWorker, ToWorker } from "../../pkg/client.js";
import type { Log } from "../../www/lib/edits.js";
import type { HighlightKind } from "../../www/lib/kinds.js";

/** What of a page is to be read: its article, what the reader has selected, or every word that it shows. */
export type What = "page" | "selection" | "everything";

/** A highlight for the live page: UTF-16 offsets into the text that was read, end-exclusive. */
export interface Mark {
  start: number;
  end: number;
  id: string;
  kind: HighlightKind;
}

/** What the content script needs of the settings. */
export interface Look {
  /** Whether to paint on the page at all; else the panel alone shows what was found. */
  paint: boolean;
  /** Kinds that are not to be painted. */
  hidden: readonly HighlightKind[];
  /** Whether the highlights stay when the panel is closed. */
  keep: boolean;
}

/** Why a page was not read, in a reader's words. */
export interface Refusal {
  title: string;
  remedy: string;
}

/** To the background: from content scripts, the panel, the options and the clean view. */
export type ToBackground =
  /** A content script is there: may it read at once, because the reader wants that of this site? */
  | { type: "arrived" }
  /** Annotate, and say what to paint. `published` is the day in the page's metadata. */
  | { type: "read"; text: string; published: string | null }
  /** Style or unstyle the highlights named `name` and a number, for a light or a dark page. */
  | { type: "style"; name: string; tone: Tone }
  | { type: "unstyle" }
  /** Alt and a click on a painted word: the panel should be there. */
  | { type: "open-panel" }
  /** From an extension page to what it takes for the engine's worker. */
  | { type: "engine"; message: Exclude<ToWorker, { type: "stop" }> }
  /** Read a tab as if its toolbar button had been clicked. */
  | { type: "start"; tabId: number; what: What }
  /** `log` is what the reader has changed, the date among it. */
  | { type: "open-clean-view"; text: string; log: Log; title: string }
  /** Settings, sites, rules, texts in memory, highlights: all of it. */
  | { type: "forget" };

export type Tone = "light" | "dark";

/** The answer to `read`. */
export interface ReadAnswer {
  marks: Mark[];
  /** Whether the text's own dateline gives the date, so that the metadata's was not used. */
  dateline: boolean;
}

/** Any answer: what was asked for, or why not. */
export type Answer<T> = { ok: T } | { error: { code: string; message: string } };

export interface AnswerTo {
  arrived: { look: Look } | null;
  read: ReadAnswer;
  style: null;
  unstyle: null;
  "open-panel": null;
  engine: FromWorker;
  start: Refusal | null;
  "open-clean-view": null;
  forget: null;
}

/** From the background to a tab's content scripts. */
export type ToContent =
  | { type: "read"; what: What; look: Look }
  | { type: "measure" }
  | { type: "look"; look: Look }
  | { type: "off" };

/** A content script's answer to `read`. */
export interface Found {
  /** Length of the text that was read; 0 when there is none. */
  length: number;
}

/** From a content script to the panel, over the panel's port. */
export type ToPanel =
  | ({ type: "state" } & PageState)
  /** Highlights under the reader's Alt+click, the innermost first. */
  | { type: "picked"; ids: string[] }
  /** A place that the panel asked for is no longer on the page. */
  | { type: "lost"; id: string };

/** What a content script has read. */
export interface PageState {
  on: boolean;
  /** Whether the marks are painted on the page. */
  painted: boolean;
  what: What;
  title: string;
  site: string;
  /** The page's address, by which it is known again. */
  address: string;
  /** The text, or empty when nothing was found. */
  text: string;
  /** The day to count from where the text has none of its own. */
  published: string | null;
  /** What a reader should know about this page; null when all is well. */
  note: Note | null;
}

/**
 * - `changed`: the page is no longer what was read, and is not followed any more;
 * - `cut`: the page is longer than what is read;
 * - `cleared`: the page takes the highlights off;
 * - `failed`: the engine could not read it.
 */
export type Note = "changed" | "cut" | "cleared" | "failed";

/** From the panel to a tab's content scripts, over its port. */
export type FromPanel =
  /** Say what you have: the panel has turned to this tab again. */
  | { type: "hello" }
  | { type: "go"; id: string }
  | { type: "paint"; on: boolean }
  /** What to paint now, after the reader's edits and rules, if the page still says `text`. */
  | { type: "marks"; text: string; marks: Mark[] }
  | { type: "off" };

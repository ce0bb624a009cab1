/**
 * What a reader can do with an article, and what the page then knows: the one place that changes the page's state.
 * Host-free: the engine and the day it is are handed in.
 */

import { appended, datingOf, EMPTY_LOG, rewound } from "./edits.js";
import { problemOf } from "./problems.js";
import { createReading } from "./reading.js";
import { counted, MAX_EDITABLE, MAX_LENGTH, withUnixNewlines } from "./text.js";

/**
 * @import { Columns } from "../../pkg/index.js"
 * @import { Edit, Log } from "./edits.js"
 * @import { Problem } from "./problems.js"
 * @import { Reading } from "./reading.js"
 * @import { Rule } from "./rules.js"
 * @import { Store } from "./store.js"
 */

/**
 * What the reader has said about the article's date: nothing (the text's own is taken), a day, or "assume today".
 * @typedef {{ by: "text" } | { by: "reader", day: string } | { by: "assumption", day: string }} Dating
 */

/**
 * A passing word to the reader, with at most one thing to do about it.
 * @typedef {{ tone: "note" | "refusal", text: string, action?: { label: string, run: () => void } }} Notice
 */

/**
 * A result from a file. It stands for what the engine would find, as long as text and dating are what they were.
 * @typedef {{ columns: Columns, dating: Dating }} Saved
 */

/**
 * @typedef {object} State
 * @property {string} text what was pasted, with LF newlines; empty when nothing was
 * @property {boolean} editing whether the editor is open
 * @property {Log} log what the reader has changed
 * @property {Saved | null} saved what was opened instead of found
 * @property {readonly Rule[]} rules the reader's own, for every article
 * @property {Dating} dating as the log has it
 * @property {boolean} busy whether `text` is being read
 * @property {boolean} slow whether a reading takes long enough to say so
 * @property {Reading | null} reading of `text`, or of the text before while it is being read
 * @property {string | null} textDate the day that the text itself gives, `YYYY-MM-DD`
 * @property {Problem | null} problem
 * @property {Notice | null} notice
 */

/**
 * @typedef {object} Engine
 * @property {() => Promise<void>} ready
 * @property {(text: string, options: { date?: string, assumed?: boolean, signal: AbortSignal }) => Promise<Columns>} annotate
 */

/** @type {State} */
export const INITIAL = {
  text: "",
  editing: true,
  log: EMPTY_LOG,
  saved: null,
  rules: [],
  dating: { by: "text" },
  busy: false,
  slow: false,
  reading: null,
  textDate: null,
  problem: null,
  notice: null,
};

/** How long a reading may take before the page says that it is busy, in milliseconds. */
const BUSY_AFTER = 150;

/** @typedef {ReturnType<typeof createSession>} Session */

/**
 * @param {Store<State>} store
 * @param {Engine} engine
 */
export function createSession(store, engine) {
  const run = createRunner(store, engine);

  async function warmUp() {
    try {
      await engine.ready();
      store.set({ problem: null });
    } catch (error) {
      store.set({ problem: problemOf(error) });
    }
  }

  /** @param {Partial<State>} change @param {string} text */
  const load = (text, change) => {
    store.set({ ...INITIAL, rules: store.get().rules, text, ...change });
    return run();
  };

  /**
   * Arranges what the engine found anew, with what the reader says now.
   * @param {Partial<State>} change
   */
  const rearrange = (change) => {
    store.set(change);
    const { reading } = store.get();
    if (reading) store.set({ reading: createReading(reading.text, reading.columns, store.get()) });
  };

  /** @param {Log} log */
  const setLog = async (log) => {
    const dating = datingOf(log);
    if (JSON.stringify(dating) === JSON.stringify(store.get().dating)) return rearrange({ log });
    store.set({ log, dating });
    await run();
  };

  return {
    /**
     * Takes a whole new text and reads it.
     * @param {string} raw
     * @param {string | null} [warning] something to say about it
     */
    open(raw, warning = null) {
      const text = withUnixNewlines(raw);
      const { text: before, log, dating } = store.get();
      if (text.length > MAX_LENGTH) {
        const notice = `That text has ${counted(text.length, "character")}; Pressmark reads up to ${counted(MAX_LENGTH, "character")}. Paste a part of it.`;
        store.set({ notice: { tone: "refusal", text: notice } });
        return;
      }
      if (text.trim() === "") {
        store.set({ notice: { tone: "refusal", text: "There is no text in that." } });
        return;
      }
      const goBack = { label: "Back to the previous text", run: () => load(before, { editing: false, log, dating }) };
      /** @type {Notice | null} */
      const replaced =
        before.trim() === "" ? null : { tone: "note", text: "New text in place of the previous one.", action: goBack };
      load(text, { editing: false, notice: warning === null ? replaced : { tone: "note", text: warning } });
    },

    /**
     * Takes a text together with what was found in it before, and made of that.
     * @param {string} text
     * @param {Columns} columns
     * @param {string} words what to say about it
     */
    openSaved(text, columns, words) {
      const { article } = columns;
      /** @type {Dating} */
      const dating =
        article.date === null || article.dateFrom === "dateline"
          ? { by: "text" }
          : { by: article.dateFrom === "assumed" ? "assumption" : "reader", day: article.date };
      const log = dating.by === "text" ? EMPTY_LOG : appended(EMPTY_LOG, { op: "dating", at: [], dating });
      const saved = { columns, dating };
      return load(text, { editing: false, log, dating, saved, notice: { tone: "note", text: words } });
    },

    /**
     * Reads the text as the reader types it.
     * @param {string} text
     */
    edit(text) {
      store.set({ text, saved: null, notice: null });
      return run();
    },

    /** Opens the editor on a text that it can hold. */
    startEditing() {
      if (store.get().text.length <= MAX_EDITABLE) store.set({ editing: true });
    },

    finishEditing() {
      store.set({ editing: false });
    },

    /** Clears everything for the next article. */
    startAfresh() {
      const { text, log, dating } = store.get();
      const goBack = { label: "Back to it", run: () => load(text, { editing: false, log, dating }) };
      load("", { notice: text.trim() === "" ? null : { tone: "note", text: "Article put away.", action: goBack } });
    },

    /**
     * Resolves the dates anew.
     * @param {Dating} dating
     */
    setDating(dating) {
      return setLog(appended(store.get().log, { op: "dating", at: [], dating }));
    },

    /** @param {Edit} edit */
    change(edit) {
      return setLog(appended(store.get().log, edit));
    },

    /**
     * Puts an edit in the place of the last one.
     * @param {Edit} edit
     */
    changeLast(edit) {
      return setLog(appended(rewound(store.get().log, 1), edit));
    },

    undo() {
      return setLog(rewound(store.get().log, 1));
    },

    redo() {
      return setLog(rewound(store.get().log, -1));
    },

    /** @param {readonly Rule[]} rules */
    setRules(rules) {
      rearrange({ rules });
    },

    /** Loads the engine ahead of the first text, so that a missing file is heard of now rather than then. */
    warmUp,

    /** Tries again what failed. */
    retry() {
      if (store.get().text === "") return warmUp();
      store.set({ editing: false });
      return run();
    },

    /** @param {string} text */
    refuse(text) {
      store.set({ notice: { tone: "refusal", text } });
    },

    dismissNotice() {
      store.set({ notice: null });
    },
  };
}

/**
 * A function that reads the present text with the present date; a later call overtakes an earlier one.
 * @param {Store<State>} store
 * @param {Engine} engine
 */
function createRunner(store, engine) {
  let current = new AbortController();

  return async function run() {
    current.abort();
    current = new AbortController();
    const { signal } = current;
    const { text } = store.get();
    if (text.trim() === "") {
      store.set({ busy: false, slow: false, reading: null, problem: null });
      return;
    }
    store.set({ busy: true, problem: null });
    const timer = setTimeout(() => store.set({ slow: true }), BUSY_AFTER);
    signal.addEventListener("abort", () => clearTimeout(timer));
    try {
      const columns = await resultFor(engine, store.get(), signal);
      if (signal.aborted) return;
      const textDate = textDateOf(columns, store.get());
      store.set({ busy: false, slow: false, reading: createReading(text, columns, store.get()), textDate });
    } catch (error) {
      if (!signal.aborted)
        store.set({ ...keepInSight(store.get()), busy: false, slow: false, problem: problemOf(error) });
    } finally {
      clearTimeout(timer);
    }
  };
}

/**
 * What is found in the present text: what was saved of it, whose dates alone are found anew for another day, or else
 * what the engine finds.
 * @param {Engine} engine
 * @param {Readonly<State>} state
 * @param {AbortSignal} signal
 * @returns {Promise<Columns>}
 */
async function resultFor(engine, { text, dating, saved }, signal) {
  if (saved && JSON.stringify(saved.dating) === JSON.stringify(dating)) return saved.columns;
  const found = await engine.annotate(text, { ...engineOptions(dating), signal });
  if (!saved) return found;
  const { date, dateFrom } = found.article;
  const article = { ...saved.columns.article, date, dateFrom };
  return { ...saved.columns, article, dates: found.dates, ranges: found.ranges };
}

/**
 * The day that the text itself gives. The engine does not look for it where the reader has said another: then what was
 * found before still stands.
 * @param {Columns} columns
 * @param {Readonly<State>} state
 */
function textDateOf({ article: { date, dateFrom } }, { dating, textDate }) {
  if (dateFrom === "dateline") return date;
  return dating.by === "reader" ? textDate : null;
}

/** @param {Dating} dating */
function engineOptions(dating) {
  return dating.by === "text" ? {} : { date: dating.day, assumed: dating.by === "assumption" };
}

/**
 * A text that was never read is shown in the editor, if that can hold it, so that the reader sees that it is kept.
 * @param {Readonly<State>} state
 * @returns {Partial<State>}
 */
function keepInSight({ text, reading }) {
  return reading === null && text.length <= MAX_EDITABLE ? { editing: true } : {};
}

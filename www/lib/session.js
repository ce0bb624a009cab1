/**
 * What a reader can do with an article, and what the page then knows: the one place that changes the page's state.
 * Host-free: the engine and the day it is are handed in.
 */

import { appended, datingOf, EMPTY_LOG, rewound } from "./edits.js";
import { problemOf } from "./problems.js";
import { createReadingInSteps } from "./reading.js";
import { createRunner } from "./runner.js";
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
 * What is said about the article's date: nothing (the text's own is taken), a day by the reader or by the web page that
 * the text is from, or "assume today".
 * @typedef {{ by: "text" } | { by: "reader" | "page" | "assumption", day: string }} Dating
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
 * @property {Progress | null} progress of a long reading that is going on
 * @property {Reading | null} reading of `text`, or of the text before while it is being read
 * @property {string | null} textDate the day that the text itself gives, `YYYY-MM-DD`
 * @property {Problem | null} problem
 * @property {Notice | null} notice
 */

/**
 * @typedef {object} Engine
 * @property {() => Promise<void>} ready
 * @property {(text: string, options: EngineOptions) => Promise<Columns>} annotate
 */

/**
 * @typedef {object} EngineOptions
 * @property {string} [date] the article's day
 * @property {boolean} [assumed] whether that is only a guess
 * @property {AbortSignal} signal
 * @property {(share: number) => void} [onProgress] hears of a long text how much of it is read, from 0 to 1
 * @property {(columns: Columns) => void} [onPartial] gets of a long text, now and then, what was found in its beginning
 */

/**
 * How far a long reading is: the share of the text that is read, from 0 to 1, and the names found so far.
 * @typedef {{ share: number, names: number }} Progress
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
  progress: null,
  reading: null,
  textDate: null,
  problem: null,
  notice: null,
};

/** @typedef {ReturnType<typeof createSession>} Session */

/**
 * @param {Store<State>} store
 * @param {Engine} engine
 */
export function createSession(store, engine) {
  const { run, stop } = createRunner(store, engine);

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
  const rearrange = async (change) => {
    store.set(change);
    const { reading, log, rules } = store.get();
    if (!reading) return;
    const next = await createReadingInSteps(reading.text, reading.columns, { log, rules });
    const now = store.get();
    if (now.log === log && now.rules === rules && now.reading?.columns === reading.columns)
      store.set({ reading: next });
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
     * @param {string | null} [day] on which its web page says that it was published
     */
    open(raw, warning = null, day = null) {
      const text = withUnixNewlines(raw);
      const { text: before, log, saved, dating } = store.get();
      if (text.length > MAX_LENGTH) {
        const notice = `That text has ${counted(text.length, "character")}; Pressmark reads up to ${counted(MAX_LENGTH, "character")}. Paste a part of it.`;
        store.set({ notice: { tone: "refusal", text: notice } });
        return;
      }
      if (text.trim() === "") {
        store.set({ notice: { tone: "refusal", text: "There is no text in that." } });
        return;
      }
      const goBack = {
        label: "Back to the previous text",
        run: () => load(before, { editing: false, log, saved, dating }),
      };
      /** @type {Notice | null} */
      const replaced =
        before.trim() === "" ? null : { tone: "note", text: "New text in place of the previous one.", action: goBack };
      /** @type {Dating} */
      const said = day === null ? { by: "text" } : { by: "page", day };
      const start = day === null ? EMPTY_LOG : appended(EMPTY_LOG, { op: "dating", at: [], dating: said });
      const notice = warning === null ? replaced : /** @type {const} */ ({ tone: "note", text: warning });
      load(text, { editing: false, log: start, dating: said, notice });
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
     * Takes up an article where it was left, edits and all.
     * @param {string} text
     * @param {Log} log
     * @param {Saved | null} saved
     */
    restore: (text, log, saved) => load(text, { editing: false, log, saved, dating: datingOf(log) }),

    /** Clears everything, rules too, with no way back. */
    forget: () => load("", { rules: [] }),

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
      const { text, log, saved, dating } = store.get();
      const goBack = { label: "Back to it", run: () => load(text, { editing: false, log, saved, dating }) };
      load("", { notice: text.trim() === "" ? null : { tone: "note", text: "Article put away.", action: goBack } });
    },

    /**
     * Resolves the dates anew. A day that is still being written takes the place of the one before it.
     * @param {Dating} dating
     * @param {boolean} [isWriting]
     */
    setDating(dating, isWriting = false) {
      const { log } = store.get();
      return setLog(appended(isWriting ? rewound(log, 1) : log, { op: "dating", at: [], dating }));
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
      return rearrange({ rules });
    },

    /** Ends a long reading; what it has found is kept. */
    stop,

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

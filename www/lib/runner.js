/**
 * Reading a text: what is there of a long one is shown as it comes, and the reader can stop it. Host-free: the engine is
 * handed in. It changes the page's state on behalf of the session.
 */

import { problemOf } from "./problems.js";
import { createReadingInSteps } from "./reading.js";
import { formatBytes, MAX_EDITABLE } from "./text.js";

/**
 * @import { Columns } from "../../pkg/index.js"
 * @import { Dating, Engine, EngineOptions, State } from "./session.js"
 * @import { Store } from "./store.js"
 */

/** How long a reading may take before the page says that it is busy, in milliseconds. */
const BUSY_AFTER = 150;

/** How a reading ends that the reader stops. */
const STOPPED = Symbol("stopped by the reader");

const AT_REST = { busy: false, slow: false, progress: null };

/**
 * Reads the present text with the present date; a later call overtakes an earlier one.
 * @param {Store<State>} store
 * @param {Engine} engine
 */
export function createRunner(store, engine) {
  let current = new AbortController();

  async function run() {
    current.abort();
    current = new AbortController();
    const { signal } = current;
    const { text } = store.get();
    if (text.trim() === "") {
      store.set({ ...AT_REST, reading: null, problem: null });
      return;
    }
    store.set({ busy: true, progress: null, problem: null });
    const timer = setTimeout(() => store.set({ slow: true }), BUSY_AFTER);
    signal.addEventListener("abort", () => clearTimeout(timer));
    const partial = createPartial(store, signal);
    try {
      const columns = await resultFor(engine, store.get(), {
        signal,
        onProgress: (share) => store.set({ progress: { share, names: store.get().progress?.names ?? 0 } }),
        onPartial: partial.take,
      });
      partial.end();
      const reading = await arrange(store, columns, signal);
      signal.throwIfAborted();
      store.set({ ...AT_REST, reading, textDate: textDateOf(columns, store.get()) });
    } catch (error) {
      partial.end();
      if (signal.reason === STOPPED) store.set({ ...AT_REST, notice: stopNotice(store.get(), run) });
      else if (!signal.aborted) store.set({ ...keepInSight(store.get()), ...AT_REST, problem: problemOf(error) });
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    run,

    /** Ends the reading that is going on; what it has found is kept. */
    stop() {
      if (store.get().busy) current.abort(STOPPED);
    },
  };
}

/**
 * What is found in the present text: what was saved of it, whose dates alone are found anew for another day, or else
 * what the engine finds.
 * @param {Engine} engine
 * @param {Readonly<State>} state
 * @param {EngineOptions} hearing
 * @returns {Promise<Columns>}
 */
async function resultFor(engine, { text, dating, saved }, hearing) {
  if (saved && JSON.stringify(saved.dating) === JSON.stringify(dating)) return saved.columns;
  const options = { ...engineOptions(dating), ...hearing };
  if (!saved) return engine.annotate(text, options);
  // What comes of the text meanwhile would stand in the place of what was saved.
  const found = await engine.annotate(text, { ...options, onPartial: undefined });
  const { date, dateFrom } = found.article;
  const article = { ...saved.columns.article, date, dateFrom };
  return { ...saved.columns, article, dates: found.dates, ranges: found.ranges };
}

/**
 * The reading of what the engine found, with what the reader has said meanwhile; null if nobody waits for it any more.
 * @param {Store<State>} store
 * @param {Columns} columns
 * @param {AbortSignal} signal
 */
async function arrange(store, columns, signal) {
  for (;;) {
    const said = store.get();
    const reading = await createReadingInSteps(said.text, columns, said);
    if (signal.aborted) return null;
    const { log, rules } = store.get();
    if (said.log === log && said.rules === rules) return reading;
  }
}

/**
 * Shows what comes of a long reading while it goes on: one part after the other, and of those that come while one is
 * being arranged only the last.
 * @param {Store<State>} store
 * @param {AbortSignal} signal
 */
function createPartial(store, signal) {
  /** @type {Columns | null} */
  let next = null;
  let isArranging = false;
  let isOver = false;

  return {
    /** @param {Columns} columns */
    async take(columns) {
      next = columns;
      if (isArranging) return;
      isArranging = true;
      while (next && !isOver && !signal.aborted) {
        const latest = next;
        next = null;
        const reading = await arrange(store, latest, signal);
        if (!reading || isOver) break;
        const progress = { share: latest.length / store.get().text.length, names: reading.names.length };
        store.set({ reading, progress, textDate: textDateOf(latest, store.get()) });
      }
      isArranging = false;
    },

    /** The whole is there, or given up. */
    end: () => {
      isOver = true;
    },
  };
}

/**
 * @param {Readonly<State>} state
 * @param {() => Promise<void>} readAll
 * @returns {State["notice"]}
 */
function stopNotice({ text, reading }, readAll) {
  const far = reading?.text === text ? reading.columns.length : 0;
  const rest = far === 0 ? "nothing is marked yet" : "the rest of the text is there without marks";
  return {
    tone: "note",
    text: `Stopped after ${formatBytes(far)} of ${formatBytes(text.length)}: ${rest}.`,
    action: { label: "Read all of it", run: readAll },
  };
}

/**
 * The day that the text itself gives. The engine does not look for it where somebody has said another: then what was
 * found before still stands.
 * @param {Columns} columns
 * @param {Readonly<State>} state
 */
function textDateOf({ article: { date, dateFrom } }, { dating, textDate }) {
  if (dateFrom === "dateline") return date;
  return dating.by === "reader" || dating.by === "page" ? textDate : null;
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

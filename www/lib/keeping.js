/**
 * What stays on this device between visits: the article with the reader's edits, the reader's rules and, only if asked
 * for, recent articles. Host-free: where it is kept is handed in.
 */

/**
 * @import { Log } from "./edits.js"
 * @import { Rule } from "./rules.js"
 * @import { Saved } from "./session.js"
 */

/**
 * Where things are kept, by key. Each call may fail: a browser's storage can be full, or closed to the page.
 * @typedef {object} Shelf
 * @property {(key: string) => Promise<any>} get
 * @property {(entries: [string, unknown][]) => Promise<void>} setMany all or nothing
 * @property {(keys: string[]) => Promise<void>} delMany
 * @property {() => Promise<void>} clear
 */

/**
 * @typedef {{ save: boolean, recent: boolean }} Settings `save` the present article; keep `recent` ones too
 * @typedef {{ id: string, title: string, at: number }} Entry an article that is kept, and when it was last changed
 * @typedef {{ text: string, log: Log, saved: Saved | null }} Kept an article with its edits, and what was opened with it
 */

/** @type {Settings} */
const UNASKED = { save: true, recent: false };

/** Most articles in the list of recent ones. */
const MOST = 12;
const LONGEST_TITLE = 80;

/** @typedef {ReturnType<typeof createKeeping>} Keeping */

/**
 * @param {Shelf} shelf
 * @param {{ now: () => number, newId: () => string }} host
 */
export function createKeeping(shelf, { now, newId }) {
  let settings = UNASKED;
  /** The articles that are kept, the latest first. @type {Entry[]} */
  let index = [];
  /** The present article as it is kept. @type {Kept & { id: string } | null} */
  let present = null;

  /** @param {Entry[]} next */
  const setIndex = async (next) => {
    const gone = index.filter(({ id }) => !next.some((other) => other.id === id));
    await shelf.setMany([["index", next]]);
    index = next;
    if (gone.length > 0) await shelf.delMany(gone.flatMap(({ id }) => [`text/${id}`, `log/${id}`, `saved/${id}`]));
  };

  return {
    settings: () => settings,

    /** The recent articles but for the present one; none unless the reader asked for them. */
    recent: () => (settings.recent ? index.filter(({ id }) => id !== present?.id) : []),

    /**
     * What was kept at the last visit: the reader's rules, and the article if there was one.
     * @returns {Promise<{ rules: Rule[], article: Kept | null }>}
     */
    async recall() {
      settings = { ...UNASKED, ...(await shelf.get("settings")) };
      index = (await shelf.get("index")) ?? [];
      const rules = (await shelf.get("rules")) ?? [];
      const id = await shelf.get("present");
      return { rules, article: settings.save && id ? await this.open(id) : null };
    },

    /**
     * An article that is kept; from now on it is the present one.
     * @param {string} id
     * @returns {Promise<Kept | null>} null if it is gone
     */
    async open(id) {
      const keys = [`text/${id}`, `log/${id}`, `saved/${id}`];
      const [text, log, saved = null] = await Promise.all(keys.map((key) => shelf.get(key)));
      if (typeof text !== "string" || !log) return null;
      present = { id, text, log, saved };
      return { text, log, saved };
    },

    /**
     * Keeps the present article as it is now, if the reader lets it.
     * @param {Kept} article
     * @param {boolean} isAnother whether it is another article than before, not the same one edited
     */
    async keep({ text, log, saved }, isAnother) {
      if (text === "") {
        present = null;
        await shelf.setMany([["present", null]]);
        if (!settings.recent) await setIndex([]);
        return;
      }
      if (!settings.save) return;
      const id = (!isAnother && present?.id) || newId();
      /** @type {Partial<Kept>} */
      const before = present?.id === id ? present : {};
      if (before.text === text && before.log === log && before.saved === saved) return;
      /** @type {[string, unknown][]} */
      const entries = [
        ["present", id],
        [`log/${id}`, log],
      ];
      // A long text is not written again for each edit.
      if (before.text !== text) entries.push([`text/${id}`, text]);
      if (before.saved !== saved) entries.push([`saved/${id}`, saved]);
      await shelf.setMany(entries);
      present = { id, text, log, saved };
      const others = settings.recent ? index.filter((other) => other.id !== id) : [];
      await setIndex([{ id, title: titleOf(text), at: now() }, ...others].slice(0, MOST));
    },

    /** @param {readonly Rule[]} rules */
    keepRules: (rules) => shelf.setMany([["rules", rules]]),

    /**
     * @param {Settings} next
     */
    async set(next) {
      settings = next;
      await shelf.setMany([["settings", next]]);
      if (!next.save) {
        await setIndex([]);
        await shelf.setMany([["present", null]]);
        present = null;
      } else if (!next.recent) await setIndex(index.filter(({ id }) => id === present?.id));
    },

    /** @param {string} id */
    drop: (id) => setIndex(index.filter((other) => other.id !== id)),

    /** Forgets everything, settings too. */
    async forget() {
      await shelf.clear();
      settings = UNASKED;
      index = [];
      present = null;
    },
  };
}

/**
 * A text's first line with words in it.
 * @param {string} text
 */
function titleOf(text) {
  const line = text.slice(0, 2000).trim().split("\n", 1)[0];
  return line.length > LONGEST_TITLE ? `${line.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : line;
}

/** What a reader can do to a highlight, as edits; the same for keys, buttons and the menu at a selection. */

import { anchorAt } from "./anchor.js";
import { announce } from "./dom.js";
import { kindOf, listOf } from "./draft.js";
import { targetOf } from "./edits.js";
import { kindInWords } from "./kinds.js";
import { withRule } from "./rules.js";
import { shorten } from "./text.js";

/**
 * @import { Span } from "../../pkg/index.js"
 * @import { Item } from "./draft.js"
 * @import { Edit, Who } from "./edits.js"
 * @import { HighlightKind, NameKind } from "./kinds.js"
 * @import { Reading } from "./reading.js"
 * @import { Session } from "./session.js"
 */

/**
 * What was just done, and what else is on offer: the same for all or only here, and for every article from now on.
 * @typedef {{ words: string, edit: Edit, others: number, rule: { words: string, kind: NameKind | "never" } | null }} Deed
 */

/** @typedef {ReturnType<typeof createActs>} Acts */

/**
 * @param {Session} session
 * @param {() => Reading | null} reading
 * @param {(deed: Deed | null) => void} tell shows what was done
 */
export function createActs(session, reading, tell) {
  /**
   * @param {string} id
   * @param {(item: Item, now: Reading) => { edit: Omit<Edit, "at">, words: string, rule?: Deed["rule"] }} plan
   */
  function act(id, plan) {
    const now = reading();
    const item = now?.items.get(id);
    if (!now || !item) return;
    const { edit, words, rule = null } = plan(item, now);
    done({ ...edit, at: [targetOf(now.text, item)] }, words, othersLike(now, item, edit.op), rule);
  }

  /**
   * @param {Edit} edit
   * @param {string} words
   * @param {number} [others]
   * @param {Deed["rule"]} [rule]
   */
  function done(edit, words, others = 0, rule = null) {
    session.change(edit);
    announce(words);
    tell({ words, edit, others, rule });
  }

  /** @param {Reading} now @param {Item} item */
  const wordsOf = (now, item) => now.text.slice(item.start, item.end);
  const quoted = (/** @type {string} */ words) => `“${shorten(words, 40)}”`;

  return {
    /** It is right. @param {string} id @param {boolean} [all] */
    accept: (id, all = false) =>
      act(id, (item, now) => ({ edit: { op: "accept", all }, words: `Accepted ${quoted(wordsOf(now, item))}.` })),

    /** All of these are right. @param {readonly string[]} ids */
    acceptEach(ids) {
      const now = reading();
      const items = ids.map((id) => now?.items.get(id)).filter((item) => item !== undefined);
      if (!now || items.length === 0) return;
      done({ op: "accept", at: items.map((item) => targetOf(now.text, item)) }, `Accepted ${items.length}.`);
    },

    /** It is none, here and wherever the same is named. @param {string} id @param {boolean} [all] */
    remove: (id, all = true) =>
      act(id, (item, now) => {
        const words = wordsOf(now, item);
        const rule = listOf(kindOf(item)) === "quotes" ? null : { words, kind: /** @type {const} */ ("never") };
        return { edit: { op: "remove", all }, words: `${quoted(words)} is not marked any more.`, rule };
      }),

    /** @param {string} id @param {HighlightKind} kind @param {boolean} [all] */
    setKind: (id, kind, all = true) =>
      act(id, (item, now) => {
        const words = wordsOf(now, item);
        return {
          edit: { op: "kind", kind, all },
          words: `${quoted(words)}: ${kindInWords(kind)}.`,
          rule: alwaysRule(words, kind),
        };
      }),

    /** Marks a piece of the text, and wherever the same words stand. @param {Span} span @param {HighlightKind} kind */
    add(span, kind) {
      const now = reading();
      if (!now) return;
      const same = [...now.items.values()].find((item) => item.start === span.start && item.end === span.end);
      if (same && kindOf(same) !== "quote") return this.setKind(same.id, kind);
      const at = { ...anchorAt(now.text, span.start, span.end), kind };
      const others = kind === "quote" ? 0 : now.text.split(at.exact).length - 2;
      done(
        { op: "add", at: [at], all: true },
        `${quoted(at.exact)}: ${kindInWords(kind)}.`,
        others,
        alwaysRule(at.exact, kind),
      );
    },

    /** @param {string} id @param {Who} who @param {string} name @param {boolean} [all] */
    sameAs: (id, who, name, all = true) =>
      act(id, (item, now) => ({ edit: { op: "same", who, all }, words: `${quoted(wordsOf(now, item))} is ${name}.` })),

    /** @param {string} id @param {boolean} [all] */
    split: (id, all = true) =>
      act(id, (item, now) => ({
        edit: { op: "split", all },
        words: `${quoted(wordsOf(now, item))} stands on its own now.`,
      })),

    /** @param {string} id @param {Who | null} who @param {string} name */
    setSpeaker: (id, who, name) => act(id, () => ({ edit: { op: "speaker", who }, words: `Speaker: ${name}.` })),

    /** @param {string} id @param {string} value */
    setValue: (id, value) => act(id, () => ({ edit: { op: "value", value }, words: `Date: ${value}.` })),

    undo() {
      session.undo();
      announce("Undone.");
      tell(null);
    },

    redo() {
      session.redo();
      announce("Done again.");
      tell(null);
    },

    /** What was done for all, only here; or the other way. @param {Deed} deed */
    turn(deed) {
      const edit = { ...deed.edit, all: !deed.edit.all };
      session.changeLast(edit);
      tell({ ...deed, edit });
    },

    /** From now on in every article. @param {NonNullable<Deed["rule"]>} rule @param {readonly import("./rules.js").Rule[]} rules */
    always(rule, rules) {
      session.setRules(withRule(rules, rule));
      announce("Kept as a rule.");
      tell(null);
    },
  };
}

/**
 * @param {string} words
 * @param {HighlightKind} kind
 * @returns {Deed["rule"]}
 */
function alwaysRule(words, kind) {
  return kind === "date" || kind === "quote" ? null : { words, kind };
}

/**
 * How many other places an edit could reach: the other mentions of the entity; for a split, those that read the same.
 * @param {Reading} reading
 * @param {Item} item
 * @param {Edit["op"]} op
 */
function othersLike({ text, edited }, item, op) {
  if (!("kind" in item)) return 0;
  const words = text.slice(item.start, item.end);
  return edited.mentions.filter(
    (one) =>
      one !== item &&
      one.entity === item.entity &&
      one.form !== "pronoun" &&
      ((op !== "split" && op !== "span") || text.slice(one.start, one.end) === words),
  ).length;
}

/** Moving the ends of a highlight by keys, each step an edit that takes the place of the one before. */

import { anchorAt } from "./anchor.js";
import { announce } from "./dom.js";
import { targetOf } from "./edits.js";

/**
 * @import { Span } from "../../pkg/index.js"
 * @import { Target } from "./edits.js"
 * @import { Reading } from "./reading.js"
 * @import { Session } from "./session.js"
 */

/** How far around an end its words and letters are looked for, in UTF-16 units. */
const REACH = 200;

const words = new Intl.Segmenter("en", { granularity: "word" });
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * The span after one step of its start or end, to the next edge of a word, or of a letter as readers see it; the same
 * if it would be empty.
 * @param {string} text
 * @param {Span} span
 * @param {{ end: "start" | "end", direction: 1 | -1, byLetter: boolean }} step
 * @returns {Span}
 */
export function stepped(text, span, { end, direction, byLetter }) {
  const at = span[end];
  const from = Math.max(0, at - REACH);
  const edges = [...(byLetter ? graphemes : words).segment(text.slice(from, at + REACH))]
    .filter(({ isWordLike }) => byLetter || isWordLike)
    .map(({ segment, index }) => from + index + (end === "end" ? segment.length : 0));
  const to = direction > 0 ? edges.find((edge) => edge > at) : edges.findLast((edge) => edge < at);
  const next = { ...span, [end]: to ?? at };
  return next.start < next.end ? next : span;
}

/**
 * @param {Session} session
 * @param {() => Reading | null} reading
 */
export function createEdges(session, reading) {
  /** @type {{ id: string, target: Target, moved: boolean } | null} */
  let moving = null;

  return {
    isOn: () => moving !== null,

    /** @param {string} id */
    start(id) {
      const now = reading();
      const item = now?.items.get(id);
      if (!now || !item) return;
      moving = { id, target: targetOf(now.text, item), moved: false };
      announce(
        "Arrows move the end, with Shift the start, with Control by letters. Enter keeps, Escape leaves it as it was.",
      );
    },

    /** Ends it. @param {boolean} keep */
    stop(keep) {
      if (moving?.moved && !keep) session.undo();
      if (moving) announce(keep ? "Kept." : "As it was.");
      moving = null;
    },

    /**
     * @param {KeyboardEvent} event
     * @returns {boolean} whether the key was for it
     */
    press({ key, shiftKey, ctrlKey, metaKey, altKey }) {
      if (!moving) return false;
      if (key === "Enter" || key === "Escape") {
        this.stop(key === "Enter");
        return true;
      }
      if (key !== "ArrowLeft" && key !== "ArrowRight") {
        if (!["Shift", "Control", "Meta", "Alt"].includes(key)) this.stop(true);
        return false;
      }
      const now = reading();
      const item = now?.items.get(moving.id);
      if (!now || !item) return false;
      const direction = key === "ArrowRight" ? 1 : -1;
      const { start, end } = stepped(now.text, item, {
        end: shiftKey ? "start" : "end",
        direction,
        byLetter: ctrlKey || metaKey || altKey,
      });
      if (start === item.start && end === item.end) return true;
      const edit = { op: /** @type {const} */ ("span"), at: [moving.target], to: anchorAt(now.text, start, end) };
      if (moving.moved) session.changeLast(edit);
      else session.change(edit);
      moving.moved = true;
      announce(now.text.slice(start, end));
      return true;
    },
  };
}

/** Marking what the reader selects, by mouse, touch or keys: a small bar with the kinds beside the selection. */

import { placeBeside } from "./details.js";
import { announce } from "./dom.js";
import { ALL_KINDS } from "./kinds.js";
import { button } from "./rows.js";

/**
 * @import { Span } from "../../pkg/index.js"
 * @import { Acts } from "./acts.js"
 * @import { HighlightKind } from "./kinds.js"
 */

/** What the arrow keys do to a selection that is made by keys. @type {Readonly<Record<string, [direction: string, granularity: string]>>} */
const MOVES = {
  ArrowRight: ["forward", "word"],
  ArrowLeft: ["backward", "word"],
  ArrowDown: ["forward", "line"],
  ArrowUp: ["backward", "line"],
};

/**
 * @param {HTMLElement} root the article
 * @param {HTMLElement} bar a native popover
 * @param {{ spanOf: (range: Range) => Span | null }} article
 * @param {Acts} acts
 */
export function createSelecting(root, bar, { spanOf }, acts) {
  let byKeys = false;

  /** What is selected in the article. @returns {Span | null} */
  function selected() {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    return root.contains(range.commonAncestorContainer) ? spanOf(range) : null;
  }

  /** @param {HighlightKind} kind */
  function mark(kind) {
    const span = selected();
    if (!span) return false;
    getSelection()?.removeAllRanges();
    byKeys = false;
    bar.hidePopover();
    acts.add(span, kind);
    return true;
  }

  bar.append(
    ...ALL_KINDS.map(({ kind, one }, i) => {
      const made = button(one, () => mark(kind), "sample");
      made.dataset.kind = kind;
      made.setAttribute("aria-keyshortcuts", String(i + 1));
      return made;
    }),
  );
  // So that a press on the bar leaves the selection as it is.
  bar.addEventListener("pointerdown", (event) => event.preventDefault());
  document.addEventListener("selectionchange", () => {
    const isOpen = bar.matches(":popover-open");
    if (!selected()) return isOpen && bar.hidePopover();
    if (isOpen) placeOverSelection();
  });
  for (const type of ["pointerup", "keyup"]) root.addEventListener(type, () => requestAnimationFrame(offer));

  function offer() {
    if (!selected()) return;
    bar.showPopover();
    placeOverSelection();
  }

  function placeOverSelection() {
    const range = getSelection()?.getRangeAt(0);
    if (range) placeBeside(bar, range);
  }

  return {
    mark,
    has: () => selected() !== null,

    /** Begins a selection by keys, at the highlight that has the focus or at the first words in sight. */
    start() {
      const at = document.activeElement?.closest("[data-a]") ?? firstInSight(root);
      if (!at) return;
      root.focus({ preventScroll: true });
      const selection = getSelection();
      selection?.setBaseAndExtent(at, 0, at, 0);
      selection?.modify("extend", "forward", "word");
      byKeys = true;
      offer();
      announce("Selecting. Arrows move, with Shift they extend, 1 to 9 mark it, Escape stops.");
    },

    /**
     * @param {KeyboardEvent} event
     * @returns {boolean} whether the key was for it
     */
    press({ key, shiftKey }) {
      const selection = getSelection();
      if (!byKeys || !selection) return false;
      if (key === "Escape") {
        selection.removeAllRanges();
        byKeys = false;
        return true;
      }
      if (!(key in MOVES)) return false;
      if (!shiftKey) {
        selection.modify("move", ...MOVES[key]);
        // A word that is only passed by is selected, so that it can be seen where one is.
        if (MOVES[key][0] === "backward") selection.modify("move", "backward", "word");
      }
      selection.modify("extend", shiftKey ? MOVES[key][0] : "forward", shiftKey ? MOVES[key][1] : "word");
      announce(selection.toString());
      return true;
    },
  };
}

/** @param {HTMLElement} root */
function firstInSight(root) {
  return (
    [...root.querySelectorAll(".block")].find((block) => block.getBoundingClientRect().bottom > 120) ??
    root.firstElementChild
  );
}

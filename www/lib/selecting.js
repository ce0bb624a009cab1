/** Marking what the reader selects, by mouse, touch or keys: a small bar with the kinds beside the selection. */

import { placeBeside } from "./details.js";
import { announce } from "./dom.js";
import { nextWord, stepped } from "./edges.js";
import { ALL_KINDS } from "./kinds.js";
import { button } from "./rows.js";

/**
 * @import { Span } from "../../pkg/index.js"
 * @import { Acts } from "./acts.js"
 * @import { HighlightKind } from "./kinds.js"
 * @import { Reading } from "./reading.js"
 */

/** What of the window's height the page's head may cover, in pixels. */
const HEADER = 120;

/** @typedef {ReturnType<typeof createSelecting>} Selecting */

/**
 * @param {HTMLElement} root the article
 * @param {HTMLElement} bar a native popover
 * @param {object} article
 * @param {(range: Range) => Span | null} article.spanOf
 * @param {(span: Span) => void} article.select
 * @param {() => Reading | null} reading
 * @param {Acts} acts
 */
export function createSelecting(root, bar, { spanOf, select }, reading, acts) {
  let byKeys = false;
  // A touch that selects ends in no event of ours: the bar follows the selection itself.
  let byTouch = false;

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
    else if (byTouch) offer();
  });
  root.addEventListener("pointerdown", ({ pointerType }) => {
    byTouch = pointerType === "touch";
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

    /**
     * Begins a selection by keys, at a highlight or at the first words in sight.
     * @param {string | null} id
     */
    start(id) {
      const now = reading();
      if (!now) return;
      const item = id === null ? undefined : now.items.get(id);
      const span = item ?? nextWord(now.text, firstInSight(), 1);
      root.focus({ preventScroll: true });
      byKeys = true;
      pick(span);
    },

    /**
     * @param {KeyboardEvent} event
     * @returns {boolean} whether the key was for it
     */
    press({ key, shiftKey, ctrlKey, metaKey, altKey }) {
      const now = reading();
      const span = byKeys && selected();
      byKeys &&= span !== null;
      if (!span || !now) return false;
      if (key === "Escape") {
        getSelection()?.removeAllRanges();
        byKeys = false;
        return true;
      }
      if (key !== "ArrowLeft" && key !== "ArrowRight") return false;
      const direction = key === "ArrowRight" ? 1 : -1;
      const byLetter = ctrlKey || metaKey || altKey;
      pick(
        shiftKey ? stepped(now.text, span, { end: "end", direction, byLetter }) : nextWord(now.text, span, direction),
      );
      return true;
    },
  };

  /** @param {Span} span */
  function pick(span) {
    select(span);
    offer();
    announce(`Selected: ${reading()?.text.slice(span.start, span.end)}`);
  }

  /** An empty span before the first words in sight. @returns {Span} */
  function firstInSight() {
    const block = [...root.querySelectorAll(".block")].find((one) => one.getBoundingClientRect().bottom > HEADER);
    const range = document.createRange();
    range.selectNodeContents(block ?? root);
    const start = spanOf(range)?.start ?? 0;
    return { start, end: start };
  }
}

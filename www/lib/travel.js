/** Going to a place in the article and back to where the reader came from. */

import { flash } from "./article.js";
import { announce } from "./dom.js";

/**
 * @typedef {{ segments(id: string): HTMLElement[] }} Places
 */

/**
 * @param {HTMLElement} root the article
 * @param {Places} places
 */
export function createTravel(root, places) {
  /** @type {HTMLElement | null} where Escape leads back to */
  let origin = null;

  /** @param {HTMLElement} target */
  const land = (target) => {
    target.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
    // In a long text the sheets on the way have just been laid out for the first time, which may move the target.
    requestAnimationFrame(() => target.scrollIntoView({ block: "nearest" }));
  };

  root.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape" && origin?.isConnected) {
      event.preventDefault();
      origin.scrollIntoView({ block: "nearest" });
      origin.focus({ preventScroll: true });
      origin = null;
    }
    if (event.key === "n" || event.key === "p") step(event.key === "n" ? 1 : -1);
  });

  /**
   * The next or previous highlight from where the focus is; from the article itself, the first or last one.
   * @param {1 | -1} direction
   */
  function step(direction) {
    const all = /** @type {HTMLElement[]} */ ([...root.querySelectorAll(".begins[data-a]")]);
    const focused = document.activeElement;
    const here = all.findIndex(
      (one) => one.dataset.a === (focused instanceof HTMLElement ? focused.dataset.a : undefined),
    );
    const target = here < 0 ? all.at(direction > 0 ? 0 : -1) : all[here + direction];
    if (!target) return;
    land(target);
    announce(describe(target));
  }

  return {
    /**
     * Moves the focus to a highlight, into sight, and draws the eye to it.
     * @param {string} id
     * @param {HTMLElement} from where Escape leads back to
     * @param {string} words what to tell a screen reader
     */
    go(id, from, words) {
      const segments = places.segments(id);
      if (segments.length === 0) return;
      origin = from;
      land(segments[0]);
      segments.forEach(flash);
      announce(words);
    },
  };
}

/**
 * A highlight in words: its kind, its text and what it resolves to.
 * @param {HTMLElement} highlight
 */
function describe({ dataset, textContent }) {
  const { kind, value, speaker } = dataset;
  const resolved = value ? `, ${value}` : speaker ? `, ${speaker}` : "";
  return `${kind}: ${textContent}${resolved}`;
}

/** Going to places in the article, and back to where the reader came from. */

import { flash } from "./article.js";
import { announce, focusedIn } from "./dom.js";
import { inOneLine } from "./explain.js";

/**
 * @import { Reading } from "./reading.js"
 */

/** @typedef {ReturnType<typeof createTravel>} Travel */

/**
 * @param {HTMLElement} root the article
 * @param {object} places
 * @param {(id: string) => HTMLElement[]} places.segments the segments of a highlight
 * @param {() => Reading | null} places.reading
 * @param {(id: string) => boolean} places.isShown whether the reader wants highlights of its kind to be seen
 * @param {HTMLButtonElement} backButton shown while there is a way back
 */
export function createTravel(root, { segments, reading, isShown }, backButton) {
  /** @type {(() => HTMLElement | undefined)[]} where Escape leads back to, the last first */
  let origins = [];

  const showBack = () => {
    backButton.hidden = origins.length === 0;
  };

  /** @param {HTMLElement} target */
  function land(target) {
    target.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
    // In a long text the sheets on the way have just been laid out for the first time, which may move the target.
    requestAnimationFrame(() => target.scrollIntoView({ block: "nearest" }));
  }

  /**
   * @param {string} id
   * @returns {boolean} whether it is there
   */
  function visit(id) {
    const [target] = segments(id);
    if (!target) return false;
    land(target);
    const now = reading();
    const item = now?.items.get(id);
    if (!now || !item) return true;
    const all = inOrder(now, isShown);
    announce(inOneLine(now, item, { nth: all.indexOf(id) + 1, of: all.length }));
    return true;
  }

  /**
   * Moves the focus to a highlight, into sight, and draws the eye to it.
   * @param {string} id
   * @param {() => HTMLElement | undefined} from where Escape leads back to
   */
  function go(id, from) {
    if (!visit(id)) return;
    segments(id).forEach(flash);
    // Going from place to place by one row is one journey.
    if (origins[0]?.() !== from()) origins = [from, ...origins];
    showBack();
  }

  function back() {
    const target = origins.map((origin) => origin()).find((element) => element?.checkVisibility());
    origins = [];
    showBack();
    target?.scrollIntoView({ block: "nearest" });
    target?.focus({ preventScroll: true });
    return Boolean(target);
  }

  backButton.addEventListener("click", back);
  showBack();

  return {
    go,
    visit,
    back,

    /** The highlight that has the focus. */
    here: () => focusedIn(root, "[data-a]")?.dataset.a ?? null,

    /**
     * The next or previous highlight from one; from the article itself, the first or last. With `alike`, the next of
     * which that is true.
     * @param {1 | -1} direction
     * @param {string | null} from
     * @param {(id: string) => boolean} [alike]
     */
    step(direction, from, alike = () => true) {
      const now = reading();
      if (!now) return;
      const all = inOrder(now, isShown);
      const at = from === null ? (direction > 0 ? -1 : all.length) : all.indexOf(from);
      const rest = direction > 0 ? all.slice(at + 1) : all.slice(0, Math.max(at, 0)).reverse();
      const target = rest.find(alike);
      if (target === undefined || !visit(target)) announce("No more that way.");
    },

    /** Forgets the ways back. */
    forget() {
      origins = [];
      showBack();
    },
  };
}

/**
 * The ids of the highlights that are seen, in order of the text; each once.
 * @param {Reading} reading
 * @param {(id: string) => boolean} isShown
 */
function inOrder({ highlights }, isShown) {
  return [...new Set(highlights.map(({ id }) => id))].filter(isShown);
}

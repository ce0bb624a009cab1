/** The legend over the article: each kind as it is marked, how many there are, and a switch to show or hide it. */

import { element } from "./dom.js";
import { ALL_KINDS } from "./kinds.js";
import { formatCount } from "./text.js";

/**
 * @import { HighlightKind } from "./kinds.js"
 * @import { Reading } from "./reading.js"
 */

/**
 * @param {HTMLElement} root
 * @param {HTMLElement} article its `data-hide` says which kinds are not shown
 */
export function createLegend(root, article) {
  /** @type {Set<string>} */
  const hidden = new Set();

  root.addEventListener("click", ({ target }) => {
    const pressed = target instanceof Element ? target.closest("button") : null;
    const kind = pressed?.dataset.show;
    if (!pressed || !kind) return;
    if (!hidden.delete(kind)) hidden.add(kind);
    pressed.setAttribute("aria-pressed", String(!hidden.has(kind)));
    article.dataset.hide = [...hidden].join(" ");
  });

  return {
    /** @param {HighlightKind} kind */
    isShown: (kind) => !hidden.has(kind),

    /** @param {Reading} reading */
    show({ names, dates, quotes }) {
      const buttons = ALL_KINDS.map(({ kind, one, many }) => {
        const count =
          kind === "date"
            ? dates.length
            : kind === "quote"
              ? quotes.length
              : names.filter((name) => name.kind === kind).length;
        const words = [
          element("span", { class: "sample", "data-kind": kind }, count === 1 ? one : many),
          " ",
          formatCount(count),
        ];
        return (
          count > 0 &&
          element(
            "button",
            { type: "button", "data-show": kind, "aria-pressed": !hidden.has(kind) ? "true" : "false" },
            ...words,
          )
        );
      }).filter((made) => made !== false);
      const focused =
        document.activeElement instanceof HTMLElement && root.contains(document.activeElement)
          ? document.activeElement.dataset.show
          : null;
      root.replaceChildren(...buttons);
      if (focused) (buttons.find((made) => made.dataset.show === focused) ?? buttons[0])?.focus();
    },
  };
}

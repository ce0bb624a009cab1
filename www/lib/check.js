/** The rail's list of what wants checking: the least sure first, each with a key to accept and one to reject. */

import { element } from "./dom.js";
import { kindOf } from "./draft.js";
import { certainty, reason } from "./explain.js";
import { kindInWords } from "./kinds.js";
import { SURE } from "./reading.js";
import { button, isolated, nothing, pagedList, rowWithPlace } from "./rows.js";
import { counted, formatCount, shorten } from "./text.js";

/**
 * @import { Acts } from "./acts.js"
 * @import { Item } from "./draft.js"
 * @import { Log } from "./edits.js"
 * @import { Reading } from "./reading.js"
 * @import { ListView } from "./rows.js"
 */

/** How much of the text is shown on either side of a highlight. */
const CONTEXT = 44;

/**
 * @param {HTMLElement} panel
 * @param {Acts} acts
 * @param {(id: string) => void} peek shows a place in the article without going there
 * @param {() => Log} log
 * @param {HTMLElement} rulebook
 * @returns {ListView}
 */
export function createCheck(panel, acts, peek, log, rulebook) {
  /** @type {string[]} */
  let sure = [];
  const words = element("p", { class: "progress", role: "status" });
  const progress = /** @type {HTMLProgressElement} */ (element("progress", { "aria-label": "Checked" }));
  const acceptSure = button("", () => acts.acceptEach(sure));
  const [undo, redo] = [button("Undo", acts.undo), button("Redo", acts.redo)];
  const lost = element("div");
  const list = element("div");
  panel.append(words, progress, element("div", { class: "tools" }, acceptSure, undo, redo), lost, list, rulebook);
  list.addEventListener("focusin", ({ target }) => {
    const row = target instanceof Element ? target.closest("[data-key]") : null;
    if (row) peek(row.getAttribute("data-key") ?? "");
  });

  return {
    count: (reading) => openItems(reading).length,
    rowFor: (id) => rowWithPlace(list, id),
    show(reading) {
      const open = openItems(reading).sort((a, b) => a.confidence - b.confidence || a.start - b.start);
      const { removed, lost: gone } = reading.edited;
      const all = reading.items.size + removed;
      words.textContent = `${formatCount(all - open.length)} of ${formatCount(all)} checked`;
      progress.max = Math.max(1, all);
      progress.value = all - open.length;
      sure = open.filter(({ confidence }) => confidence >= SURE).map(({ id }) => id);
      acceptSure.textContent = `Accept all sure (${formatCount(sure.length)})`;
      acceptSure.disabled = sure.length === 0;
      const { entries, done } = log();
      undo.disabled = done === 0;
      redo.disabled = done === entries.length;
      lost.replaceChildren(...(gone.length > 0 ? [lostSection(gone)] : []));
      const rows = pagedList(open, (item) => row(reading, item));
      list.replaceChildren(...(open.length > 0 ? rows : [nothing(all > 0 ? "All checked." : "Nothing to check.")]));
    },
  };

  /**
   * @param {Reading} reading
   * @param {Item} item
   */
  function row(reading, item) {
    const { id, start, end } = item;
    const kind = kindOf(item);
    const { text } = reading;
    const told = element(
      "span",
      { class: "name" },
      text.slice(Math.max(0, start - CONTEXT), start).replace(/^\S*\s/, "…"),
    );
    told.append(
      element("strong", {}, shorten(text.slice(start, end), 90)),
      kind === "quote" ? "" : text.slice(end, end + CONTEXT).replace(/\s\S*$/, "…"),
    );
    const place = element(
      "button",
      { type: "button", class: "row", "data-places": id },
      element(
        "span",
        { class: "what" },
        element(
          "span",
          { class: "about" },
          element("span", { class: "sample", "data-kind": kind }, kindInWords(kind)),
          ` ${certainty(item)}: ${reason(reading, item)}`,
        ),
        element("bdi", {}, told),
      ),
    );
    const verdict = (
      /** @type {string} */ sign,
      /** @type {string} */ label,
      /** @type {string} */ key,
      /** @type {() => void} */ act,
    ) => {
      const made = button(sign, act, "verdict");
      made.setAttribute("aria-label", `${label}: ${shorten(text.slice(start, end), 60)}`);
      made.setAttribute("aria-keyshortcuts", key);
      made.title = `${label} (${key})`;
      return made;
    };
    return element(
      "div",
      { class: "checking", "data-key": id },
      place,
      verdict("✓", "Right", "a", () => acts.accept(id)),
      verdict("✗", "Not one", "x", () => acts.remove(id)),
    );
  }
}

/** @param {Reading} reading */
function openItems({ items }) {
  return [...items.values()].filter(({ checked }) => !checked);
}

/** @param {Reading["edited"]["lost"]} lost */
function lostSection(lost) {
  return element(
    "section",
    { class: "lost" },
    element("h3", {}, `${counted(lost.length, "change")} could not be placed`),
    element("p", { class: "about" }, "The text has changed and no longer has these words:"),
    element(
      "ul",
      {},
      ...lost
        .slice(0, 50)
        .map(({ exact, kind }) =>
          element("li", {}, isolated(`“${shorten(exact, 60)}”`), ` (${kindInWords(kind).toLowerCase()})`),
        ),
    ),
  );
}

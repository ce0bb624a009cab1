/** The panel's keys: those of our own page that need no article beside them. */

import { createKeys } from "../../www/lib/keys.js";
import { ALL_KINDS } from "../../www/lib/kinds.js";

/**
 * @import { Acts } from "../../www/lib/acts.js"
 * @import { Details } from "../../www/lib/details.js"
 * @import { Rail } from "../../www/lib/rail.js"
 */

/**
 * Lets the reader go through the lists by keys: they are about the highlight in the card, or that of the row in focus.
 * @param {object} panel
 * @param {Acts} panel.acts
 * @param {Details} panel.details
 * @param {Rail} panel.rail
 * @param {(id: string) => void} panel.adjust
 */
export function createPanelKeys({ acts, details, rail, adjust }) {
  function current() {
    const row = document.activeElement?.closest("[data-key]");
    const places = (row?.querySelector("[data-places]") ?? row)?.getAttribute("data-places")?.split(" ") ?? [];
    const visited = Number(row instanceof HTMLElement ? (row.dataset.visited ?? 0) : 0);
    return details.about() ?? places[visited] ?? null;
  }

  /** @param {(id: string, key: string) => void} act */
  const onCurrent = (act) => (/** @type {string} */ key) => {
    const id = current();
    details.close();
    if (id !== null) act(id, key);
  };

  createKeys(
    [
      { keys: ["a"], words: "Accept: it is right", press: onCurrent((id) => acts.accept(id)) },
      { keys: ["x"], words: "Reject: it is none", press: onCurrent((id) => acts.remove(id)) },
      {
        keys: ALL_KINDS.map((_, i) => String(i + 1)),
        words: "Mark as another kind",
        press: onCurrent((id, key) => acts.setKind(id, ALL_KINDS[Number(key) - 1].kind)),
      },
      { keys: ["e"], words: "Longer or shorter", press: onCurrent(adjust) },
      { keys: ["Ctrl+z"], words: "Undo", press: acts.undo },
      { keys: ["Ctrl+Shift+z", "Ctrl+y"], words: "Redo", press: acts.redo },
      { keys: ["/"], words: "Filter the list", press: () => rail.filter() },
    ],
    {
      listens: (focused) => focused.closest("#rail, #details") !== null || focused === document.body,
      first: () => false,
      goTo: {},
    },
  );
}

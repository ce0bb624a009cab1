/** What the keys do to the highlight at hand: the table that the keyboard and its help go by. */

import { kindOf } from "./draft.js";
import { ALL_KINDS } from "./kinds.js";

/**
 * @import { Acts } from "./acts.js"
 * @import { Details } from "./details.js"
 * @import { Edges } from "./edges.js"
 * @import { Binding } from "./keys.js"
 * @import { Rail } from "./rail.js"
 * @import { Reading } from "./reading.js"
 * @import { Selecting } from "./selecting.js"
 * @import { Travel } from "./travel.js"
 */

/**
 * @typedef {object} Hands
 * @property {Acts} acts
 * @property {Details} details
 * @property {Edges} edges
 * @property {Rail} lists
 * @property {() => Reading | null} reading
 * @property {Selecting} selecting
 * @property {() => void} showHelp
 * @property {Travel} travel
 */

/**
 * @param {Hands} hands
 * @returns {Binding[]}
 */
export function createBindings(hands) {
  const { acts, details, edges, lists, selecting, showHelp, travel } = hands;
  const { onCurrent, openAt, step } = createCurrent(hands);
  return [
    { keys: ["n"], words: "Next mark", press: step(1) },
    { keys: ["p"], words: "Previous mark", press: step(-1) },
    { keys: ["N"], shown: "Shift n", words: "Next of the same kind", press: step(1, "kind") },
    { keys: ["P"], shown: "Shift p", words: "Previous of the same kind", press: step(-1, "kind") },
    { keys: ["m"], words: "Next mention of the same", press: step(1, "entity") },
    { keys: ["M"], shown: "Shift m", words: "Previous mention of the same", press: step(-1, "entity") },
    { keys: ["Enter"], words: "Details of a mark", press: openAt("card") },
    {
      keys: ["Escape"],
      shown: "Esc",
      words: "Close, or back to where you came from",
      press: () => details.close() || travel.back(),
    },
    { keys: ["a"], words: "Accept: it is right", press: onCurrent((id) => acts.accept(id)) },
    { keys: ["x"], words: "Reject: it is none", press: onCurrent((id) => acts.remove(id)) },
    {
      keys: ALL_KINDS.map((_, i) => String(i + 1)),
      shown: "1 … 9",
      words: `Mark as ${ALL_KINDS.map(({ one }) => one.toLowerCase()).join(", ")}`,
      press: (key) => {
        const { kind } = ALL_KINDS[Number(key) - 1];
        if (!selecting.mark(kind)) onCurrent((id) => acts.setKind(id, kind))();
      },
    },
    {
      keys: ["e"],
      words: "Longer or shorter: then ← →, with Shift at the start, with Ctrl by letters",
      press: onCurrent((id) => {
        if (travel.here() !== id) travel.visit(id);
        edges.start(id);
      }),
    },
    {
      keys: ["v"],
      words: "Select words by keys: then ← →, with Shift to extend, and a digit",
      press: () => selecting.start(travel.here()),
    },
    { keys: ["s"], words: "Set the speaker of a quote", press: openAt("speaker") },
    { keys: ["="], words: "Same as another name", press: openAt("same") },
    { keys: ["Ctrl+z"], shown: "Ctrl z", words: "Undo", press: acts.undo },
    { keys: ["Ctrl+Shift+z", "Ctrl+y"], shown: "Ctrl Shift z", words: "Redo", press: acts.redo },
    { keys: ["/"], words: "Filter the list", press: () => lists.filter() },
    { keys: [], shown: "g n", words: "Names; g d dates, g q quotes, g c check" },
    { keys: ["?"], words: "These keys", press: showHelp },
  ];
}

/**
 * The highlight that keys are about, and what is done from there.
 * @param {Hands} hands
 */
function createCurrent({ details, reading, travel }) {
  /** The highlight that keys are about: the one in focus, in the card, or that the row in focus stands for. */
  function current() {
    const row = document.activeElement?.closest("[data-key]");
    const places = (row?.querySelector("[data-places]") ?? row)?.getAttribute("data-places")?.split(" ") ?? [];
    const visited = Number(row instanceof HTMLElement ? (row.dataset.visited ?? 0) : 0);
    return travel.here() ?? details.about() ?? places[visited] ?? null;
  }

  /** @param {(id: string) => void} act */
  const onCurrent = (act) => () => {
    const id = current();
    details.close();
    if (id !== null) act(id);
  };
  /** @param {string} field */
  const openAt = (field) =>
    onCurrent((id) => {
      if (travel.here() !== id) travel.visit(id);
      details.open(id, field);
    });
  /** @param {1 | -1} direction @param {"kind" | "entity"} [by] */
  const step = (direction, by) => () => {
    const from = current();
    const item = from === null ? undefined : reading()?.items.get(from);
    travel.step(direction, from, (id) => {
      const other = reading()?.items.get(id);
      if (!by || !item || !other) return !by;
      if (by === "kind") return kindOf(other) === kindOf(item);
      return "kind" in item && "kind" in other && item.entity === other.entity;
    });
  };

  return { onCurrent, openAt, step };
}

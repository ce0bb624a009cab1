/** The reader's desk: the article, the rail beside it, and all that is done with them by mouse and keys. */

import { createActs } from "./acts.js";
import { createArticle, flash } from "./article.js";
import { createCheck } from "./check.js";
import { createDates } from "./dates.js";
import { showDeed } from "./deeds.js";
import { createDetails } from "./details.js";
import { byId, closest } from "./dom.js";
import { kindOf } from "./draft.js";
import { createEdges } from "./edges.js";
import { createKeys, keyList } from "./keys.js";
import { ALL_KINDS } from "./kinds.js";
import { createLegend } from "./legend.js";
import { createNames } from "./names.js";
import { createQuotes } from "./quotes.js";
import { createRail } from "./rail.js";
import { createRulebook } from "./rulebook.js";
import { createSelecting } from "./selecting.js";
import { createSpotlight } from "./spotlight.js";
import { createTravel } from "./travel.js";

/**
 * @import { Deed } from "./acts.js"
 * @import { Binding } from "./keys.js"
 * @import { Reading } from "./reading.js"
 * @import { Session, State } from "./session.js"
 * @import { Store } from "./store.js"
 */

/**
 * @param {Store<State>} store
 * @param {Session} session
 */
export function createDesk(store, session) {
  const root = byId("article");
  const rail = byId("rail");
  const card = byId("details");
  const reading = () => store.get().reading;
  const article = createArticle(root);
  const legend = createLegend(byId("legend"), root);
  const isShown = (/** @type {string} */ id) => {
    const item = reading()?.items.get(id);
    return item !== undefined && legend.isShown(kindOf(item));
  };
  const travel = createTravel(root, { segments: article.segments, reading, isShown }, byId("back"));
  /** @param {Deed | null} deed */
  const tell = (deed) =>
    showDeed(byId("deed"), deed, {
      undo: acts.undo,
      turn: acts.turn,
      always: (rule) => acts.always(rule, store.get().rules),
      focusBack: () => root.focus({ preventScroll: true }),
    });
  const acts = createActs(session, reading, tell);
  const edges = createEdges(session, reading);
  const selecting = createSelecting(root, byId("marking"), article, acts);
  const details = createDetails(card, {
    acts,
    reading,
    segments: article.segments,
    visit: travel.visit,
    adjust: edges.start,
  });
  const rulebook = createRulebook({ get: () => store.get().rules, set: session.setRules, refuse: session.refuse });
  const lists = createRail(
    rail,
    [
      { name: "names", title: "Names", make: createNames },
      { name: "dates", title: "Dates", make: createDates },
      { name: "quotes", title: "Quotes", make: createQuotes },
      {
        name: "check",
        title: "Check",
        make: (panel) => createCheck(panel, acts, peek, () => store.get().log, rulebook.root),
      },
    ],
    travel.go,
  );
  createSpotlight(root, [rail]);

  /** @param {string} id */
  function peek(id) {
    if (getComputedStyle(rail).position !== "sticky") return;
    const segments = article.segments(id);
    segments[0]?.scrollIntoView({ block: "center" });
    segments.forEach(flash);
  }

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

  const help = /** @type {HTMLDialogElement} */ (byId("help"));
  const showHelp = () => help.showModal();
  /** @type {Binding[]} */
  const bindings = [
    { keys: ["n"], words: "Next mark", press: step(1) },
    { keys: ["p"], words: "Previous mark", press: step(-1) },
    { keys: ["N"], shown: "Shift n", words: "Next of the same kind", press: step(1, "kind") },
    { keys: ["P"], shown: "Shift p", words: "Previous of the same kind", press: step(-1, "kind") },
    { keys: ["m"], words: "Next mention of the same", press: step(1, "entity") },
    { keys: ["M"], shown: "Shift m", words: "Previous mention of the same", press: step(-1, "entity") },
    { keys: ["Enter"], words: "Details of a mark", press: openAt("accept") },
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
      press: (key) => setKind(Number(key) - 1),
    },
    {
      keys: ["e"],
      words: "Longer or shorter: then ← →, with Shift at the start, with Ctrl by letters",
      press: onCurrent((id) => adjust(id)),
    },
    { keys: ["v"], words: "Select words by keys: then ← → ↑ ↓, with Shift to extend", press: () => selecting.start() },
    { keys: ["s"], words: "Set the speaker of a quote", press: openAt("speaker") },
    { keys: ["="], words: "Same as another name", press: openAt("same") },
    { keys: ["Ctrl+z"], shown: "Ctrl z", words: "Undo", press: acts.undo },
    { keys: ["Ctrl+Shift+z", "Ctrl+y"], shown: "Ctrl Shift z", words: "Redo", press: acts.redo },
    { keys: ["/"], words: "Filter the list", press: () => lists.filter() },
    { keys: [], shown: "g n", words: "Names; g d dates, g q quotes, g c check" },
    { keys: ["?"], words: "These keys", press: showHelp },
  ];
  const [, ...goTo] = ["", "names", "dates", "quotes", "check"];
  createKeys(bindings, {
    listens: (focused) => root.contains(focused) || lists.hasInList(focused) || card.contains(focused),
    first: (event) => edges.press(event) || selecting.press(event),
    goTo: Object.fromEntries(goTo.map((name) => [name[0], () => lists.open(name)])),
  });
  byId("keys").append(keyList(bindings));
  byId("help-button").addEventListener("click", showHelp);
  byId("help-close").addEventListener("click", () => help.close());

  /** @param {number} index */
  function setKind(index) {
    const { kind } = ALL_KINDS[index];
    if (!selecting.mark(kind)) onCurrent((id) => acts.setKind(id, kind))();
  }

  /** @param {string} id */
  function adjust(id) {
    if (travel.here() !== id) travel.visit(id);
    edges.start(id);
  }

  root.addEventListener("click", (event) => {
    const id = closest(event, "[data-a]")?.dataset.a;
    if (!id || selecting.has() || !isShown(id)) return;
    lists.point(id);
    details.open(id);
  });
  root.addEventListener("focusout", () => edges.stop(true));

  return {
    /**
     * The article first, and once that can be seen the lists.
     * @param {Reading | null} now
     * @param {Reading | null | undefined} before
     */
    async show(now, before) {
      if (now?.text !== before?.text) {
        travel.forget();
        tell(null);
      }
      const shown = article.show(now);
      details.refresh(now);
      if (!now) return;
      if (now.text !== before?.text) await nextFrame();
      if (reading() !== now) return;
      performance.mark("pressmark:marks");
      legend.show(now);
      lists.show(now);
      performance.mark("pressmark:lists");
      await shown;
    },

    showRules: () => rulebook.show(),
  };
}

/** Until the browser has painted what stands there now. */
function nextFrame() {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

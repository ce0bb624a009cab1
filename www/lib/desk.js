/** The reader's desk: the article, the rail beside it, and all that is done with them by mouse and keys. */

import { createActs } from "./acts.js";
import { createArticle, flash } from "./article.js";
import { createBindings } from "./bindings.js";
import { createCheck } from "./check.js";
import { createDates } from "./dates.js";
import { showDeed } from "./deeds.js";
import { createDetails } from "./details.js";
import { byId, closest } from "./dom.js";
import { kindOf } from "./draft.js";
import { createEdges } from "./edges.js";
import { createKeys, keyList } from "./keys.js";
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
 * @import { Reading } from "./reading.js"
 * @import { Session, State } from "./session.js"
 * @import { Store } from "./store.js"
 */

/** The rail's lists; `g` and the first letter leads to each. */
const TABS = ["names", "dates", "quotes", "check"];

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
  const edges = createEdges(session, reading, travel.here, acts.adjusted);
  const selecting = createSelecting(root, byId("marking"), article, reading, acts);
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

  const help = /** @type {HTMLDialogElement} */ (byId("help"));
  const showHelp = () => help.showModal();
  const bindings = createBindings({ acts, details, edges, lists, reading, selecting, showHelp, travel });
  createKeys(bindings, {
    listens: (focused) => root.contains(focused) || lists.hasInList(focused) || card.contains(focused),
    first: (event) => edges.press(event) || selecting.press(event),
    goTo: Object.fromEntries(TABS.map((name) => [name[0], () => lists.open(name)])),
  });
  byId("keys").append(keyList(bindings));
  byId("help-button").addEventListener("click", showHelp);
  byId("help-close").addEventListener("click", () => help.close());

  root.addEventListener("click", (event) => {
    const id = closest(event, "[data-a]")?.dataset.a;
    if (!id || selecting.has() || !isShown(id)) return;
    lists.point(id);
    details.open(id);
  });

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

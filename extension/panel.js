/**
 * The panel beside the page: the same lists as our own page has, of what the tab's content script has read. It is the
 * place where results are looked up; what is painted on the page is only a sign of them.
 */

import "./lib/provide.js";

import { createActs } from "../www/lib/acts.js";
import { createCheck } from "../www/lib/check.js";
import { createChip, showChip } from "../www/lib/chip.js";
import { createDates } from "../www/lib/dates.js";
import { showDeed } from "../www/lib/deeds.js";
import { createDetails } from "../www/lib/details.js";
import { byId } from "../www/lib/dom.js";
import { held } from "../www/lib/edits.js";
import { createEngine } from "../www/lib/engine.js";
import { showBanner, showBusy, showCounts, showNotice, showProblem } from "../www/lib/messages.js";
import { createNames } from "../www/lib/names.js";
import { createQuotes } from "../www/lib/quotes.js";
import { createRail } from "../www/lib/rail.js";
import { createRulebook } from "../www/lib/rulebook.js";
import { createSession, INITIAL } from "../www/lib/session.js";
import { createStore } from "../www/lib/store.js";
import { api } from "./lib/api.js";
import { ask } from "./lib/ask.js";
import { createPanelKeys } from "./lib/keys.js";
import { Line } from "./lib/line.js";
import { keepLog, keptLog } from "./lib/logs.js";
import { marksOf } from "./lib/marks.js";
import { shareRules } from "./lib/rules.js";

/**
 * @import { Deed } from "../www/lib/acts.js"
 * @import { Log } from "../www/lib/edits.js"
 * @import { Reading } from "../www/lib/reading.js"
 * @import { Note, PageState, Refusal, What } from "./lib/protocol.js"
 */

/** What stands in the panel before a page was read. @type {Refusal} */
const INVITATION = {
  title: "Read this page",
  remedy: "Click Pressmark’s button in the toolbar, or press Alt+Shift+A. Its names, dates and quotes come here.",
};

/** What stands there when the tab has gone to another page. @type {Refusal} */
const LEFT = { title: "Another page", remedy: INVITATION.remedy };

/** @type {Readonly<Record<Note, string>>} */
const NOTES = {
  changed: "This page has changed and is no longer followed. Click Pressmark’s button to read it again.",
  cut: "This page is very long: only its beginning was read.",
  cleared: "This page takes the highlights off. Its lists are right here; for highlights, open it in the clean view.",
  failed: "The highlights could not be made. Click Pressmark’s button to try again.",
};

const store = createStore(INITIAL);
const session = createSession(store, createEngine());
/** @type {PageState & { tabId: number } | null} what the tab in front has */
let shown = null;
/** Counts what the panel has turned to: what comes for something before is too late. */
let turn = 0;

const line = new Line({
  state: showPage,
  picked: showPicked,
  lost: () => session.refuse("That place is no longer on the page."),
  none: (refusal, gone) => invite(refusal ?? (gone ? LEFT : INVITATION)),
});

const reading = () => store.get().reading;
/** @param {Deed | null} deed */
const tell = (deed) =>
  showDeed(byId("deed"), deed, {
    undo: acts.undo,
    turn: acts.turn,
    always: (rule) => acts.always(rule, store.get().rules),
    focusBack: () => byId("rail").querySelector("button")?.focus(),
  });
const acts = createActs(session, reading, tell);
const rulebook = createRulebook({ get: () => store.get().rules, set: session.setRules, refuse: session.refuse });
const go = (/** @type {string} */ id) => line.say({ type: "go", id });
const adjust = () => session.refuse("Where a mark begins and ends is changed in the clean view.");
const details = createDetails(byId("details"), {
  acts,
  reading,
  // The card stands beside the row: the marks themselves are on the page.
  segments: () => [...byId("rail").querySelectorAll("[aria-current]")].map((row) => /** @type {HTMLElement} */ (row)),
  visit: go,
  adjust,
});
const rail = createRail(
  byId("rail"),
  [
    { name: "names", title: "Names", make: createNames },
    { name: "dates", title: "Dates", make: createDates },
    { name: "quotes", title: "Quotes", make: createQuotes },
    {
      name: "check",
      title: "Check",
      make: (panel) => createCheck(panel, acts, go, () => store.get().log, rulebook.root),
    },
  ],
  (id) => {
    go(id);
    details.open(id);
  },
);

createPanelKeys({ acts, details, rail, adjust });
createChip(session);
byId("options").addEventListener("click", () => api.runtime.openOptionsPage());
byId("stop").addEventListener("click", () => session.stop());
byId("off").addEventListener("click", () => line.say({ type: "off" }));
byId("read-page").addEventListener("click", () => read("page"));
byId("read-everything").addEventListener("click", () => read("everything"));
byId("paste-instead").addEventListener("click", () => api.tabs.create({ url: api.runtime.getURL("clean.html") }));
byId("clean-view").addEventListener("click", () => {
  if (shown) ask({ type: "open-clean-view", text: shown.text, log: store.get().log, title: shown.title });
});
const painted = /** @type {HTMLInputElement} */ (byId("painted"));
painted.addEventListener("change", () => line.say({ type: "paint", on: painted.checked }));

store.subscribe((state, before) => {
  showChip(state);
  showBusy(state);
  if (state.notice !== before.notice) showNotice(state.notice, session);
  if (state.problem !== before.problem) showProblem(state.problem, session);
  if (state.rules !== before.rules) rulebook.show();
  if (state.log !== before.log && shown?.text === state.text) keepLog(shown.tabId, shown, state.log);
  if (state.reading === before.reading || !state.reading) return;
  showBanner(state.reading);
  showCounts(state.reading);
  rail.show(state.reading);
  details.refresh(state.reading);
  // The page was painted without this article's edits.
  if (before.reading?.text === state.text || isEdited(state.log)) paintAgain(state.reading);
});
shareRules(store, session);

/** @param {Reading} now */
function paintAgain({ text, highlights }) {
  line.say({ type: "marks", text, marks: marksOf(highlights) });
}

/** @param {What} what */
async function read(what) {
  if (line.tabId === null) return;
  const refusal = await ask({ type: "start", tabId: line.tabId, what });
  if (refusal) invite(refusal);
  else line.call();
}

/** @param {PageState} state */
function showPage(state) {
  const page = { ...state, tabId: /** @type {number} */ (line.tabId) };
  const known = /** @type {const} */ (["tabId", "address", "text", "published"]).every(
    (what) => page[what] === shown?.[what],
  );
  shown = page;
  byId("nothing").hidden = true;
  byId("found").hidden = false;
  byId("site").textContent = state.what === "selection" ? `${state.site} · what you selected` : state.site;
  byId("title").textContent = state.title;
  painted.checked = state.painted;
  const note = byId("note");
  note.hidden = state.note === null;
  note.textContent = state.note ? NOTES[state.note] : "";
  if (!known) openText(page);
}

/**
 * Reads what the tab has, with what the reader has changed of it before.
 * @param {PageState & { tabId: number }} page
 */
async function openText(page) {
  tell(null);
  const mine = ++turn;
  const log = await keptLog(page.tabId, page);
  if (mine !== turn) return;
  if (log) session.restore(page.text, log, null);
  else session.open(page.text, null, page.published);
  session.dismissNotice();
}

/** Whether the reader has changed anything but the date. @param {Log} log */
function isEdited(log) {
  return held(log).some(({ op }) => op !== "dating");
}

/**
 * Shows what was clicked on the page.
 * @param {string[]} ids the innermost first
 */
function showPicked([id]) {
  rail.point(id);
  byId("rail").querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  details.open(id);
}

/** @param {Refusal} refusal */
function invite({ title, remedy }) {
  shown = null;
  turn += 1;
  byId("found").hidden = true;
  byId("nothing").hidden = false;
  byId("nothing-title").textContent = title;
  byId("nothing-remedy").textContent = remedy;
  byId("read-everything").hidden = !title.startsWith("No article");
}

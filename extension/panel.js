/**
 * The panel beside the page: the same lists as our own page has, of what the tab's content script has read. It is the
 * place where results are looked up; what is painted on the page is only a sign of them.
 */

import "./lib/provide.js";

import { createChip, showChip } from "../www/lib/chip.js";
import { dateRowFor, showDates } from "../www/lib/dates.js";
import { announce, byId, element } from "../www/lib/dom.js";
import { createEngine } from "../www/lib/engine.js";
import { showBanner, showBusy, showCounts, showNotice, showProblem } from "../www/lib/messages.js";
import { nameRowFor, showNames } from "../www/lib/names.js";
import { quoteRowFor, showQuotes } from "../www/lib/quotes.js";
import { createRail, makeRowsTravel } from "../www/lib/rail.js";
import { createSession, INITIAL } from "../www/lib/session.js";
import { createStore } from "../www/lib/store.js";
import { api } from "./lib/api.js";
import { ask } from "./lib/ask.js";
import { Line } from "./lib/line.js";

/**
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
const rail = createRail([
  { name: "names", rowFor: nameRowFor },
  { name: "dates", rowFor: dateRowFor },
  { name: "quotes", rowFor: quoteRowFor },
]);
/** @type {PageState | null} what the tab in front has */
let shown = null;

const line = new Line({
  state: showPage,
  picked: showPicked,
  lost: () => session.refuse("That place is no longer on the page."),
  none: (refusal, gone) => invite(refusal ?? (gone ? LEFT : INVITATION)),
});

createChip(session);
for (const name of ["names", "dates", "quotes"]) {
  makeRowsTravel(byId(`panel-${name}`), (_, id, words) => {
    line.say({ type: "go", id });
    announce(words);
  });
}

byId("options").addEventListener("click", () => api.runtime.openOptionsPage());
byId("off").addEventListener("click", () => line.say({ type: "off" }));
byId("read-page").addEventListener("click", () => read("page"));
byId("read-everything").addEventListener("click", () => read("everything"));
byId("paste-instead").addEventListener("click", () => api.tabs.create({ url: api.runtime.getURL("clean.html") }));
byId("clean-view").addEventListener("click", () => {
  if (shown) ask({ type: "open-clean-view", text: shown.text, day: dayOf(shown), title: shown.title });
});
const painted = /** @type {HTMLInputElement} */ (byId("painted"));
painted.addEventListener("change", () => line.say({ type: "paint", on: painted.checked }));

store.subscribe((state, before) => {
  showChip(state);
  showBusy(state);
  if (state.notice !== before.notice) showNotice(state.notice, session);
  if (state.problem !== before.problem) showProblem(state.problem, session);
  if (state.reading === before.reading || !state.reading) return;
  showBanner(state.reading);
  showCounts(state.reading);
  showNames(state.reading);
  showDates(state.reading);
  showQuotes(state.reading);
});

/** @param {What} what */
async function read(what) {
  if (line.tabId === null) return;
  const refusal = await ask({ type: "start", tabId: line.tabId, what });
  if (refusal) invite(refusal);
  else line.call();
}

/** @param {PageState} state */
function showPage(state) {
  const fresh = state.text !== shown?.text || state.published !== shown.published;
  shown = state;
  byId("nothing").hidden = true;
  byId("found").hidden = false;
  byId("site").textContent = state.what === "selection" ? `${state.site} · what you selected` : state.site;
  byId("title").textContent = state.title;
  painted.checked = state.painted;
  const note = byId("note");
  note.hidden = state.note === null;
  note.textContent = state.note ? NOTES[state.note] : "";
  if (!fresh) return;
  session.open(state.text, null, state.published === null ? undefined : { by: "page", day: state.published });
  session.dismissNotice();
}

/**
 * Shows the row of what was clicked on the page.
 * @param {string[]} ids the innermost first
 */
function showPicked(ids) {
  const { reading } = store.get();
  const highlight = reading?.highlights.find(({ id }) => id === ids[0]);
  if (!highlight) return;
  const { id, kind, entity } = highlight;
  // The rail knows highlights by the attributes that they have on our own page.
  rail.point(element("mark", { "data-a": id, "data-kind": kind, "data-entity": entity }));
  byId("rail").querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
}

/** @param {Refusal} refusal */
function invite({ title, remedy }) {
  shown = null;
  byId("found").hidden = true;
  byId("nothing").hidden = false;
  byId("nothing-title").textContent = title;
  byId("nothing-remedy").textContent = remedy;
  byId("read-everything").hidden = !title.startsWith("No article");
}

/** The day that the clean view is to count from: what the reader has set here goes before the page's. */
function dayOf(/** @type {PageState} */ { published }) {
  const { dating } = store.get();
  return dating.by === "reader" ? dating.day : published;
}

/** The page: brings the engine, the reader's acts and the views together. */

import { createAppendix } from "./lib/appendix.js";
import { createChip, showChip } from "./lib/chip.js";
import { createDesk } from "./lib/desk.js";
import { announce, byId } from "./lib/dom.js";
import { createEngine } from "./lib/engine.js";
import { offerExamples } from "./lib/examples.js";
import { createExports } from "./lib/exports.js";
import { takeText } from "./lib/intake.js";
import { createMemory } from "./lib/memory.js";
import { showBanner, showBusy, showCounts, showNotice, showProblem } from "./lib/messages.js";
import { keepOffline } from "./lib/offline.js";
import { createPanel } from "./lib/panel.js";
import { offerProbe } from "./lib/probe.js";
import { createSession, INITIAL } from "./lib/session.js";
import { createStore } from "./lib/store.js";
import { nextTask } from "./lib/tasks.js";
import { MAX_EDITABLE } from "./lib/text.js";

/**
 * @import { State } from "./lib/session.js"
 */

const articleRoot = byId("article");
/** @type {HTMLTextAreaElement} */
const editor = byId("editor");

const store = createStore(INITIAL);
const engine = createEngine();
/** For a page that puts a text in as soon as it opens: the extension's clean view. */
export const session = createSession(store, engine);
const desk = createDesk(store, session);

createChip(session);
offerExamples(session);
takeText(editor, session, store.get);
createExports(() => store.get().reading, session);
createAppendix(() => store.get().reading);
byId("edit").addEventListener("click", () => {
  session.startEditing();
  editor.setSelectionRange(0, 0);
  editor.focus();
});
byId("stop").addEventListener("click", () => session.stop());
byId("finish").addEventListener("click", () => {
  session.finishEditing();
  articleRoot.focus();
});
byId("new").addEventListener("click", () => {
  session.startAfresh();
  editor.focus();
});

store.subscribe((state, before) => {
  if (state.text !== before.text) performance.mark("pressmark:text");
  showFrame(state, before);
  showChip(state);
  if (state.notice !== before.notice) showNotice(state.notice, session);
  if (state.problem !== before.problem) showProblem(state.problem, session);
  showBusy(state);
  if (state.reading !== before.reading) showReading(state, before);
  if (state.rules !== before.rules) desk.showRules();
  // Giving the focus has the browser lay the page out: of a long text that is enough for one task.
  if (state.text.length > MAX_EDITABLE) nextTask().then(keepFocus);
  else keepFocus();
});

/**
 * Which of editor, article and rail are there.
 * @param {Readonly<State>} state
 * @param {Readonly<Partial<State>>} before
 */
function showFrame({ text, editing, reading }, before) {
  const empty = text === "";
  document.body.dataset.view = empty ? "write" : editing ? "edit" : "read";
  byId("write").hidden = !editing;
  byId("finish-row").hidden = reading === null;
  byId("editor-label").textContent = empty ? "Paste an article" : "Article text";
  byId("new").hidden = empty;
  const edit = /** @type {HTMLButtonElement} */ (byId("edit"));
  edit.hidden = editing;
  edit.disabled = text.length > MAX_EDITABLE;
  edit.title = edit.disabled ? "This text is too long to edit here. Paste another with Ctrl+V." : "";
  byId("export").hidden = reading === null;
  articleRoot.hidden = byId("rail").hidden = byId("legend").hidden = reading === null;
  if (editing && (text !== before.text || !before.editing) && editor.value !== text) editor.value = text;
}

/**
 * @param {Readonly<State>} state
 * @param {Readonly<Partial<State>>} before
 */
function showReading({ reading }, before) {
  desk.show(reading, before.reading);
  showBanner(reading);
  showCounts(reading);
  if (reading && reading.text !== before.reading?.text) announce(byId("counts").textContent ?? "");
}

/** When what had the focus is hidden, such as the editor after a paste, the article takes it. */
function keepFocus() {
  if (document.activeElement === document.body && !articleRoot.hidden) articleRoot.focus({ preventScroll: true });
}

createMemory(store, session);
createPanel(byId("private"));
offerProbe();
// Its own parts first: what is kept for later must not compete with them.
session.warmUp().finally(keepOffline);

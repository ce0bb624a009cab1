/** The page's memory between visits, with what the reader can say about it. */

import { clear, createStore, delMany, get, setMany } from "../vendor/idb-keyval.js";
import { byId, element } from "./dom.js";
import { createKeeping } from "./keeping.js";
import { parts } from "./parts.js";
import { isolated } from "./rows.js";

/**
 * @import { Entry, Keeping } from "./keeping.js"
 * @import { Session, State } from "./session.js"
 * @import { Store } from "./store.js"
 */

/** How long changes are gathered before they are written, in milliseconds. */
const PAUSE = 250;

/**
 * Brings back what was kept at the last visit, and keeps what is there from then on.
 * @param {Store<State>} store
 * @param {Session} session
 */
export async function createMemory(store, session) {
  const keeping = createKeeping(parts().shelf?.() ?? shelf(), { now: Date.now, newId: () => crypto.randomUUID() });
  const report = createReport();
  await report(recall(keeping, store, session), "");
  const { later, flush } = createWriter(report);
  let isAnother = false;
  store.subscribe(({ text, log, saved, rules, editing }, before) => {
    if (before.text === undefined) return;
    if (text !== before.text || log !== before.log || saved !== before.saved) {
      isAnother ||= text !== before.text && (!editing || before.text === "");
      later("article", async () => {
        const another = isAnother;
        isAnother = false;
        await keeping.keep({ text, log, saved }, another);
        showRecent(keeping, open);
      });
    }
    if (rules !== before.rules) later("rules", () => keeping.keepRules(rules));
  });
  addEventListener("pagehide", flush);
  document.addEventListener("visibilitychange", flush);

  /** @param {Entry} entry */
  async function open({ id }) {
    await flush();
    const kept = await keeping.open(id);
    if (kept) session.restore(kept.text, kept.log, kept.saved);
    else session.refuse("That article is no longer kept.");
  }

  showSettings(keeping);
  showRecent(keeping, open);
  for (const [name, box] of Object.entries(boxes())) {
    box.addEventListener("change", async () => {
      await report(keeping.set({ ...keeping.settings(), [name]: box.checked }), "");
      if (name === "save") await report(keeping.keep(store.get(), true), box.checked ? undefined : "Nothing is saved.");
      showSettings(keeping);
      showRecent(keeping, open);
    });
  }
  byId("forget").addEventListener("click", async () => {
    await flush();
    session.forget();
    await flush();
    await report(keeping.forget(), "Everything is forgotten.");
    showSettings(keeping);
    showRecent(keeping, open);
  });
}

/**
 * @param {Keeping} keeping
 * @param {Store<State>} store
 * @param {Session} session
 */
async function recall(keeping, store, session) {
  const { rules, article } = await keeping.recall();
  if (rules.length > 0) session.setRules(rules);
  // The reader may have been quicker.
  if (article && store.get().text === "") session.restore(article.text, article.log, article.saved);
}

/** Where the browser keeps things for this page. A call that fails there rejects. */
function shelf() {
  /** @type {ReturnType<typeof createStore> | undefined} */
  let at;
  // Opened when first asked: where a browser has closed its storage, even that throws.
  const database = () => {
    at ??= createStore("pressmark", "kept");
    return at;
  };
  return {
    get: async (/** @type {string} */ key) => get(key, database()),
    setMany: async (/** @type {[string, unknown][]} */ entries) => setMany(entries, database()),
    delMany: async (/** @type {string[]} */ keys) => delMany(keys, database()),
    clear: async () => clear(database()),
  };
}

/**
 * Writes one after the other, what comes last of each kind.
 * @param {(work: Promise<unknown>) => Promise<void>} report
 */
function createWriter(report) {
  /** @type {Map<string, () => Promise<unknown>>} */
  const waiting = new Map();
  let timer = 0;
  let writing = Promise.resolve();

  const flush = () => {
    clearTimeout(timer);
    const works = [...waiting.values()];
    waiting.clear();
    for (const work of works) writing = writing.then(() => report(work()));
    return writing;
  };
  return {
    flush,
    /** @param {string} kind @param {() => Promise<unknown>} work */
    later(kind, work) {
      clearTimeout(timer);
      waiting.set(kind, work);
      byId("storage-state").textContent = "Saving…";
      timer = window.setTimeout(flush, PAUSE);
    },
  };
}

/** A function that waits for something to be written, and says if it was not. */
function createReport() {
  const sign = byId("saved");
  const words = byId("storage-state");

  return async (/** @type {Promise<unknown>} */ work, done = "Saved on this device.") => {
    try {
      await work;
      sign.textContent = "";
      words.textContent = done;
    } catch (error) {
      sign.textContent = "Not saved";
      words.textContent = `Not saved: ${reasonOf(error)}. Everything else goes on as before; export what you want to keep.`;
    }
  };
}

/** @param {unknown} error */
function reasonOf(error) {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "QuotaExceededError") return "the browser’s storage is full";
  return "the browser lets this page store nothing here";
}

/** @returns {Record<"save" | "recent", HTMLInputElement>} */
function boxes() {
  return { save: byId("save-article"), recent: byId("keep-recent") };
}

/** @param {Keeping} keeping */
function showSettings(keeping) {
  const { save, recent } = boxes();
  const settings = keeping.settings();
  save.checked = settings.save;
  recent.checked = settings.recent && settings.save;
  recent.disabled = !settings.save;
}

/**
 * @param {Keeping} keeping
 * @param {(entry: Entry) => void} open
 */
function showRecent(keeping, open) {
  const entries = keeping.recent();
  const list = byId("recent");
  list.hidden = entries.length === 0;
  const drop = async (/** @type {Entry} */ { id }) => {
    await keeping.drop(id).catch(() => {});
    showRecent(keeping, open);
  };
  list.replaceChildren(
    element("h3", {}, "Recent"),
    element("ul", { role: "list" }, ...entries.map((entry) => recentRow(entry, open, drop))),
  );
}

/**
 * @param {Entry} entry
 * @param {(entry: Entry) => void} open
 * @param {(entry: Entry) => void} drop
 */
function recentRow(entry, open, drop) {
  const opener = element("button", { type: "button", class: "link" }, isolated(entry.title));
  opener.addEventListener("click", () => open(entry));
  const remover = element("button", { type: "button", class: "link" }, "Forget");
  remover.setAttribute("aria-label", `Forget “${entry.title}”`);
  remover.addEventListener("click", () => drop(entry));
  const when = new Date(entry.at).toLocaleString("en", { dateStyle: "medium", timeStyle: "short" });
  return element("li", {}, opener, element("span", { class: "when" }, when), remover);
}

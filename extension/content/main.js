/**
 * The content script: reads the page when it is told to, has it annotated, paints the marks, and takes everything off
 * again. It reaches no network and keeps nothing; the engine is elsewhere.
 */

import { api } from "../lib/api.js";
import { ask } from "../lib/ask.js";
import { findText } from "./article.js";
import { Painter } from "./painter.js";
import { Watcher } from "./watcher.js";

/**
 * @import { FromPanel, Look, Mark, Note, PageState, ToContent, Tone, ToPanel, What } from "../lib/protocol.js"
 * @import { Article } from "./article.js"
 */

/** Where this script is found by its next injection. */
const KEY = Symbol.for("pressmark");

class Reader {
  /** @type {Article | null} */
  #article = null;
  /** @type {What} */
  #what = "page";
  #on = false;
  /** @type {Look} */
  #look = { paint: true, hidden: [], keep: false };
  /** @type {readonly Mark[]} */
  #marks = [];
  #dateline = false;
  /** @type {Note | null} */
  #note = null;
  #painter = this.#newPainter();
  #watcher = new Watcher(
    () => this.#follow(),
    () => this.#say("changed"),
  );
  /** @type {Set<chrome.runtime.Port>} */
  #panels = new Set();
  /** Which reading is the newest: one that is overtaken shows nothing. */
  #turn = 0;
  /** The reading that the panel has said marks of, which know the reader's edits: they go before the engine's own. */
  #corrected = 0;
  #listensToClicks = false;

  constructor() {
    api.runtime.onMessage.addListener((message, sender, answer) => {
      if (sender.id !== api.runtime.id) return;
      answer(this.#obey(message));
    });
    api.runtime.onConnect.addListener((port) => this.#meet(port));
  }

  /** Whether the extension that put this script here is still there. */
  get alive() {
    return Boolean(api.runtime?.id);
  }

  /** @param {ToContent} message */
  #obey(message) {
    if (message.type === "read") {
      this.#look = message.look;
      return { length: this.read(message.what) };
    }
    if (message.type === "measure") return { length: findText("page")?.map.text.length ?? 0 };
    if (message.type === "look") this.#wear(message.look);
    if (message.type === "off") this.off();
    return null;
  }

  /**
   * Reads the page, or part of it.
   * @param {What} what
   * @param {Look} [look]
   * @returns {number} how long the text is; 0 if there is none, and then nothing has changed
   */
  read(what, look) {
    if (look) this.#look = look;
    const article = findText(what);
    if (!article) return 0;
    this.#what = what;
    this.#on = true;
    // Asked again, it tries again.
    if (this.#painter.cleared) this.#painter = this.#newPainter();
    this.#annotate(article);
    return article.map.text.length;
  }

  /** @param {Article} article */
  async #annotate(article) {
    const turn = ++this.#turn;
    this.#take(article);
    this.#note = this.#lasting(article);
    const tone = toneOf(article);
    try {
      const [{ marks, dateline }] = await Promise.all([
        ask({ type: "read", text: article.map.text, published: article.published }),
        ask({ type: "style", name: this.#painter.name, tone }),
      ]);
      if (turn !== this.#turn) return;
      if (this.#corrected !== turn) this.#marks = marks;
      this.#dateline = dateline;
      this.#paint();
    } catch {
      if (turn !== this.#turn) return;
      this.#note = "failed";
    }
    this.#tellState();
  }

  /**
   * Makes an article the one that is shown.
   * @param {Article} article
   */
  #take(article) {
    this.#article = article;
    const { roots, container, map } = article;
    this.#watcher.watch({ roots, container, nodes: map.nodes() });
  }

  #paint() {
    const { paint, hidden } = this.#look;
    if (!this.#article || !this.#on) return;
    if (paint) {
      this.#painter.show(
        this.#article.map,
        this.#marks.filter(({ kind }) => !hidden.includes(kind)),
      );
    } else this.#painter.clear();
    this.#hearClicks(paint);
  }

  /**
   * The page has changed: reads it anew if it says something else now.
   * @returns {boolean} whether it does
   */
  #follow() {
    this.#painter.restore();
    const before = this.#article;
    const article = this.#what === "selection" ? null : findText(this.#what);
    if (!before || !article) {
      this.#say("changed");
      return false;
    }
    if (article.map.isOf(before.map)) return false;
    if (article.map.text === before.map.text) {
      // The same words in other nodes: only the paint moves.
      this.#take({ ...article, published: before.published });
      this.#paint();
      return false;
    }
    // A page that went on to another article without loading may still carry the first one's date.
    const stale = article.path !== before.path && article.published === before.published;
    this.#annotate(stale ? { ...article, published: null } : article);
    return true;
  }

  /** Takes everything off the page. */
  off() {
    if (!this.#on) return;
    this.#on = false;
    this.#turn += 1;
    this.#painter.clear();
    this.#watcher.stop();
    this.#hearClicks(false);
    this.#article = null;
    this.#marks = [];
    if (this.alive) ask({ type: "unstyle" }).catch(() => null);
    this.#tellState();
  }

  /** @param {Look} look */
  #wear(look) {
    this.#look = look;
    if (!this.#on || !this.#article) return;
    // Colours may have changed: new names, so that no old rule colours them.
    this.#painter.clear();
    this.#painter = this.#newPainter();
    ask({ type: "style", name: this.#painter.name, tone: toneOf(this.#article) }).catch(() => null);
    this.#paint();
    this.#note = this.#note === "cleared" ? this.#lasting(this.#article) : this.#note;
    this.#tellState();
  }

  #newPainter() {
    return new Painter(() => this.#say("cleared"));
  }

  /**
   * What is to be said of a page for as long as it is read.
   * @param {Article} article
   * @returns {Note | null}
   */
  #lasting({ map }) {
    if (this.#painter.cleared) return "cleared";
    return map.cut ? "cut" : null;
  }

  /** @param {Note} note */
  #say(note) {
    if (this.#note === note) return;
    this.#note = note;
    this.#tellState();
  }

  /** @param {chrome.runtime.Port} port the panel's */
  #meet(port) {
    if (port.sender?.id !== api.runtime.id) return;
    this.#panels.add(port);
    port.onMessage.addListener((message) => this.#hear(message, port));
    port.onDisconnect.addListener(() => {
      this.#panels.delete(port);
      if (this.#panels.size === 0 && !this.#look.keep) this.off();
    });
    port.postMessage(this.#state());
  }

  /**
   * @param {FromPanel} message
   * @param {chrome.runtime.Port} port
   */
  #hear(message, port) {
    if (message.type === "hello") port.postMessage(this.#state());
    if (!this.#on) return;
    if (message.type === "off") this.off();
    if (message.type === "paint") this.#wear({ ...this.#look, paint: message.on });
    if (message.type === "marks" && message.text === this.#article?.map.text) {
      this.#marks = message.marks;
      this.#corrected = this.#turn;
      this.#paint();
    }
    if (message.type !== "go") return;
    this.#painter.restore();
    if (!this.#painter.go(message.id)) port.postMessage(/** @type {ToPanel} */ ({ type: "lost", id: message.id }));
  }

  #tellState() {
    const state = this.#state();
    for (const panel of this.#panels) panel.postMessage(state);
  }

  /** @returns {ToPanel & PageState} */
  #state() {
    const article = this.#article;
    return {
      type: "state",
      on: this.#on,
      what: this.#what,
      painted: this.#look.paint && !this.#painter.cleared,
      title: article?.title ?? "",
      site: location.host,
      address: location.origin + location.pathname + location.search,
      text: article?.map.text ?? "",
      published: this.#dateline ? null : (article?.published ?? null),
      note: this.#note,
    };
  }

  /** @param {boolean} on */
  #hearClicks(on) {
    if (on === this.#listensToClicks) return;
    this.#listensToClicks = on;
    if (on) addEventListener("click", this.#click, { capture: true });
    else removeEventListener("click", this.#click, { capture: true });
  }

  /** Alt and a click on a painted word shows it in the panel; every other click is the page's. */
  #click = (/** @type {MouseEvent} */ event) => {
    if (!event.altKey || event.button !== 0 || !event.isTrusted || !this.#article) return;
    const shadowRoots = this.#article.roots.filter((root) => root instanceof ShadowRoot);
    const caret = document.caretPositionFromPoint(event.clientX, event.clientY, { shadowRoots });
    if (!caret) return;
    const { map } = this.#article;
    const at = map.offsetOf(caret.offsetNode, caret.offset);
    const before = map.offsetOf(caret.offsetNode, caret.offset - 1);
    // A caret stands between two characters: the click may have been on the one before.
    const found = [at, before].filter((offset) => offset >= 0).map((offset) => this.#painter.at(offset));
    const marks = found.find((list) => list.length > 0);
    if (!marks) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (this.#panels.size === 0) ask({ type: "open-panel" }).catch(() => null);
    const picked = /** @type {ToPanel} */ ({ type: "picked", ids: marks.map(({ id }) => id) });
    for (const panel of this.#panels) panel.postMessage(picked);
  };
}

/**
 * Whether the page is light, with dark text, or dark: by the colour of the text halfway through the article.
 * @param {Article} article
 * @returns {Tone}
 */
function toneOf({ map }) {
  const [halfway] = map.parts(map.text.length >> 1, (map.text.length >> 1) + 2);
  const parent = halfway?.shown.node.parentElement;
  return parent && lightness(getComputedStyle(parent).color) > 0.55 ? "dark" : "light";
}

/**
 * A computed colour's lightness, about, from 0 to 1.
 * @param {string} colour `rgb(…)`, or what newer notations compute to: `color(srgb …)`, `oklch(…)`, `lab(…)`
 */
function lightness(colour) {
  const [first = 0, second = 0, third = 0] = colour.match(/[\d.]+/g)?.map(Number) ?? [];
  if (/^ok/.test(colour)) return first;
  if (/^l/.test(colour)) return first / 100;
  return (first * 0.3 + second * 0.59 + third * 0.11) / (colour.startsWith("rgb") ? 255 : 1);
}

const world = /** @type {{ [KEY]?: Reader }} */ (/** @type {unknown} */ (globalThis));
if (!world[KEY]?.alive) {
  world[KEY]?.off();
  const reader = new Reader();
  world[KEY] = reader;
  ask({ type: "arrived" })
    .then((welcome) => {
      if (welcome && window === window.top) reader.read("page", welcome.look);
    })
    .catch(() => null);
}

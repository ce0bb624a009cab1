/** How text gets in: pasted anywhere, typed, dropped or opened as a file. */

import { byId } from "./dom.js";
import { createOpening } from "./opening.js";
import { takeShared } from "./shared.js";
import { MAX_EDITABLE } from "./text.js";
import { textOfHtml, UnreadablePage } from "./webpage.js";

/**
 * @import { Session, State } from "./session.js"
 */

/** How long the reader must have stopped typing before the text is read, in milliseconds. */
const TYPING_PAUSE = 350;
/** An edit that brings in this many units at once is no typing: it is a paste by other means. */
const PASTE_LIKE = 80;

/** A paste into the date's field of at most this many units is meant for that field. */
const LONGEST_DATE = 30;

/**
 * @param {HTMLTextAreaElement} editor
 * @param {Session} session
 * @param {() => Readonly<State>} present
 */
export function takeText(editor, session, present) {
  const opening = createOpening(session, present);
  const takeFiles = (/** @type {File[]} */ files) => opening.take(files);
  takePastes(editor, session, takeFiles);
  takeTyping(editor, session);
  takeDrops(session, takeFiles);
  takeOpenedFiles(takeFiles);
  takeShared(takeFiles);
}

/**
 * A paste replaces the article, wherever the focus is, except into an editor that already has text: there it goes
 * where the caret is, unless it is more than an editor can hold. Of rich text only the words are taken.
 * @param {HTMLTextAreaElement} editor
 * @param {Session} session
 * @param {(files: File[]) => void} takeFiles
 */
function takePastes(editor, session, takeFiles) {
  document.addEventListener("paste", (event) => {
    const data = event.clipboardData;
    const files = [...(data?.files ?? [])];
    const text = data?.getData("text/plain") ?? "";
    if (isForField(event.target, text)) return;
    if (event.target === editor && !replacesAll(editor) && text.length + editor.value.length <= MAX_EDITABLE) return;
    event.preventDefault();
    if (text === "" && files.length > 0) takeFiles(files);
    else session.open(textIn(data, session));
  });
}

/**
 * Whether a paste is meant for a field other than the editor. A date's field takes no text, so a long one is an article.
 * @param {EventTarget | null} target
 * @param {string} text
 */
function isForField(target, text) {
  return target instanceof HTMLInputElement && (target.type !== "date" || text.length <= LONGEST_DATE);
}

/**
 * Whether what is pasted would stand alone.
 * @param {HTMLTextAreaElement} editor
 */
function replacesAll({ value, selectionStart, selectionEnd }) {
  return selectionEnd - selectionStart === value.length;
}

/**
 * @param {HTMLTextAreaElement} editor
 * @param {Session} session
 */
function takeTyping(editor, session) {
  let timer = 0;
  let length = 0;
  editor.addEventListener("focus", () => (length = editor.value.length));
  editor.addEventListener("input", () => {
    clearTimeout(timer);
    const grown = editor.value.length - length;
    const wasEmpty = length === 0;
    length = editor.value.length;
    if (wasEmpty && grown >= PASTE_LIKE) session.open(editor.value);
    else timer = window.setTimeout(() => session.edit(editor.value), TYPING_PAUSE);
  });
  editor.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    clearTimeout(timer);
    session.open(editor.value);
  });
}

/**
 * @param {Session} session
 * @param {(files: File[]) => void} takeFiles
 */
function takeDrops(session, takeFiles) {
  const root = document.documentElement;
  // Entering a child fires before leaving its parent: count, and the last one out lowers the curtain.
  let depth = 0;
  const raise = (/** @type {number} */ by) => {
    depth = Math.max(0, depth + by);
    root.classList.toggle("dropping", depth > 0);
  };
  document.addEventListener("dragenter", () => raise(1));
  document.addEventListener("dragleave", () => raise(-1));
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    raise(-depth);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) takeFiles(files);
    else session.open(textIn(event.dataTransfer, session));
  });
}

/** @param {(files: File[]) => void} takeFiles */
function takeOpenedFiles(takeFiles) {
  /** @type {HTMLInputElement} */
  const input = byId("file");
  byId("open").addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    const files = [...(input.files ?? [])];
    // So that the same file can be chosen again.
    input.value = "";
    takeFiles(files);
  });
}

/**
 * The text that was cut or dragged somewhere: as plain text, or else what its markup says.
 * @param {DataTransfer | null} data
 * @param {Session} session
 */
function textIn(data, session) {
  const plain = data?.getData("text/plain") ?? "";
  const html = plain.trim() === "" ? (data?.getData("text/html") ?? "") : "";
  if (html === "") return plain;
  try {
    return textOfHtml(html);
  } catch (error) {
    if (!(error instanceof UnreadablePage)) throw error;
    session.refuse(`That ${error.message}. Copy it as plain text.`);
    return "";
  }
}

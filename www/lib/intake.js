/** How text gets in: pasted anywhere, typed, dropped or opened as a file. */

import { byId } from "./dom.js";
import { checkSize, decodeFile, Refusal } from "./files.js";
import { savedAmong, takeSaved } from "./saved.js";
import { MAX_EDITABLE } from "./text.js";

/**
 * @import { Session } from "./session.js"
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
 * @param {() => string} present the text that is open
 */
export function takeText(editor, session, present) {
  const takeFiles = (/** @type {File[]} */ files) => {
    const work = savedAmong(files);
    if (work) takeSaved(work.saved, work.text, present(), session);
    else if (files.length > 0) takeFile(files[0], session);
  };
  takePastes(editor, session);
  takeTyping(editor, session);
  takeDrops(session, takeFiles);
  takeOpenedFiles(takeFiles);
}

/**
 * A paste replaces the article, wherever the focus is, except into an editor that already has text: there it goes
 * where the caret is, unless it is more than an editor can hold. Only the clipboard's plain text is taken.
 * @param {HTMLTextAreaElement} editor
 * @param {Session} session
 */
function takePastes(editor, session) {
  document.addEventListener("paste", (event) => {
    const data = event.clipboardData;
    const [file] = data?.files ?? [];
    const text = data?.getData("text/plain") ?? "";
    if (event.target instanceof HTMLInputElement && text.length <= LONGEST_DATE) return;
    if (event.target === editor && !replacesAll(editor) && text.length + editor.value.length <= MAX_EDITABLE) return;
    event.preventDefault();
    if (text === "" && file) takeFile(file, session);
    else session.open(text);
  });
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
    else session.open(event.dataTransfer?.getData("text/plain") ?? "");
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
 * Reads a file, or says why not and leaves the present article as it is.
 * @param {File} file
 * @param {Session} session
 */
async function takeFile(file, session) {
  try {
    checkSize(file);
    const { text, warning } = decodeFile(file.name, new Uint8Array(await file.arrayBuffer()));
    session.open(text, warning);
  } catch (error) {
    session.refuse(error instanceof Refusal ? error.message : `“${file.name}” could not be read.`);
  }
}

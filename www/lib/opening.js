/** Files that are opened: one at once, more of them in turn. */

import { byId, element } from "./dom.js";
import { checkSize, decodeFile, Refusal } from "./files.js";
import { savedAmong, takeSaved } from "./saved.js";
import { readPage, UnreadablePage } from "./webpage.js";

/**
 * @import { Log } from "./edits.js"
 * @import { Session } from "./session.js"
 */

/**
 * A file in the row of those that were opened together, and what has been made of it.
 * @typedef {{ file: File, text: string | null, log: Log | null }} Opened
 */

/** Longest list of files that is taken in at once. */
const MOST = 200;

/**
 * @param {Session} session
 * @param {() => { text: string, log: Log }} present what is open now
 */
export function createOpening(session, present) {
  /** @type {Opened[]} */
  let row = [];
  let at = 0;

  /** @param {number} index */
  async function go(index) {
    const { text, log } = present();
    const leaving = row[at];
    // Edits are kept for when the reader comes back to it.
    if (leaving && leaving.text === text) leaving.log = log;
    at = index;
    showRow();
    const entry = row[at];
    if (entry.text !== null && entry.log !== null) await session.restore(entry.text, entry.log, null);
    else await takeFile(entry.file, session);
    if (row[at] === entry) entry.text ??= present().text;
  }

  function showRow() {
    const bar = byId("files");
    bar.hidden = row.length < 2;
    bar.replaceChildren();
    if (bar.hidden) return;
    const words = `File ${at + 1} of ${row.length}: ${row[at].file.name}`;
    const close = button("Close the others", () => {
      row = [];
      showRow();
    });
    const [previous, next] = [row[at - 1], row[at + 1]];
    bar.append(
      element("p", {}, words),
      ...(previous ? [button(`Previous: ${previous.file.name}`, () => go(at - 1))] : []),
      ...(next ? [button(`Next: ${next.file.name}`, () => go(at + 1))] : []),
      close,
    );
  }

  return {
    /**
     * Opens the first of these, and offers the others; or the saved work that is among them.
     * @param {File[]} files
     */
    async take(files) {
      if (files.length === 0) return;
      const work = savedAmong(files);
      if (work) {
        row = [];
        showRow();
        await takeSaved(work.saved, work.text, present().text, session);
        return;
      }
      row = files.slice(0, MOST).map((file) => ({ file, text: null, log: null }));
      at = 0;
      await go(0);
    },
  };
}

/**
 * @param {string} label
 * @param {() => void} press
 */
function button(label, press) {
  const made = element("button", { type: "button", class: "link" }, label);
  made.addEventListener("click", press);
  return made;
}

/**
 * Reads a file, or says why not and leaves the present article as it is.
 * @param {File} file
 * @param {Session} session
 */
async function takeFile(file, session) {
  try {
    checkSize(file);
    const { text, warning, isPage } = decodeFile(file.name, new Uint8Array(await file.arrayBuffer()));
    if (isPage) await takePage(file.name, text, session);
    else session.open(text, warning);
  } catch (error) {
    session.refuse(error instanceof Refusal ? error.message : `“${file.name}” could not be read.`);
  }
}

/**
 * @param {string} name
 * @param {string} html
 * @param {Session} session
 */
async function takePage(name, html, session) {
  try {
    const { text, day, isArticle } = await readPage(html);
    if (text === "") throw new UnreadablePage("is a web page without any text");
    const warning = isArticle ? null : `No article was found in “${name}”: all of its text was taken.`;
    session.open(text, warning, day);
  } catch (error) {
    if (!(error instanceof UnreadablePage)) throw error;
    throw new Refusal(`“${name}” ${error.message}. Open it in a browser, copy the article and paste it here.`);
  }
}

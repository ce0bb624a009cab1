/** Work that comes back: saved results and annotations, opened or dropped like any file. */

import { read } from "./exchange.js";
import { checkSize, decodeFile, Refusal } from "./files.js";
import { counted } from "./text.js";

/**
 * @import { Session } from "./session.js"
 */

/** @param {{ name: string }} file */
export function isSaved({ name }) {
  return /\.(json|jsonld|ann)$/i.test(name);
}

/**
 * Files that go together: annotations, and the text that they are of if it came along.
 * @param {readonly File[]} files
 * @returns {{ saved: File, text: File | null } | null}
 */
export function savedAmong(files) {
  const saved = files.find(isSaved);
  if (!saved) return null;
  const stem = saved.name.replace(/\.[^.]*$/, "");
  return { saved, text: files.find(({ name }) => name === `${stem}.txt`) ?? null };
}

/**
 * Opens a saved result, or says why not and leaves the present article as it is.
 * @param {File} file
 * @param {File | null} textFile the text that came along
 * @param {string} present the text that is open
 * @param {Session} session
 */
export async function takeSaved(file, textFile, present, session) {
  try {
    const content = await textOf(file);
    const text = textFile ? await textOf(textFile) : present;
    const { columns, text: of, placed, moved, lost } = await read(content, text === "" ? null : text);
    session.openSaved(of, columns, `“${file.name}”: ${outcome(placed, moved, lost)}`);
  } catch (error) {
    const known = error instanceof Refusal || (error instanceof Error && "code" in error);
    session.refuse(`“${file.name}”: ${known ? sentence(error.message) : "it could not be read."}`);
  }
}

/** @param {File} file */
async function textOf(file) {
  checkSize(file);
  return decodeFile(file.name, new Uint8Array(await file.arrayBuffer())).text;
}

/**
 * @param {number} placed
 * @param {number} moved
 * @param {number} lost
 */
function outcome(placed, moved, lost) {
  const all = counted(placed + moved + lost, "annotation");
  if (moved + lost === 0) return `${all} opened.`;
  const found = moved > 0 ? ` ${counted(moved, "of them was", "of them were")} found elsewhere in the text.` : "";
  const gone = lost > 0 ? ` ${counted(lost, "could not be placed", "could not be placed")}.` : "";
  return `${all} in the file.${found}${gone}`;
}

/** @param {string} words */
function sentence(words) {
  return `${words}.`;
}

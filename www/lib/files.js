/** What a dropped or opened file is, and its text. Host-free: takes bytes, gives a text or the reason why not. */

import { formatBytes, MAX_LENGTH } from "./text.js";

/**
 * @typedef {{ text: string, warning: string | null, isPage: boolean }} FileText `isPage` if it is the markup of a web page
 */

/** A file that is not read, with words for the reader. */
export class Refusal extends Error {
  /** @override */
  name = "Refusal";
}

/**
 * How files that are no plain text begin, and what to call them.
 * @type {readonly (readonly [start: string, name: string])[]}
 */
const SIGNATURES = [
  ["%PDF-", "a PDF"],
  ["PK\x03\x04", "a Word document, e-book or other zip archive"],
  ["\x1f\x8b", "a compressed file"],
  ["\x89PNG", "a picture"],
  ["\xff\xd8\xff", "a picture"],
  ["GIF8", "a picture"],
  ["RIFF", "a picture, sound or film"],
  ["\xd0\xcf\x11\xe0", "an old Word or Office document"],
  ["{\\rtf", "a rich-text document"],
];

/**
 * Refuses a file by its size alone, before a byte of it is read.
 * @param {{ name: string, size: number }} file
 */
export function checkSize({ name, size }) {
  if (size > MAX_LENGTH) {
    throw new Refusal(
      `“${name}” is ${formatBytes(size)}. Pressmark reads up to ${formatBytes(MAX_LENGTH)}: paste a part of it.`,
    );
  }
}

/**
 * The text of a file: UTF-8, UTF-16, what a web page says, or else Windows-1252 with a warning.
 * @param {string} name
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {FileText}
 * @throws {Refusal} if the file is something other than plain text
 */
export function decodeFile(name, bytes) {
  const start = String.fromCharCode(...bytes.subarray(0, 512));
  const known = SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (known) throw notPlainText(name, known[1]);
  const utf16 = { "\xff\xfe": "utf-16le", "\xfe\xff": "utf-16be" }[start.slice(0, 2)] ?? utf16WithoutMark(start);
  if (utf16) return decoded(name, new TextDecoder(utf16).decode(bytes), null);
  if (looksBinary(bytes)) throw notPlainText(name, "not plain text");
  const said = saidEncoding(String.fromCharCode(...bytes.subarray(0, 1024)));
  try {
    return decoded(name, new TextDecoder(said ?? "utf-8", { fatal: true }).decode(bytes), null);
  } catch {
    const warning = `“${name}” is not ${said ? "what it says it is" : "UTF-8"}. It was read as Windows-1252: check its accents and quotation marks.`;
    return decoded(name, new TextDecoder("windows-1252").decode(bytes), warning);
  }
}

/**
 * @param {string} name
 * @param {string} text
 * @param {string | null} warning
 * @returns {FileText}
 */
function decoded(name, text, warning) {
  const isPage =
    /^\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b/is.test(text.slice(0, 2000)) || /\.x?html?$/i.test(name);
  return { text, warning, isPage };
}

/**
 * UTF-16 that does not say so: in text of the Latin script every other byte is zero.
 * @param {string} start
 */
function utf16WithoutMark(start) {
  const zeros = [0, 0];
  for (let i = 0; i < start.length; i++) if (start.charCodeAt(i) === 0) zeros[i % 2] += 1;
  const [even, odd] = zeros;
  if (odd * 3 > start.length && even * 20 < odd) return "utf-16le";
  return even * 3 > start.length && odd * 20 < even ? "utf-16be" : undefined;
}

/**
 * The encoding that a web page says it has.
 * @param {string} start
 */
function saidEncoding(start) {
  const label = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/i.exec(start)?.[1];
  try {
    return label && new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} name
 * @param {string} what
 */
function notPlainText(name, what) {
  const article = what.startsWith("not") ? "" : ", not plain text";
  return new Refusal(`“${name}” is ${what}${article}. Open it in its own program, copy the article and paste it here.`);
}

/**
 * Text has hardly any control characters; a binary file's first bytes have.
 * @param {Uint8Array} bytes
 */
function looksBinary(bytes) {
  const head = bytes.subarray(0, 4096);
  const controls = head.reduce(
    (sum, byte) => sum + Number(byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13),
    0,
  );
  return controls * 50 > head.length;
}

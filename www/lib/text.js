/** Text as the page takes it in: newlines, sizes, words. Host-free. */

/** Longest text that is read, in UTF-16 units; and largest file, in bytes. */
export const MAX_LENGTH = 20_000_000;

/**
 * Longest text that may stand in a textarea, in UTF-16 units: a browser lays out more than that for so long that
 * the page stops answering.
 */
export const MAX_EDITABLE = 200_000;

/**
 * Newlines as a textarea would give them: CRLF and lone CR become LF. Nothing else is touched, so that offsets and
 * the article's text content agree with what was pasted.
 * @param {string} text
 */
export function withUnixNewlines(text) {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

/**
 * How many words, as a reader would count them: runs between white space that hold a letter or digit.
 * @param {string} text
 */
export function countWords(text) {
  // From a run's first letter on, so that no character is looked at twice.
  const word = /[\p{L}\p{N}]\S*/gu;
  let count = 0;
  while (word.test(text)) count += 1;
  return count;
}

const number = new Intl.NumberFormat("en");

/** @param {number} count */
export function formatCount(count) {
  return number.format(count);
}

/**
 * "1 name", "2,104 names".
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
export function counted(count, one, many = `${one}s`) {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/**
 * A size in units of a thousand: "840 bytes", "12 kB", "10.5 MB".
 * @param {number} bytes
 */
export function formatBytes(bytes) {
  if (bytes < 1000) return counted(bytes, "byte");
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/**
 * At most `length` units of a text's start, never half of a surrogate pair, with an ellipsis if something is left off.
 * @param {string} text
 * @param {number} length
 */
export function shorten(text, length) {
  if (text.length <= length) return text;
  const cut = isHighSurrogate(text.charCodeAt(length - 1)) ? length - 1 : length;
  return `${text.slice(0, cut).trimEnd()}…`;
}

/** @param {number} unit */
export function isHighSurrogate(unit) {
  return unit >= 0xd800 && unit <= 0xdbff;
}

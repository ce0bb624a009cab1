/** The text of a web page that was saved, dropped or pasted: its article if one is found in it, else all of it. */

import { textOf } from "./prose.js";
import { formatBytes } from "./text.js";

/**
 * @typedef {object} PageText
 * @property {string} text paragraphs parted by blank lines; empty if there is none
 * @property {string | null} day on which the page says that it was published, `YYYY-MM-DD`
 * @property {boolean} isArticle whether an article was found, and so the rest left out
 */

/** Largest page that is read, in UTF-16 units: it is parsed at one go, while the browser waits. */
const MAX_PAGE = 5_000_000;
/** Most elements among which an article is looked for; where there are more, all text is taken. */
const MAX_ELEMENTS = 60_000;
/** Deepest nesting that is read; browsers take time that grows with its square, and real pages have some dozens. */
const MAX_DEPTH = 1000;
/** Elements without an end, or that the next of their kind ends. */
const OPEN_ENDED = new Set(
  "area base br col dd dt embed hr img input li link meta option p param source tbody td tfoot th thead tr track wbr".split(
    " ",
  ),
);
/** An article that is shorter than this, and than a fifth of the page, is more likely a stray paragraph. */
const SHORT = 500;

/** Words for the reader when a page cannot be read. */
export class UnreadablePage extends Error {
  /** @override */
  name = "UnreadablePage";
}

/**
 * @param {string} html
 * @returns {Promise<PageText>}
 * @throws {UnreadablePage}
 */
export async function readPage(html) {
  const page = inertDocument(html);
  const all = textOf(page.body);
  const article = page.getElementsByTagName("*").length > MAX_ELEMENTS ? null : await findArticle(page);
  const text = article ? withHead(article, textOf(article.content)) : "";
  const isArticle = text.length >= SHORT || text.length * 5 > all.length;
  return { text: isArticle ? text : all, day: isArticle ? dayOf(article?.publishedTime) : null, isArticle };
}

/**
 * All text of a piece of HTML, such as a clipboard has.
 * @param {string} html
 * @throws {UnreadablePage}
 */
export function textOfHtml(html) {
  return textOf(inertDocument(html).body);
}

/**
 * The markup as a document in which nothing runs, loads or can be seen.
 *
 * Trusted Types let no markup be parsed but by a browser's own sanitizer. A browser without Trusted Types parses it
 * without scripts as well. One that has the first and not the second cannot do it safely, and is not made to.
 * @param {string} html
 * @returns {Document}
 */
function inertDocument(html) {
  if (html.length > MAX_PAGE)
    throw new UnreadablePage(
      `is a web page of ${formatBytes(html.length)}; up to ${formatBytes(MAX_PAGE)} can be read`,
    );
  if (isTooDeep(html)) throw new UnreadablePage(`is a web page nested more than ${MAX_DEPTH} elements deep`);
  const { parseHTML } = /** @type {{ parseHTML?: (html: string, options: object) => Document }} */ (
    /** @type {unknown} */ (Document)
  );
  // Everything but what can run: where an article is, is told by classes and ids.
  if (parseHTML) return parseHTML.call(Document, html, { sanitizer: { removeElements: ["noscript", "template"] } });
  if (!("trustedTypes" in globalThis)) return new DOMParser().parseFromString(html, "text/html");
  throw new UnreadablePage("is a web page, which this browser cannot take apart safely");
}

/**
 * Whether markup is nested deeper than a browser should be asked to parse; told by its tags alone.
 * @param {string} html
 */
function isTooDeep(html) {
  let depth = 0;
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-z][a-z\d-]*)/gi)) {
    if (OPEN_ENDED.has(name.toLowerCase())) continue;
    depth = slash ? Math.max(0, depth - 1) : depth + 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

/**
 * @param {Document} page
 * @returns {Promise<{ title?: string | null, byline?: string | null, publishedTime?: string | null, content: Element } | null>}
 */
async function findArticle(page) {
  // It is large, and few readers bring web pages.
  const { Readability } = await import("../vendor/readability.js");
  try {
    // A second attempt would write markup, which Trusted Types forbid: the first has to do.
    const options = { charThreshold: 1, serializer: (/** @type {Element} */ found) => found };
    return new Readability(page.cloneNode(true), options).parse();
  } catch {
    return null;
  }
}

/**
 * An article's text under its headline and byline, unless it has them itself.
 * @param {{ title?: string | null, byline?: string | null }} article
 * @param {string} body
 */
function withHead({ title, byline }, body) {
  const start = body.slice(0, 1000);
  const by = byline?.replace(/\s+/g, " ").trim();
  const head = [
    title && !start.includes(title) ? title : null,
    by && by.length < 200 && !start.includes(by) ? (/^by\b/i.test(by) ? by : `By ${by}`) : null,
  ];
  return [...head, body].filter(Boolean).join("\n\n");
}

/** @param {string | null | undefined} time */
function dayOf(time) {
  return /^(?:1[89]|2[01])\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])/.exec(time ?? "")?.[0] ?? null;
}

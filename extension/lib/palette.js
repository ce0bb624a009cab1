/**
 * How highlights look on a page that is not ours. Host-free.
 *
 * Fills and underline styles are those of our own page (www/style.css, www/article.css; a test holds them against each
 * other). What a highlight can't have on a foreign page is an outline, so works and products get an underline of their
 * own. The page's text colour stays as it is: the fill goes by whether the page's text is dark or light.
 */

/**
 * @import { HighlightKind } from "../../www/lib/kinds.js"
 * @import { Tone } from "./protocol.js"
 */

/** The highlight that shows for a moment where the reader was taken. */
const FLASH = "#ffb700";

/**
 * @typedef {{ light: string, dark: string, line: string, priority: number }} Paint
 * `line` is a `text-decoration` without its colour; the higher `priority` is painted over the lower.
 */

/** @type {Readonly<Record<HighlightKind, Paint>>} */
export const PAINTS = {
  quote: { light: "#fbf2f5", dark: "#24191f", line: "underline 1.5px", priority: 1 },
  person: { light: "#dcbf8c", dark: "#744f0f", line: "underline 2px", priority: 2 },
  organization: { light: "#9fc8fb", dark: "#00618a", line: "underline double 1.5px", priority: 2 },
  place: { light: "#dbf8dc", dark: "#003814", line: "underline dashed 1.5px", priority: 2 },
  group: { light: "#bdc4bf", dark: "#3f4241", line: "underline wavy 1px", priority: 2 },
  event: { light: "#bdc4bf", dark: "#3f4241", line: "underline overline 1px", priority: 2 },
  work: { light: "#bdc4bf", dark: "#3f4241", line: "overline 1.5px", priority: 2 },
  product: { light: "#bdc4bf", dark: "#3f4241", line: "overline dashed 1.5px", priority: 2 },
  date: { light: "#f8e0fd", dark: "#3e2343", line: "underline dotted 2px", priority: 3 },
};

/** The kinds in the order of their numbers. */
export const KINDS_IN_ORDER = /** @type {HighlightKind[]} */ (Object.keys(PAINTS));

/** The number of the highlight that shows where the reader was taken. */
export const FLASH_NUMBER = KINDS_IN_ORDER.length;

/**
 * The style sheet for highlights called `name` and the kind's number.
 * @param {string} name
 * @param {Tone} tone
 * @param {Partial<Record<HighlightKind, string>>} colours the reader's own
 */
export function styleSheet(name, tone, colours) {
  const rules = KINDS_IN_ORDER.map((kind, number) => {
    const { [tone]: fill, line } = PAINTS[kind];
    const own = colours[kind];
    // A reader's colour is chosen on white; on a dark page it is darkened until light text stands out.
    const background = own ? (tone === "light" ? own : `color-mix(in oklab, ${own} 45%, black)`) : fill;
    return `::highlight(${name}${number}) { background-color: ${background}; text-decoration: ${line}; }`;
  });
  const all = [...KINDS_IN_ORDER.keys(), FLASH_NUMBER].map((number) => `::highlight(${name}${number})`);
  return [
    ...rules,
    `::highlight(${name}${FLASH_NUMBER}) { background-color: ${FLASH}; color: #1b1b1f; }`,
    // In forced colours the browser's own pair; the lines still tell the kinds apart.
    `@media (forced-colors: active) { ${all.join(", ")} { background-color: Mark; color: MarkText; } }`,
  ].join("\n");
}

/** What is highlighted, and how the page names it. Host-free. */

/**
 * @import { Kind } from "../../pkg/index.js"
 */

/**
 * @typedef {Kind} NameKind
 * @typedef {Kind | "date" | "quote"} HighlightKind
 */

/**
 * The kinds of highlights in the order that the page lists them; the key that sets one is its place, from 1.
 * @type {readonly { kind: HighlightKind, one: string, many: string }[]}
 */
export const ALL_KINDS = [
  { kind: "person", one: "Person", many: "People" },
  { kind: "organization", one: "Organization", many: "Organizations" },
  { kind: "place", one: "Place", many: "Places" },
  { kind: "group", one: "Group", many: "Groups" },
  { kind: "event", one: "Event", many: "Events" },
  { kind: "work", one: "Work", many: "Works and laws" },
  { kind: "product", one: "Product", many: "Products" },
  { kind: "date", one: "Date", many: "Dates" },
  { kind: "quote", one: "Quote", many: "Quotes" },
];

/** The kinds of names. */
export const NAME_KINDS = /** @type {readonly { kind: NameKind, one: string, many: string }[]} */ (
  ALL_KINDS.slice(0, 7)
);

const SINGULAR = new Map(ALL_KINDS.map(({ kind, one }) => [kind, one]));

/**
 * "Person" of `person`.
 * @param {HighlightKind} kind
 */
export function kindInWords(kind) {
  return SINGULAR.get(kind) ?? kind;
}

/** What is highlighted, and how the page names it. Host-free. */

/**
 * @import { Kind } from "../../pkg/index.js"
 */

/**
 * @typedef {Kind} NameKind
 * @typedef {Kind | "date" | "quote"} HighlightKind
 */

/**
 * The kinds of names in the order that the rail lists them.
 * @type {readonly { kind: NameKind, one: string, many: string }[]}
 */
export const NAME_KINDS = [
  { kind: "person", one: "Person", many: "People" },
  { kind: "organization", one: "Organization", many: "Organizations" },
  { kind: "place", one: "Place", many: "Places" },
  { kind: "group", one: "Group", many: "Groups" },
  { kind: "event", one: "Event", many: "Events" },
  { kind: "work", one: "Work", many: "Works and laws" },
  { kind: "product", one: "Product", many: "Products" },
];

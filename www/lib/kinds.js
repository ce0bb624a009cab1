/** What is highlighted, and how the page names it. Host-free. */

/**
 * @typedef {'person' | 'organization' | 'place' | 'group' | 'event' | 'work' | 'product'} NameKind
 * @typedef {NameKind | 'date' | 'quote'} HighlightKind
 */

/**
 * The kinds of names in the order that the rail lists them.
 * @type {readonly { kind: NameKind, one: string, many: string, badge: string }[]}
 */
export const NAME_KINDS = [
  { kind: "person", one: "Person", many: "People", badge: "P" },
  { kind: "organization", one: "Organization", many: "Organizations", badge: "O" },
  { kind: "place", one: "Place", many: "Places", badge: "L" },
  { kind: "group", one: "Group", many: "Groups", badge: "G" },
  { kind: "event", one: "Event", many: "Events", badge: "E" },
  { kind: "work", one: "Work", many: "Works and laws", badge: "W" },
  { kind: "product", one: "Product", many: "Products", badge: "T" },
];

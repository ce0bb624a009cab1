/**
 * A reader's personal rules: words that are always a name of one kind, or never marked. They are laid over what the
 * engine finds, before any edit of the article at hand. Host-free.
 */

import { drop, make, unmarkedPlaces } from "./draft.js";
import { NAME_KINDS } from "./kinds.js";

/**
 * @import { Draft } from "./draft.js"
 * @import { NameKind } from "./kinds.js"
 */

/** @typedef {{ words: string, kind: NameKind | "never" }} Rule */

const FORMAT = "pressmark-rules/1";
/** Bounds of what is taken in: far more than anyone writes by hand. */
const MAX_RULES = 2000;
const MAX_WORDS = 200;

/**
 * Adds a rule; one with the same words gives way.
 * @param {readonly Rule[]} rules
 * @param {Rule} rule
 * @returns {Rule[]}
 */
export function withRule(rules, { words, kind }) {
  return [...rules.filter((other) => other.words !== words), { words, kind }];
}

/**
 * @param {Draft} draft
 * @param {readonly Rule[]} rules
 */
export function applyRules(draft, rules) {
  const { text } = draft;
  const kinds = new Map(rules.map(({ words, kind }) => [words, kind]));
  if (kinds.size === 0) return;
  for (const item of [...draft.mentions, ...draft.dates]) {
    const kind = kinds.get(text.slice(item.start, item.end));
    if (kind === undefined || ("kind" in item && item.kind === kind)) continue;
    if (kind === "never") drop(draft, item);
    else make(draft, kind, item, { origin: "edited" });
  }
  for (const [words, kind] of kinds) {
    if (kind !== "never") for (const span of unmarkedPlaces(draft, words)) make(draft, kind, span);
  }
}

/**
 * The rules as a file.
 * @param {readonly Rule[]} rules
 */
export function rulesToJson(rules) {
  return `${JSON.stringify({ format: FORMAT, rules }, null, 2)}\n`;
}

/**
 * The rules in a file that `rulesToJson` wrote.
 * @param {string} json
 * @returns {Rule[]}
 * @throws {TypeError} in words for the reader, if it is something else
 */
export function rulesFromJson(json) {
  const { format, rules } = parsed(json);
  if (format !== FORMAT || !Array.isArray(rules)) throw new TypeError(`it is not a file of rules (“${FORMAT}”)`);
  if (rules.length > MAX_RULES) throw new TypeError(`it has more than ${MAX_RULES} rules`);
  return rules.reduce(
    (all, rule, i) => {
      if (!isRule(rule))
        throw new TypeError(`its rule ${i + 1} needs “words” and a “kind” that is a kind of name or “never”`);
      return withRule(all, rule);
    },
    /** @type {Rule[]} */ ([]),
  );
}

/**
 * @param {string} json
 * @returns {{ format?: unknown, rules?: unknown }}
 */
function parsed(json) {
  try {
    return Object(JSON.parse(json));
  } catch {
    throw new TypeError("it is not JSON");
  }
}

/**
 * @param {any} rule
 * @returns {rule is Rule}
 */
function isRule(rule) {
  const words = rule?.words;
  return (
    typeof words === "string" &&
    words.trim() !== "" &&
    words.length <= MAX_WORDS &&
    (rule.kind === "never" || NAME_KINDS.some(({ kind }) => kind === rule.kind))
  );
}

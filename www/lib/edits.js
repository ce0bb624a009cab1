/**
 * A reader's edits of an article: a log that is laid over what the engine found, each time anew. So a reading with
 * another date or another engine keeps them, and so does a changed text as far as the words they are about still stand
 * in it. Host-free.
 */

import { anchorAt, locate } from "./anchor.js";
import {
  addEntity,
  createDraft,
  drop,
  entityNamed,
  itemsOf,
  kindOf,
  listOf,
  make,
  mentionsOf,
  unmarkedPlaces,
} from "./draft.js";
import { applyRules } from "./rules.js";
import { daysOf } from "./timex.js";

/**
 * @import { Columns, Span } from "../../pkg/index.js"
 * @import { Anchor } from "./anchor.js"
 * @import { Draft, EditedMention, EditedQuote, Item } from "./draft.js"
 * @import { HighlightKind, NameKind } from "./kinds.js"
 * @import { Rule } from "./rules.js"
 * @import { Dating } from "./session.js"
 */

/**
 * What an edit is about: a place, and what was marked there.
 * @typedef {Anchor & { kind: HighlightKind }} Target
 * @typedef {{ at: Anchor } | { name: string }} Who an entity by one of its mentions, or by a name
 */

/**
 * One act of the reader. `all` extends it to every mention of the entity, or every place with the same words.
 * - `accept`: it is right as it is; `remove`: it is none;
 * - `add`, `kind`: it is of this kind; `span`: it reaches from here to there (`to`);
 * - `same`: it is the same as `who`; `split`: it is somebody else than the entity it was given to;
 * - `speaker`: the quote is by `who`, or by nobody; `value`: the date is this one;
 * - `dating`: how the article is dated.
 * @typedef {object} Edit
 * @property {"accept" | "remove" | "add" | "kind" | "span" | "same" | "split" | "speaker" | "value" | "dating"} op
 * @property {Target[]} at
 * @property {boolean} [all]
 * @property {HighlightKind} [kind]
 * @property {Anchor} [to]
 * @property {Who | null} [who]
 * @property {string} [value]
 * @property {Dating} [dating]
 */

/**
 * The edits in order; those from `done` on are taken back and can be done again.
 * @typedef {{ entries: readonly Edit[], done: number }} Log
 * @typedef {Draft & { lost: Target[] }} Edited `lost` are the places that edits are about and the text no longer has
 */

/** @type {Log} */
export const EMPTY_LOG = { entries: [], done: 0 };

/**
 * @param {Log} log
 * @param {Edit} edit
 * @returns {Log}
 */
export function appended({ entries, done }, edit) {
  return { entries: [...entries.slice(0, done), edit], done: done + 1 };
}

/**
 * The log with its last `by` edits taken back, or done again if negative.
 * @param {Log} log
 * @param {number} by
 * @returns {Log}
 */
export function rewound({ entries, done }, by) {
  return { entries, done: Math.min(entries.length, Math.max(0, done - by)) };
}

/**
 * The edits that hold.
 * @param {Log} log
 */
export function held({ entries, done }) {
  return entries.slice(0, done);
}

/**
 * How the article is dated after these edits.
 * @param {Log} log
 * @returns {Dating}
 */
export function datingOf(log) {
  return held(log).findLast(({ op }) => op === "dating")?.dating ?? { by: "text" };
}

/**
 * What an edit of this annotation says it is about.
 * @param {string} text
 * @param {Item} item
 * @returns {Target}
 */
export function targetOf(text, item) {
  return { ...anchorAt(text, item.start, item.end), kind: kindOf(item) };
}

/**
 * @param {string} text the text that was annotated
 * @param {Columns} columns
 * @param {readonly Rule[]} rules
 * @param {Log} log
 * @returns {Generator<undefined, Edited>} in steps
 */
export function* applyEdits(text, columns, rules, log) {
  const draft = yield* createDraft(text, columns);
  applyRules(draft, rules);
  const lost = held(log).flatMap((edit) => perform(draft, edit));
  for (const list of /** @type {const} */ (["mentions", "dates", "quotes"]))
    itemsOf(draft, list).sort((a, b) => a.start - b.start || b.end - a.end);
  return { ...draft, lost };
}

/**
 * @param {Draft} draft
 * @param {Edit} edit
 * @returns {Target[]} those of its places that are lost
 */
function perform(draft, edit) {
  const itemAt = createFinder(draft);
  return edit.at.filter((target) => {
    const span = locate(draft.text, target);
    if (!span) return true;
    const item = itemAt(target, span, edit.op) ?? restored(draft, target, span, edit.op);
    return item !== null && !ACTS[edit.op](draft, item, edit);
  });
}

/**
 * A function that finds the annotation an edit is about: the one that covers just these words; for what should stay
 * whatever the engine finds, also one that overlaps them, which is then cut to them.
 * @param {Draft} draft
 */
function createFinder(draft) {
  /** @type {Map<string, Item> | null} made for the first place, since an edit may be about thousands */
  let exact = null;
  const key = (/** @type {string} */ list, /** @type {Span} */ { start, end }) => `${list} ${start} ${end}`;

  return (/** @type {Target} */ target, /** @type {Span} */ span, /** @type {Edit["op"]} */ op) => {
    const list = listOf(target.kind);
    exact ??= new Map(
      /** @type {const} */ (["mentions", "dates", "quotes"]).flatMap((name) =>
        itemsOf(draft, name).map((item) => /** @type {const} */ ([key(name, item), item])),
      ),
    );
    const found = exact.get(key(list, span));
    if (found && itemsOf(draft, list).includes(found)) return found;
    if (op === "remove" || op === "add") return null;
    const near = itemsOf(draft, list).find((item) => item.start < span.end && span.start < item.end);
    return near ? cut(near, span) : null;
  };
}

/**
 * The annotation that an edit knew and the engine did not find this time; nothing where the edit only took it away.
 * @param {Draft} draft
 * @param {Target} target
 * @param {Span} span
 * @param {Edit["op"]} op
 * @returns {Item | null}
 */
function restored(draft, target, span, op) {
  return op === "remove" ? null : make(draft, target.kind, span);
}

/**
 * What each operation does to the annotation it is about; false where it cannot.
 * @type {Readonly<Record<Edit["op"], (draft: Draft, item: Item, edit: Edit) => boolean>>}
 */
const ACTS = {
  accept(draft, item, { all }) {
    for (const one of all ? alike(draft, item) : [item]) one.checked = true;
    return true;
  },
  remove(draft, item, { all }) {
    for (const one of all ? alike(draft, item) : [item]) {
      if (one.origin !== "user") draft.removed += 1;
      drop(draft, one);
    }
    return true;
  },
  add(draft, item, { all }) {
    const kind = kindOf(item);
    const words = draft.text.slice(item.start, item.end);
    if (all && kind !== "quote") for (const span of unmarkedPlaces(draft, words)) make(draft, kind, span);
    return true;
  },
  kind(draft, item, { kind, all }) {
    if (!kind) return false;
    const items = all ? alike(draft, item) : [item];
    if ("kind" in item && listOf(kind) === "mentions") {
      setKind(draft, /** @type {EditedMention[]} */ (items), /** @type {NameKind} */ (kind));
      return true;
    }
    for (const one of items) {
      drop(draft, one);
      make(draft, kind, one, { origin: one.origin === "user" ? "user" : "edited" });
    }
    return true;
  },
  span(draft, item, { to, all }) {
    const span = to && locate(draft.text, to);
    if (!span) return false;
    if ("kind" in item) resize(draft, item, span, all ?? false);
    else touch(cut(item, span));
    return true;
  },
  same(draft, item, { who, all }) {
    if (!("kind" in item) || !who) return false;
    const entity = entityOf(draft, who, null);
    if (entity === null) return false;
    if (all) merge(draft, item.entity, entity);
    else move(draft, [item], entity);
    return true;
  },
  split(draft, item, { all }) {
    if (!("kind" in item)) return false;
    const words = wordsOf(draft, item);
    const items = mentionsOf(draft, item.entity).filter(
      (one) => one === item || (all && wordsOf(draft, one) === words),
    );
    move(draft, items, addEntity(draft, { kind: item.kind, name: words, aliases: [], role: null, link: null }));
    return true;
  },
  speaker(draft, item, { who }) {
    if (!("style" in item)) return false;
    const entity = who ? entityOf(draft, who, "person") : null;
    if (who && entity === null) return false;
    item.speaker = entity === null ? null : { ...nearestMention(draft, item, entity), entity };
    touch(item);
    return true;
  },
  value(_, item, { value }) {
    if (!("value" in item) || !value) return false;
    Object.assign(item, { value, mod: null, basis: null, rule: "set by you", ...daysOf(value) });
    touch(item);
    return true;
  },
  dating: () => true,
};

/** @param {Item} item */
function touch(item) {
  item.checked = true;
  if (item.origin === "auto") item.origin = "edited";
}

/**
 * The mentions of one's entity; of a date or quote, itself.
 * @param {Draft} draft
 * @param {Item} item
 * @returns {Item[]}
 */
function alike(draft, item) {
  return "kind" in item ? mentionsOf(draft, item.entity) : [item];
}

/**
 * @param {Draft} draft
 * @param {Span} span
 */
function wordsOf({ text }, { start, end }) {
  return text.slice(start, end);
}

/**
 * @param {Item} item
 * @param {Span} span
 */
function cut(item, { start, end }) {
  if ("parts" in item) {
    const inside = item.parts.filter((part) => part.start < end && start < part.end);
    item.parts = (inside.length > 0 ? inside : [{ start, end }]).map((part) => ({ ...part }));
    item.parts[0].start = start;
    item.parts[item.parts.length - 1].end = end;
  }
  item.start = start;
  item.end = end;
  return item;
}

/**
 * @param {Draft} draft
 * @param {EditedMention[]} items some or all mentions of one entity
 * @param {NameKind} kind
 */
function setKind(draft, items, kind) {
  const [{ entity }] = items;
  const whole = items.length === mentionsOf(draft, entity).length;
  if (whole) draft.entities[entity] = { ...draft.entities[entity], kind };
  else move(draft, items, entityNamed(draft, wordsOf(draft, items[0]), kind));
  for (const one of items) {
    one.kind = kind;
    touch(one);
  }
}

/**
 * Cuts a mention anew; with `all`, those of its entity that read the same as well, where the text around them allows.
 * @param {Draft} draft
 * @param {EditedMention} item
 * @param {Span} span
 * @param {boolean} all
 */
function resize(draft, item, span, all) {
  const [old, wanted] = [wordsOf(draft, item), wordsOf(draft, span)];
  const [atStart, atEnd] = [span.start - item.start, span.end - item.end];
  const entity = draft.entities[item.entity];
  for (const one of all ? mentionsOf(draft, item.entity) : [item]) {
    const next = { start: one.start + atStart, end: one.end + atEnd };
    if (wordsOf(draft, one) === old && wordsOf(draft, next) === wanted) touch(cut(one, next));
  }
  if (entity.name === old) draft.entities[item.entity] = { ...entity, name: wanted };
}

/**
 * @param {Draft} draft
 * @param {Who} who
 * @param {NameKind | null} kind of a new entity
 * @returns {number | null}
 */
function entityOf(draft, who, kind) {
  if ("name" in who) return entityNamed(draft, who.name, null);
  const span = locate(draft.text, who.at);
  const mention = span && draft.mentions.find((one) => one.start < span.end && span.start < one.end);
  if (mention) return mention.entity;
  return span && entityNamed(draft, wordsOf(draft, span), kind);
}

/**
 * Gives mentions to another entity, and the quotes with them whose speakers they name.
 * @param {Draft} draft
 * @param {EditedMention[]} items
 * @param {number} entity
 */
function move(draft, items, entity) {
  for (const item of items) {
    item.entity = entity;
    item.kind = draft.entities[entity].kind;
    touch(item);
  }
  for (const { speaker } of draft.quotes) {
    if (speaker && items.some(({ start, end }) => start < speaker.end && speaker.start < end)) speaker.entity = entity;
  }
}

/**
 * Makes one entity of two, under the name of the second.
 * @param {Draft} draft
 * @param {number} from
 * @param {number} into
 */
function merge(draft, from, into) {
  if (from === into) return;
  const [gone, kept] = [draft.entities[from], draft.entities[into]];
  const aliases = [...new Set([...kept.aliases, gone.name, ...gone.aliases])].filter((name) => name !== kept.name);
  draft.entities[into] = { ...kept, aliases, role: kept.role ?? gone.role, link: kept.link ?? gone.link };
  move(draft, mentionsOf(draft, from), into);
  for (const { speaker } of draft.quotes) if (speaker?.entity === from) speaker.entity = into;
}

/**
 * Where a speaker is named nearest to a quote; of one that the text does not name, the place before the quote.
 * @param {Draft} draft
 * @param {EditedQuote} quote
 * @param {number} entity
 * @returns {Span}
 */
function nearestMention(draft, { start, end }, entity) {
  const away = (/** @type {Span} */ one) => Math.max(one.start - end, start - one.end, 0);
  const [nearest] = mentionsOf(draft, entity).sort((a, b) => away(a) - away(b));
  return nearest ? { start: nearest.start, end: nearest.end } : { start, end: start };
}

// Columns as readable objects, made one by one as they are asked for, and the whole as the contract `pressmark/1`.
//
// The engine's codes are indices into the tables below; they stand in the order of the enums in src/analysis.rs,
// and a test compares what comes of them with the command line's JSON.

/**
 * @import { Origin, Span } from "./index.js"
 */

/** @type {typeof import("./index.js").KINDS} */
export const KINDS = Object.freeze(["person", "organization", "place", "group", "event", "work", "product"]);
/** @type {typeof import("./index.js").FORMS} */
export const FORMS = Object.freeze(["name", "surname", "acronym", "alias", "pronoun"]);
/** @type {typeof import("./index.js").DATE_TYPES} */
export const DATE_TYPES = Object.freeze(["DATE", "TIME", "DURATION", "SET"]);
/** @type {typeof import("./index.js").BASES} */
export const BASES = Object.freeze(["explicit", "article", "mentioned", "assumed"]);
/** @type {typeof import("./index.js").STYLES} */
export const STYLES = Object.freeze(["direct", "mixed", "indirect", "term"]);

/** @type {typeof import("./index.js").mentionAt} */
export function mentionAt({ mentions: m }, index) {
  return {
    start: m.start[index],
    end: m.end[index],
    kind: KINDS[m.kind[index]],
    entity: m.entity[index],
    form: FORMS[m.form[index]],
    confidence: shortest(m.confidence[index]),
    ...originAt(m, index),
  };
}

/** @type {typeof import("./index.js").dateAt} */
export function dateAt({ dates: d }, index) {
  return {
    start: d.start[index],
    end: d.end[index],
    type: DATE_TYPES[d.type[index]],
    value: d.value[index],
    mod: d.mod[index],
    from: d.from[index],
    to: d.to[index],
    basis: BASES[d.basis[index]] ?? null,
    confidence: shortest(d.confidence[index]),
    ...originAt(d, index),
  };
}

/** @type {typeof import("./index.js").rangeAt} */
export function rangeAt({ ranges: r }, index) {
  return {
    start: r.start[index],
    end: r.end[index],
    dates: [r.first[index], r.last[index]],
    value: r.value[index],
  };
}

/** @type {typeof import("./index.js").quoteAt} */
export function quoteAt({ quotes: q }, index) {
  const speaker = spanOrNull(q.speakerStart[index], q.speakerEnd[index]);
  const entity = q.speakerEntity[index];
  const parts = [];
  for (let part = q.firstPart[index]; part < q.firstPart[index + 1]; part++) {
    parts.push({ start: q.partStart[part], end: q.partEnd[part] });
  }
  return {
    start: q.start[index],
    end: q.end[index],
    style: STYLES[q.style[index]],
    parts,
    speaker: speaker && { ...speaker, entity: entity < 0 ? null : entity },
    cue: spanOrNull(q.cueStart[index], q.cueEnd[index]),
    confidence: shortest(q.confidence[index]),
    ...originAt(q, index),
  };
}

/** @type {typeof import("./index.js").mentions} */
export function* mentions(columns) {
  for (let i = 0; i < columns.mentions.start.length; i++) yield mentionAt(columns, i);
}

/** @type {typeof import("./index.js").dates} */
export function* dates(columns) {
  for (let i = 0; i < columns.dates.start.length; i++) yield dateAt(columns, i);
}

/** @type {typeof import("./index.js").ranges} */
export function* ranges(columns) {
  for (let i = 0; i < columns.ranges.start.length; i++) yield rangeAt(columns, i);
}

/** @type {typeof import("./index.js").quotes} */
export function* quotes(columns) {
  for (let i = 0; i < columns.quotes.start.length; i++) yield quoteAt(columns, i);
}

/** @type {typeof import("./index.js").entities} */
export function* entities(columns) {
  const { kind, name, aliases, role, link } = columns.entities;
  const mentionsOf = mentionsByEntity(columns);
  for (let id = 0; id < name.length; id++) {
    yield {
      id,
      kind: KINDS[kind[id]],
      name: name[id],
      aliases: aliases[id],
      role: role[id],
      link: link[id],
      mentions: mentionsOf[id],
      ...originAt(columns.entities, id),
    };
  }
}

/** @type {typeof import("./index.js").mentionsByEntity} */
export function mentionsByEntity(columns) {
  const lists = columns.entities.name.map(() => /** @type {number[]} */ ([]));
  columns.mentions.entity.forEach((entity, mention) => lists[entity].push(mention));
  return lists;
}

/** @type {typeof import("./index.js").toJSON} */
export function toJSON(columns, options = {}) {
  const { schema, length, article, provenance } = columns;
  return {
    schema,
    ...(options.id === undefined ? {} : { id: options.id }),
    offsets: "utf16",
    length,
    article,
    mentions: [...mentions(columns)],
    entities: [...entities(columns)],
    dates: [...dates(columns)],
    ranges: [...ranges(columns)],
    quotes: [...quotes(columns)],
    provenance,
  };
}

/** @type {typeof import("./index.js").fromJSON} */
export function fromJSON({
  schema,
  length,
  article,
  mentions: m,
  entities: e,
  dates: d,
  ranges: r,
  quotes: q,
  provenance,
}) {
  const parts = q.flatMap((quote) => quote.parts);
  let sum = 0;
  return {
    schema,
    length,
    article,
    mentions: {
      ...spansOf(m),
      kind: Uint8Array.from(m, ({ kind }) => KINDS.indexOf(kind)),
      entity: Uint32Array.from(m, ({ entity }) => entity),
      form: Uint8Array.from(m, ({ form }) => FORMS.indexOf(form)),
      ...judgedOf(m),
    },
    entities: {
      kind: Uint8Array.from(e, ({ kind }) => KINDS.indexOf(kind)),
      name: e.map(({ name }) => name),
      aliases: e.map(({ aliases }) => aliases),
      role: e.map(({ role }) => role),
      link: e.map(({ link }) => link),
      origin: e.map(({ origin }) => origin ?? "auto"),
    },
    dates: {
      ...spansOf(d),
      type: Uint8Array.from(d, ({ type }) => DATE_TYPES.indexOf(type)),
      value: d.map(({ value }) => value),
      mod: d.map(({ mod }) => mod),
      from: d.map(({ from }) => from),
      to: d.map(({ to }) => to),
      basis: Int32Array.from(d, ({ basis }) => (basis ? BASES.indexOf(basis) : -1)),
      rule: d.map(() => "saved"),
      ...judgedOf(d),
    },
    ranges: {
      ...spansOf(r),
      first: Uint32Array.from(r, ({ dates: [first] }) => first),
      last: Uint32Array.from(r, ({ dates: [, last] }) => last),
      value: r.map(({ value }) => value),
    },
    quotes: {
      ...spansOf(q),
      style: Uint8Array.from(q, ({ style }) => STYLES.indexOf(style)),
      firstPart: Uint32Array.from([0, ...q.map((quote) => (sum += quote.parts.length))]),
      partStart: Uint32Array.from(parts, ({ start }) => start),
      partEnd: Uint32Array.from(parts, ({ end }) => end),
      speakerStart: Int32Array.from(q, ({ speaker }) => speaker?.start ?? -1),
      speakerEnd: Int32Array.from(q, ({ speaker }) => speaker?.end ?? -1),
      speakerEntity: Int32Array.from(q, ({ speaker }) => speaker?.entity ?? -1),
      cueStart: Int32Array.from(q, ({ cue }) => cue?.start ?? -1),
      cueEnd: Int32Array.from(q, ({ cue }) => cue?.end ?? -1),
      ...judgedOf(q),
    },
    provenance: provenance ?? { generator: "", model: "" },
  };
}

/** @param {readonly Span[]} list */
function spansOf(list) {
  return { start: Uint32Array.from(list, ({ start }) => start), end: Uint32Array.from(list, ({ end }) => end) };
}

/** @param {readonly { confidence: number, origin?: Origin }[]} list */
function judgedOf(list) {
  return {
    confidence: Float32Array.from(list, ({ confidence }) => confidence),
    origin: list.map(({ origin }) => origin ?? "auto"),
  };
}

/**
 * The origin of an item that is not automatic, as a field to be spread.
 * @param {{ origin?: Origin[] }} list
 * @param {number} index
 * @returns {{ origin?: Origin }}
 */
function originAt({ origin }, index) {
  const by = origin?.[index];
  return by === undefined || by === "auto" ? {} : { origin: by };
}

/**
 * @param {number} start
 * @param {number} end
 * @returns {Span | null}
 */
function spanOrNull(start, end) {
  return start < 0 ? null : { start, end };
}

/**
 * The shortest decimal that is the same 32-bit float: 0.9, not 0.8999999761581421. The command line's JSON has
 * these too, so that both give the same numbers. By arithmetic: a long text has thousands, and to write each as text
 * and read it again takes many times as long.
 * @param {number} float from 0 to 1
 */
function shortest(float) {
  for (let scale = 10; scale < 1e15; scale *= 10) {
    const decimal = Math.round(float * scale) / scale;
    if (Math.fround(decimal) === float) return decimal;
  }
  return float;
}

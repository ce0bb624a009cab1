// The hand-written types against what really comes out, and against TypeScript as a user of the package runs it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import * as pressmark from "../../pkg/index.js";
import { ARTICLES, annotator, DATE, ROOT, read } from "./support.js";

const DECLARATIONS = read("pkg/index.d.ts").replace(/\/\*.*?\*\//gs, "");

/** Interfaces by name: their fields' types by name, with those of the interface that they extend. */
const INTERFACES = new Map(
  [...DECLARATIONS.matchAll(/interface (\w+)(?: extends (\w+))? \{([^}]*)\}/g)].map(([, name, base, body]) => {
    const fields = [...body.matchAll(/^\s*(\w+)(\??): (.*);$/gm)].map(([, field, optional, type]) => ({
      field,
      optional: optional === "?",
      type,
    }));
    return [name, { base, fields }];
  }),
);

/** Type aliases by name. */
const ALIASES = new Map([...DECLARATIONS.matchAll(/type (\w+) =\s*([^;]*);/g)].map(([, name, type]) => [name, type]));

/** @param {string} name @returns {{ field: string, optional: boolean, type: string }[]} */
function fieldsOf(name) {
  const { base, fields } = INTERFACES.get(name) ?? assert.fail(`no interface ${name}`);
  return base ? [...fieldsOf(base), ...fields] : fields;
}

/** Parts of `type` between `separator`s that no bracket encloses. @param {string} type @param {string} separator */
function split(type, separator) {
  let depth = 0;
  /** @type {string[]} */
  const parts = [""];
  for (const c of type) {
    if ("([".includes(c)) depth++;
    if (")]".includes(c)) depth--;
    if (c === separator && depth === 0) parts.push("");
    else parts[parts.length - 1] += c;
  }
  return parts.map((part) => part.trim());
}

/**
 * Whether `value` is just what `type` says: no field more, none less.
 * @param {unknown} value
 * @param {string} type
 * @param {string} path
 * @returns {string | null} what is wrong
 */
function mismatch(value, type, path) {
  const wrong = `${path} is ${JSON.stringify(value)?.slice(0, 80)}, not ${type}`;
  const choices = split(type, "|");
  if (choices.length > 1) return choices.some((choice) => !mismatch(value, choice, path)) ? null : wrong;
  if (/^\(.*\)$/.test(type)) return mismatch(value, type.slice(1, -1), path);
  if (type.endsWith("[]")) {
    if (!Array.isArray(value)) return wrong;
    return value.map((item, i) => mismatch(item, type.slice(0, -2), `${path}[${i}]`)).find(Boolean) ?? null;
  }
  if (type.startsWith("[")) {
    const items = split(type.slice(1, -1), ",");
    if (!Array.isArray(value) || value.length !== items.length) return wrong;
    return items.map((item, i) => mismatch(value[i], item, `${path}[${i}]`)).find(Boolean) ?? null;
  }
  const alias = ALIASES.get(type);
  if (alias) return mismatch(value, alias, path);
  if (INTERFACES.has(type)) return mismatchOfFields(value, type, path);
  if (type.startsWith('"')) return value === JSON.parse(type) ? null : wrong;
  if (type.endsWith("Array")) return value?.constructor.name === type ? null : wrong;
  if (type === "null") return value === null ? null : wrong;
  return typeof value === type ? null : wrong;
}

/** @param {unknown} value @param {string} type @param {string} path @returns {string | null} */
function mismatchOfFields(value, type, path) {
  if (typeof value !== "object" || value === null) return `${path} is ${value}, not ${type}`;
  const object = /** @type {Record<string, unknown>} */ (value);
  const fields = fieldsOf(type);
  const extra = Object.keys(object).find((key) => !fields.some(({ field }) => field === key));
  if (extra !== undefined) return `${path}.${extra} is not in the types`;
  for (const { field, optional, type: fieldType } of fields) {
    if (!(field in object)) {
      if (optional) continue;
      return `${path}.${field} is missing`;
    }
    const problem = mismatch(object[field], fieldType, `${path}.${field}`);
    if (problem) return problem;
  }
  return null;
}

test("columns are what the types say", () => {
  for (const text of ["", ...ARTICLES]) {
    for (const options of [{}, { date: DATE }, { date: DATE, assumed: true }]) {
      const columns = annotator.annotate(text, options);
      assert.equal(mismatch(columns, "Columns", "columns"), null);
    }
  }
});

test("columns of one list are of one length", () => {
  for (const text of ARTICLES) {
    const { mentions, entities, dates, ranges, quotes } = annotator.annotate(text, { date: DATE });
    const { firstPart, partStart, partEnd, ...ofQuotes } = quotes;
    for (const list of [mentions, entities, dates, ranges, ofQuotes]) {
      assert.equal(new Set(Object.values(list).map((column) => column.length)).size, 1);
    }
    assert.equal(firstPart.length, quotes.start.length + 1);
    assert.deepEqual([partStart.length, partEnd.length], [firstPart.at(-1), firstPart.at(-1)]);
  }
});

test("reports are what the types say", () => {
  for (const text of ["", ...ARTICLES]) {
    const columns = annotator.annotate(text, { date: DATE });
    assert.equal(mismatch(pressmark.toJSON(columns), "Report", "report"), null);
    assert.equal(mismatch(pressmark.toJSON(columns, { id: "x" }), "Report", "report"), null);
  }
});

test("the checker of this file sees what is wrong", () => {
  const columns = annotator.annotate(ARTICLES[0]);
  const report = pressmark.toJSON(columns);
  assert.match(mismatch({ ...columns, extra: 1 }, "Columns", "c") ?? "", /c\.extra is not in the types/);
  assert.match(mismatch({ ...columns, length: "7" }, "Columns", "c") ?? "", /c\.length/);
  const mentions = { ...columns.mentions, start: new Int32Array() };
  assert.match(mismatch({ ...columns, mentions }, "Columns", "c") ?? "", /c\.mentions\.start/);
  const article = { ...report.article, dateFrom: "guess" };
  assert.match(mismatch({ ...report, article }, "Report", "r") ?? "", /r\.article\.dateFrom/);
});

test("the module exports what the types declare", () => {
  const declared = [...DECLARATIONS.matchAll(/^export (?:const|function|class) (\w+)/gm)].map(([, name]) => name);
  assert.deepEqual(Object.keys(pressmark).sort(), declared.sort());
});

test("a strict TypeScript program can use the package by its names", () => {
  const folder = mkdtempSync(join(tmpdir(), "pressmark-"));
  after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(fileURLToPath(new URL("pkg", ROOT)), join(folder, "node_modules/pressmark"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(
    join(folder, "use.ts"),
    `import { createAnnotator, quotes, toJSON, AnnotatorError, type Columns, type Kind } from "pressmark";
import { WorkerAnnotator } from "pressmark/worker-client";
using annotator = await createAnnotator({ model: new Uint8Array(3) });
const columns: Columns = annotator.annotate("text", { date: "2024-06-14" });
for (const quote of quotes(columns)) console.log(quote.speaker?.entity, quote.parts[0].start);
const kind: Kind = toJSON(columns, { id: "a" }).entities[0].kind;
const worker = new WorkerAnnotator({ worker: () => new Worker("worker.js", { type: "module" }) });
const again: Columns = await worker.annotate("text", { signal: AbortSignal.timeout(9) });
if (new Error() instanceof AnnotatorError) console.log(kind, again);
// @ts-expect-error: dates are strings
annotator.annotate("text", { date: new Date() });
// @ts-expect-error: this is the types of one version of the contract
columns.schema = "pressmark/2";
`,
  );
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: { noEmit: true, strict: true, target: "esnext", module: "nodenext", types: [] },
      files: ["use.ts"],
    }),
  );
  const tsc = fileURLToPath(new URL("tests/node_modules/typescript/bin/tsc", ROOT));
  try {
    execFileSync(process.execPath, [tsc], { cwd: folder, encoding: "utf8" });
  } catch (error) {
    assert.fail(/** @type {{ stdout: string }} */ (error).stdout);
  }
});

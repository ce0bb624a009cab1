// What the tests of the package share: texts, the annotator, the command line, and the words of a result.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createAnnotator } from "../../pkg/index.js";

/** The project's folder. */
export const ROOT = new URL("../../", import.meta.url);

/** @param {string} path in the project */
export function read(path) {
  return readFileSync(new URL(path, ROOT), "utf8");
}

/** The engine with its model, loaded once. */
export const annotator = await createAnnotator();

/** The day that relative dates of the texts below are resolved against. */
export const DATE = "2024-06-14";

/** Our own articles, and one made to hold some of everything. */
export const ARTICLES = [
  ...readdirSync(new URL("tests/articles/", ROOT)).map((slug) => read(`tests/articles/${slug}/article.txt`)),
  "Harbour bridge reopens 😀\n\n“We are glad,” Mayor Ines Calloway told the BBC on Tuesday. “It took two years.”\n" +
    "Calloway said the bridge would stay open from Monday to Wednesday. The so-called “green lane” opened in Lisbon.\n",
];

/** Strings that break offsets and parsers; none of them is an article. */
export const HARD_TEXTS = [
  "",
  " ",
  "\n",
  "\u0000",
  "\uFEFF“Start,” said Ann Lee.",
  "\r\n\r\n“One,”\r said\n\r Ann Lee\r\non Monday\u2028.\u2029",
  "😀👩‍👩‍👧‍👦🇵🇹 “Olá, João,” said 𝒜nn 𝓛ee of Škoda 😀 on Monday.",
  "\u202E“edoc sdrawkcab,”\u202C said \u2066Ann Lee\u2069.",
  "Z̷̢͖̈́a̵͚͑l̸̺̈́g̶̣̈́o̴̲̚ spoke to Ann\u00AD Lee\u200B on\u00A0Monday.",
  "a\u0000b\u0001c\u007F\u0085 “d\u0000” said Ann Lee.",
  "Die Bundesregierung teilte am Montag in Berlin mit: „Wir prüfen das“, sagte Regierungssprecher Karl Ohm.",
  "北京6月14日電 外交部發言人週五表示：「我們注意到了。」",
  "1/1/1/1/1/1/1/1/1/1 99999999-99-99 0000-00-00 2023-02-29 31 April",
  "\"'“‘«„".repeat(50),
  `said said said ${"“".repeat(500)}`,
  "<script>alert(1)</script> & ignore all previous instructions",
];

/** As above, with halves of surrogate pairs, which only a JavaScript string can hold. */
export const LONE_SURROGATES = [
  "\uD800",
  "\uDFFF\uD800",
  "\uD83D “Half,” said Ann Lee \uDE00 on Monday.",
  "😀\uD83D😀\uDE00 “Between,” said Ann\uD800 Lee.",
];

/** @type {string | undefined} */
let command;

/** The `pressmark` command, built from the sources at hand. */
function pressmark() {
  if (command) return command;
  const build = ["build", "--quiet", "--package", "pressmark-cli", "--message-format", "json-render-diagnostics"];
  const messages = execFileSync("cargo", build, { cwd: fileURLToPath(ROOT), encoding: "utf8", maxBuffer: 1 << 28 });
  const artifacts = messages
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const path = artifacts.findLast((artifact) => artifact.executable)?.executable;
  if (!path) throw new Error("cargo built no command");
  command = path;
  return path;
}

/**
 * What the command line says of `texts`, in order.
 * @param {string[]} texts without lone surrogates
 * @param {...string} options
 * @returns {any[]}
 */
export function fromCommandLine(texts, ...options) {
  const input = texts.map((text, index) => JSON.stringify({ id: `t${index}`, text })).join("\n");
  const output = execFileSync(pressmark(), ["--jsonl", "--date", DATE, ...options], {
    input,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return output
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/**
 * The annotated page that the command line makes of a text.
 * @param {string} text without lone surrogates and NULs
 */
export function pageFromCommandLine(text) {
  return execFileSync(pressmark(), ["--format", "html", "--date", DATE], { input: text, encoding: "utf8" });
}

/**
 * Every `{start, end}` in a result, in order.
 * @param {unknown} value
 * @returns {{ start: number, end: number }[]}
 */
export function spansIn(value) {
  if (typeof value !== "object" || value === null) return [];
  const { start, end } = /** @type {Record<string, unknown>} */ (value);
  const own = typeof start === "number" && typeof end === "number" ? [{ start, end }] : [];
  return [...own, ...Object.values(value).flatMap(spansIn)];
}

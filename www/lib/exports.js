/** The Export menu: copy, save and print what was found. */

import { announce, byId, closest, element } from "./dom.js";
import { formatOf, write } from "./exchange.js";
import { fileName } from "./filenames.js";

/**
 * @import { FormatName, ListName, WriteOptions } from "../../pkg/exchange.js"
 * @import { Reading } from "./reading.js"
 * @import { Session } from "./session.js"
 */

/**
 * What the menu offers to save.
 * @typedef {{ label: string, about: string, format: FormatName, list?: ListName }} Offer
 */

/** How far the menu keeps from its button and from the window's edges, and its width (export.css), in pixels. */
const GAP = 8;
const WIDTH = 320;

/** @type {readonly Offer[]} */
const SAVED = [
  { label: "Pressmark file", about: ".json, to open here again", format: "json" },
  { label: "Annotated page", about: ".html, for any browser", format: "html" },
  { label: "Notes", about: ".md, Markdown", format: "markdown" },
  { label: "Names", about: ".csv, a table", format: "csv", list: "names" },
  { label: "Mentions", about: ".csv, a table", format: "csv", list: "mentions" },
  { label: "Dates", about: ".csv, a table", format: "csv", list: "dates" },
  { label: "Quotes", about: ".csv, a table", format: "csv", list: "quotes" },
  { label: "Calendar", about: ".ics, resolved dates", format: "ics" },
  { label: "Web Annotations", about: ".jsonld, W3C", format: "webannotation" },
  { label: "schema.org", about: ".jsonld, for web pages", format: "schemaorg" },
  { label: "brat", about: ".ann and .txt", format: "brat" },
  { label: "CoNLL", about: ".conll, tokens with tags", format: "conll" },
];

/** @type {readonly { label: string, list?: ListName }[]} */
const COPIED = [
  { label: "Notes" },
  { label: "Names", list: "names" },
  { label: "Quotes with speakers", list: "quotes" },
  { label: "Dates", list: "dates" },
];

/**
 * @param {() => Reading | null} reading
 * @param {Session} session
 */
export function createExports(reading, session) {
  const button = byId("export");
  const menu = byId("export-menu");
  /** @type {HTMLSelectElement} */
  const text = byId("export-text");

  byId("export-copy").append(...COPIED.map(({ label }, i) => choice(label, "", { "data-copy": i })));
  byId("export-save").append(...SAVED.map(({ label, about }, i) => choice(label, about, { "data-save": i })));

  menu.addEventListener("beforetoggle", ({ newState }) => newState === "open" && placeUnder(menu, button));
  menu.addEventListener("toggle", ({ newState }) => button.setAttribute("aria-expanded", String(newState === "open")));
  // The browser itself gives it the focus as the menu opens.
  menu.querySelector("button")?.setAttribute("autofocus", "");
  menu.addEventListener("click", (event) => {
    const pressed = closest(event, "button");
    const now = reading();
    if (!pressed || !now) return;
    menu.hidePopover();
    button.focus();
    const { copy: copied, save: saved } = pressed.dataset;
    if (copied) perform(copy(now, COPIED[Number(copied)].list), session);
    else if (saved) perform(save(now, SAVED[Number(saved)], fullText(text.value)), session);
    else window.print();
  });
}

/**
 * Puts the menu under its button, before it shows: a menu that moves is clicked in the wrong place.
 * @param {HTMLElement} menu
 * @param {HTMLElement} button
 */
function placeUnder(menu, button) {
  const { bottom, right } = button.getBoundingClientRect();
  const room = document.documentElement.clientWidth;
  menu.style.insetBlockStart = `${bottom + scrollY + GAP}px`;
  menu.style.insetInlineEnd = `${Math.max(GAP, Math.min(room - right, room - WIDTH - GAP))}px`;
}

/**
 * @param {string} label
 * @param {string} about
 * @param {Record<string, number>} data
 */
function choice(label, about, data) {
  return element(
    "li",
    {},
    element("button", { type: "button", ...data }, label, about ? element("span", { class: "about" }, about) : null),
  );
}

/**
 * The choice of the menu as an option; as usual for the form if it is not made.
 * @param {string} value
 */
function fullText(value) {
  return value === "" ? undefined : value === "all";
}

/**
 * @param {Promise<string>} act gives the words to say when it is done
 * @param {Session} session
 */
async function perform(act, session) {
  try {
    announce(await act);
  } catch (error) {
    session.refuse(`That could not be exported: ${error instanceof Error ? error.message : error}`);
  }
}

/**
 * @param {Reading} reading
 * @param {ListName} [list]
 */
async function copy(reading, list) {
  const plain = write(reading, { format: list ? "text" : "markdown", list, fullText: false });
  /** @type {Record<string, Promise<Blob>>} */
  const kinds = { "text/plain": plain.then((words) => new Blob([words], { type: "text/plain" })) };
  if (!list) {
    const rich = write(reading, { format: "richtext" });
    kinds["text/html"] = rich.then((words) => new Blob([words], { type: "text/html" }));
  }
  // At once, with promises in it: the clipboard is open only while the click lasts.
  await navigator.clipboard.write([new ClipboardItem(kinds)]);
  return "Copied.";
}

/**
 * @param {Reading} reading
 * @param {Offer} offer
 * @param {boolean | undefined} whole
 */
async function save(reading, { format, list }, whole) {
  /** @type {WriteOptions} */
  const options = { format, list, fullText: whole };
  const { extension, type } = await formatOf(format);
  const name = (/** @type {string} */ ending) => fileName(headlineOf(reading), ending);
  const written = await write(reading, options);
  // Spreadsheets take a table for UTF-8 only if it begins with this mark.
  const mark = format === "csv" ? "\ufeff" : "";
  download(name(`${list ? `-${list}` : ""}.${extension}`), type, mark + written);
  if (format === "brat") download(name(".txt"), "text/plain", reading.text);
  return "Saved.";
}

/**
 * The headline; of a text that has none, its first line.
 * @param {Reading} reading
 */
function headlineOf({ text, columns: { article } }) {
  return article.headline
    ? text.slice(article.headline.start, article.headline.end)
    : text.trimStart().split("\n", 1)[0];
}

/**
 * @param {string} name
 * @param {string} type
 * @param {string} content
 */
function download(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = element("a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  // Not at once: the browser reads it after this task.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

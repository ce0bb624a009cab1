/** What is printed after the article: legend, people and other names, timeline, quotes by speaker, and what made it. */

import { byId, element } from "./dom.js";
import { resolvedInWords } from "./explain.js";
import { ALL_KINDS, NAME_KINDS } from "./kinds.js";
import { aboutName } from "./names.js";
import { isolated } from "./rows.js";

/**
 * @import { Reading } from "./reading.js"
 */

/**
 * Makes the appendix when the page is about to be printed.
 * @param {() => Reading | null} reading
 */
export function createAppendix(reading) {
  const appendix = byId("appendix");
  window.addEventListener("beforeprint", () => {
    const now = reading();
    appendix.replaceChildren(...(now ? contents(now) : []));
  });
}

/** @param {Reading} reading */
function contents(reading) {
  const { names, dates, speakers, columns } = reading;
  const kinds = new Set(reading.highlights.map(({ kind }) => kind));
  const legend = ALL_KINDS.filter(({ kind }) => kinds.has(kind)).map(({ kind, one }) =>
    element("span", { class: "sample", "data-kind": kind }, one),
  );
  const { generator, model } = columns.provenance;
  const day = columns.article.date ?? "not known";
  return [
    element("p", { class: "made" }, `Found by ${generator} (model ${model}), not verified. Article date: ${day}.`),
    element("p", { class: "legend" }, ...legend.flatMap((sample) => [sample, " "])),
    ...NAME_KINDS.map(({ kind, many }) =>
      list(
        many,
        names.filter((name) => name.kind === kind).map((name) => [name.name, aboutName(name) ?? ""]),
      ),
    ),
    list(
      "Timeline",
      dates.map((date) => [resolvedInWords(date), date.words.map((words) => `“${words}”`).join(", ")]),
    ),
    ...speakers.map(({ speaker, quotes }) =>
      list(
        `Quotes: ${speaker ?? "nobody named"}`,
        quotes.map(({ text, style }) => [style === "direct" ? `“${text}”` : text, ""]),
      ),
    ),
  ].filter((part) => part !== null);
}

/**
 * @param {string} title
 * @param {string[][]} items
 */
function list(title, items) {
  if (items.length === 0) return null;
  const rows = items.map(([words, about]) =>
    element("li", {}, isolated(words), about === "" ? null : isolated(about, "about")),
  );
  return element("section", {}, element("h3", {}, title), element("ul", {}, ...rows));
}

/** The rail's list of quotes: by speaker, those without one first because they want checking, or as a script. */

import { element } from "./dom.js";
import { STYLES } from "./explain.js";
import { button, chooser, isolated, nothing, pagedList, placeRow, rowWithPlace } from "./rows.js";
import { bar } from "./strips.js";
import { formatCount, shorten } from "./text.js";
import { scriptOf } from "./voices.js";

/**
 * @import { Reading } from "./reading.js"
 * @import { ListView } from "./rows.js"
 * @import { Line, QuoteItem, SpeakerItem } from "./voices.js"
 */

const FILTERS = { all: "All quotes", direct: "Direct", mixed: "Partly quoted", indirect: "Reported" };

/**
 * @param {HTMLElement} panel
 * @returns {ListView}
 */
export function createQuotes(panel) {
  /** @type {Reading | null} */
  let shown = null;
  let asScript = false;
  /** @type {keyof typeof FILTERS} */
  let style = "all";
  const filter = chooser("Style of quotes", FILTERS, (wanted) => {
    style = wanted;
    fill();
  });
  const script = button("Script", () => {
    asScript = !asScript;
    script.setAttribute("aria-pressed", String(asScript));
    fill();
  });
  script.setAttribute("aria-pressed", "false");
  const list = element("div");
  panel.append(element("div", { class: "tools" }, filter, script), list);

  function fill() {
    if (!shown) return;
    const isWanted = (/** @type {QuoteItem} */ quote) => style === "all" || quote.style === style;
    const made = asScript ? scriptView(shown, isWanted) : speakersView(shown, isWanted);
    const none = shown.quotes.length === 0 ? "No quotes found." : "No quote is of this style.";
    list.replaceChildren(...(made.length > 0 ? made : [nothing(none)]));
  }

  return {
    filter,
    count: ({ quotes }) => quotes.length,
    rowFor: (id) => rowWithPlace(list, id),
    show(reading) {
      shown = reading;
      fill();
    },
  };
}

/**
 * @param {Reading} reading
 * @param {(quote: QuoteItem) => boolean} isWanted
 */
function speakersView({ speakers, quotes }, isWanted) {
  const sections = speakers.flatMap((item) => {
    const wanted = item.quotes.filter(isWanted);
    return wanted.length > 0 ? [speakerSection({ ...item, quotes: wanted })] : [];
  });
  const terms = quotes.filter((quote) => quote.style === "term" && isWanted(quote));
  if (terms.length > 0) {
    const heading = element(
      "h3",
      {},
      "Terms in quotation marks",
      element("span", { class: "count" }, formatCount(terms.length)),
    );
    sections.push(element("section", {}, heading, ...pagedList(terms, quoteRow)));
  }
  return sections;
}

/** @param {SpeakerItem} item */
function speakerSection({ speaker, quotes, share }) {
  const percent = `${Math.round(share * 100)} % of quoted words`;
  return element(
    "section",
    { class: speaker === null ? "unattributed" : null },
    element(
      "h3",
      {},
      isolated(speaker ?? "No speaker found"),
      bar(0, share),
      element("span", { class: "count" }, percent),
    ),
    ...pagedList(quotes, quoteRow),
  );
}

/** @param {QuoteItem} quote */
function quoteRow({ id, style, text, cue }) {
  const about = cue === null ? STYLES[style] : `${STYLES[style]} · ${cue}`;
  return placeRow(
    { key: id, places: [id], class: style },
    element(
      "span",
      { class: "what" },
      isolated(shorten(text, 220), "said"),
      element("span", { class: "about" }, about),
    ),
  );
}

/**
 * @param {Reading} reading
 * @param {(quote: QuoteItem) => boolean} isWanted
 */
function scriptView({ text, quotes }, isWanted) {
  const isSaid = (/** @type {Line} */ line) =>
    "quote" in line || betweenQuotes(text.slice(line.start, line.end)) !== "";
  const lines = scriptOf(text.length, quotes.filter(isWanted)).filter(isSaid);
  return lines.length > 1
    ? [element("div", { class: "script" }, ...pagedList(lines, (line) => scriptLine(text, line)))]
    : [];
}

/**
 * @param {string} text
 * @param {Line} line
 */
function scriptLine(text, line) {
  if (!("quote" in line)) return isolated(betweenQuotes(text.slice(line.start, line.end)), "narrator");
  const { id, style, speaker, text: words } = line.quote;
  const who = isolated(speaker ?? "No speaker found", "name");
  return placeRow(
    { key: id, places: [id], class: style },
    element("span", { class: "what" }, who, isolated(words, "said")),
  );
}

/**
 * What the narrator says, without the marks and stops that belong to the quotes: a long piece by its start and its end.
 * @param {string} words
 */
function betweenQuotes(words) {
  const plain = words.replace(/\s+/g, " ").replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.!?:]+$/gu, "");
  return plain.length > 240 ? `${shorten(plain, 140)} ${plain.slice(-90).replace(/^\S*/, "")}` : plain;
}

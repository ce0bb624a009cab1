/** The rail's list of quotes, by speaker; those without one first, because they want checking. */

import { byId, element } from "./dom.js";
import { isolated, nothing, pagedList, placeRow } from "./rows.js";
import { formatCount, shorten } from "./text.js";

/**
 * @import { QuoteItem, Reading, SpeakerItem } from "./reading.js"
 */

const panel = byId("panel-quotes");

/** @type {Readonly<Record<QuoteItem["style"], string>>} */
const STYLES = { direct: "direct", mixed: "partly quoted", indirect: "reported", term: "term" };

/** @param {Reading} reading */
export function showQuotes({ speakers, terms }) {
  const sections = speakers.map(speakerSection);
  if (terms.length > 0)
    sections.push(
      element(
        "section",
        {},
        heading("Terms in quotation marks", formatCount(terms.length)),
        ...pagedList(terms, (term) => quoteRow(term, "Term")),
      ),
    );
  panel.replaceChildren(...(sections.length > 0 ? sections : [nothing("No quotes found.")]));
}

/**
 * The row of the quote that a highlight is part of.
 * @param {HTMLElement} highlight
 * @returns {HTMLElement | null}
 */
export function quoteRowFor({ dataset }) {
  return dataset.kind === "quote" ? panel.querySelector(`[data-places="${dataset.a}"]`) : null;
}

/** @param {SpeakerItem} item */
function speakerSection({ speaker, quotes, share }) {
  const name = speaker ?? "No speaker found";
  const percent = `${Math.round(share * 100)} % of quoted words`;
  return element(
    "section",
    { class: speaker === null ? "unattributed" : null },
    heading(name, percent),
    ...pagedList(quotes, (quote) => quoteRow(quote, name)),
  );
}

/**
 * @param {string} name
 * @param {string} aside
 */
function heading(name, aside) {
  return element("h3", {}, isolated(name), element("span", { class: "count" }, aside));
}

/**
 * @param {QuoteItem} quote
 * @param {string} speaker
 */
function quoteRow({ id, style, text, cue }, speaker) {
  const about = cue === null ? STYLES[style] : `${STYLES[style]} · ${cue}`;
  return placeRow(
    { places: [id], words: `Quote, ${speaker}: ${shorten(text, 120)}`, class: style },
    element(
      "span",
      { class: "what" },
      isolated(shorten(text, 220), "said"),
      element("span", { class: "about" }, about),
    ),
  );
}

/** The article's date: always in sight, with where it came from; changing it resolves the relative dates anew. */

import { byId, element } from "./dom.js";
import { dayInWords, weekdayOf } from "./timex.js";

/**
 * @import { Session, State } from "./session.js"
 */

const chip = byId("dating");
/** @type {HTMLInputElement} */
const input = byId("article-date");
const source = byId("date-source");

/**
 * What the chip says: where the date came from, and what can be done about it.
 * @typedef {{ day: string, tone: "known" | "asking" | "assumed", words: string, offers: Offer[] }} View
 * @typedef {"assume" | "text"} Offer
 */

/** @param {Session} session */
export function createChip(session) {
  let applied = "";
  let isWriting = false;
  const apply = () => {
    // A year that is still being typed is out of the input's range.
    if (!input.validity.valid || input.value === applied) return;
    applied = input.value;
    session.setDating(input.value === "" ? { by: "text" } : { by: "reader", day: input.value }, isWriting);
    isWriting = true;
  };
  input.addEventListener("focus", () => {
    applied = input.value;
    isWriting = false;
  });
  input.addEventListener("input", apply);
  input.addEventListener("change", apply);
  source.addEventListener("click", ({ target }) => {
    const offer = target instanceof HTMLElement ? target.dataset.offer : undefined;
    if (offer === "assume") session.setDating({ by: "assumption", day: today() });
    if (offer === "text") session.setDating({ by: "text" });
    // The button is gone: the focus goes where its work can be seen.
    if (offer) input.focus();
  });
}

/** The reader's own day, `YYYY-MM-DD`. */
function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** @param {Readonly<State>} state */
export function showChip(state) {
  const { day, tone, words, offers } = viewOf(state);
  chip.dataset.tone = tone;
  // Not while the reader is writing in it: a half-typed date would be taken away.
  if (document.activeElement !== input || state.dating.by !== "reader") input.value = day;
  source.replaceChildren(words, ...offers.map((offer) => button(offer, state)));
}

/**
 * @param {Readonly<State>} state
 * @returns {View}
 */
function viewOf({ dating, textDate, reading }) {
  if (dating.by === "reader" || dating.by === "page") {
    return {
      day: dating.day,
      tone: "known",
      words: `${weekdayOf(dating.day)}, ${dating.by === "page" ? "from the web page" : "set by you"}`,
      offers: textDate && textDate !== dating.day ? ["text"] : [],
    };
  }
  if (textDate) return { day: textDate, tone: "known", words: `${weekdayOf(textDate)}, from the text`, offers: [] };
  if (dating.by === "assumption") {
    return {
      day: dating.day,
      tone: "assumed",
      words: `${weekdayOf(dating.day)}, assuming today. Set the real date if you know it.`,
      offers: [],
    };
  }
  if (reading === null) return { day: "", tone: "known", words: "read from the text, or set it here", offers: [] };
  return {
    day: "",
    tone: "asking",
    words: "Not known: days like “Monday” stay open. When was it published?",
    offers: ["assume"],
  };
}

/**
 * @param {Offer} offer
 * @param {Readonly<State>} state
 */
function button(offer, { textDate }) {
  const label = offer === "assume" ? "Assume today" : `Use the text’s (${dayInWords(textDate ?? "")})`;
  return element("button", { type: "button", class: "link", "data-offer": offer }, label);
}

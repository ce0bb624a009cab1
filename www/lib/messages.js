/** What the page says around the article: busy, notices, problems, the banner over the text, the counts. */

import { byId, element } from "./dom.js";
import { foreignLanguage } from "./language.js";
import { counted, countWords, formatBytes } from "./text.js";

/**
 * @import { Problem } from "./problems.js"
 * @import { Reading } from "./reading.js"
 * @import { Notice, Session, State } from "./session.js"
 */

/** Texts longer than this are counted by size: counting their words would hold the page up. */
const COUNT_WORDS_UP_TO = 2_000_000;

/** @param {Readonly<State>} state */
export function showBusy({ busy: reading, slow, text }) {
  const busy = byId("busy");
  busy.hidden = !(slow && reading);
  byId("busy-words").textContent = busy.hidden ? "" : `Reading ${formatBytes(text.length)} of text…`;
}

/**
 * @param {Notice | null} notice
 * @param {Session} session
 */
export function showNotice(notice, session) {
  const bar = byId("notice");
  bar.hidden = notice === null;
  bar.replaceChildren();
  if (!notice) return;
  bar.dataset.tone = notice.tone;
  const close = element("button", { type: "button", class: "link" }, "Dismiss");
  close.addEventListener("click", () => session.dismissNotice());
  const act = notice.action ? element("button", { type: "button", class: "link" }, notice.action.label) : null;
  act?.addEventListener("click", () => notice.action?.run());
  bar.append(...[element("p", {}, notice.text), act, close].filter((part) => part !== null));
}

/**
 * @param {Problem | null} problem
 * @param {Session} session
 */
export function showProblem(problem, session) {
  const card = byId("problem");
  card.hidden = problem === null;
  card.replaceChildren();
  if (!problem) return;
  const retry = element("button", { type: "button", class: "primary" }, "Retry");
  retry.addEventListener("click", () => session.retry());
  card.append(
    element("h2", {}, problem.title),
    element("p", {}, problem.remedy),
    element("p", { class: "detail" }, problem.detail),
    retry,
  );
}

/** @param {Reading | null} reading */
export function showBanner(reading) {
  const banner = byId("banner");
  const words = reading && bannerWords(reading);
  banner.hidden = !words;
  banner.textContent = words ?? "";
}

/** @param {Reading} reading */
function bannerWords(reading) {
  const language = foreignLanguage(reading.text);
  const found = reading.highlights.length > 0;
  if (language) {
    const looks = `This looks like ${language}. Pressmark reads English`;
    return found
      ? `${looks}: names may still be right, dates and quotes will be poor.`
      : `${looks} and found nothing here.`;
  }
  if (found) return null;
  const why = reading.text.length < 200 ? "The text may be too short." : "It may not be a news article.";
  return `No names, dates or quotes found. ${why}`;
}

/** @param {Reading | null} reading */
export function showCounts(reading) {
  byId("counts").textContent = reading ? countsOf(reading) : "";
}

/** @param {Reading} reading */
function countsOf({ text, names, dates, quotes }) {
  const size = text.length > COUNT_WORDS_UP_TO ? formatBytes(text.length) : counted(countWords(text), "word");
  return [size, counted(names.length, "name"), counted(dates.length, "date"), counted(quotes.length, "quote")].join(
    " · ",
  );
}

/** What the page says around the article: busy, notices, problems, the banner over the text, the counts. */

import { byId, element } from "./dom.js";
import { warnOfInvisible } from "./invisible.js";
import { foreignLanguage, looksLikeCode } from "./language.js";
import { counted, countWords, formatBytes } from "./text.js";

/**
 * @import { Problem } from "./problems.js"
 * @import { Reading } from "./reading.js"
 * @import { Notice, Session, State } from "./session.js"
 */

/** Texts longer than this are counted by size: counting their words would hold the page up. */
const COUNT_WORDS_UP_TO = 300_000;

/** @param {Readonly<State>} state */
export function showBusy({ busy: reading, slow, text, progress }) {
  const busy = byId("busy");
  busy.hidden = !(slow && reading);
  byId("stop").hidden = progress === null;
  const words = progress
    ? `Reading… ${formatBytes(progress.share * text.length)} of ${formatBytes(text.length)} · ${counted(progress.names, "name")}`
    : `Reading ${formatBytes(text.length)} of text…`;
  byId("busy-words").textContent = busy.hidden ? "" : words;
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
  warnOfInvisible(reading?.text ?? "");
}

/** What the last text looks like: a long one is shown in several steps. */
let looked = lookedAt("");

/** @param {string} text */
function lookAt(text) {
  if (text !== looked.text) looked = lookedAt(text);
  return looked;
}

/** @param {string} text */
function lookedAt(text) {
  return { text, language: foreignLanguage(text), isCode: looksLikeCode(text) };
}

/** @param {Reading} reading */
function bannerWords(reading) {
  const { language, isCode } = lookAt(reading.text);
  const found = reading.highlights.length > 0;
  if (isCode)
    return "This looks like program code or data. Pressmark reads news articles: what it marks here means little.";
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

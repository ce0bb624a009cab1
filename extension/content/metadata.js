/** The day on which a page says that it was published. */

/** Where publishers write it, those that say it most plainly first. */
const PLACES = [
  "meta[property='article:published_time']",
  "meta[property='og:article:published_time']",
  "meta[itemprop='datePublished']",
  "[itemprop='datePublished']",
  "meta[name='article:published_time']",
  "meta[name='parsely-pub-date']",
  "meta[name='sailthru.date']",
  "meta[name='citation_publication_date']",
  "meta[name='dc.date.issued' i]",
  "meta[name='dcterms.created' i]",
  "meta[name='dc.date' i]",
  "meta[name='pubdate' i]",
  "meta[name='publishdate' i]",
  "meta[name='publish-date' i]",
  "meta[name='date' i]",
  "article time[datetime][pubdate]",
  "article header time[datetime]",
  "article time[datetime]",
  "header time[datetime]",
  "main time[datetime]",
];

/** Longest JSON-LD that is read, in UTF-16 units, and how deep. */
const MAX_JSON = 500_000;
const MAX_DEPTH = 6;

/** schema.org's types that are articles. */
const ARTICLE = /Article$|^(BlogPosting|LiveBlogPosting|Report)$/;

/**
 * @param {Document} page
 * @returns {string | null} `YYYY-MM-DD`, as the publisher writes it, whatever the time zone
 */
export function publishedDay(page) {
  for (const script of page.querySelectorAll("script[type='application/ld+json']")) {
    const day = dayInJson(script.textContent ?? "");
    if (day) return day;
  }
  for (const place of PLACES) {
    const found = page.querySelector(place);
    const day = found && dayOf(found.getAttribute("content") ?? found.getAttribute("datetime") ?? "");
    if (day) return day;
  }
  return null;
}

/** @param {string} json */
function dayInJson(json) {
  if (json.length > MAX_JSON) return null;
  try {
    return dayInLinkedData(JSON.parse(json), 0);
  } catch {
    // A page's broken JSON is the page's affair.
    return null;
  }
}

/**
 * The day of the first article in linked data, wherever in it that stands.
 * @param {unknown} data
 * @param {number} depth
 * @returns {string | null}
 */
function dayInLinkedData(data, depth) {
  if (!(data instanceof Object) || depth > MAX_DEPTH) return null;
  if (!Array.isArray(data)) {
    const { "@type": type, datePublished } = /** @type {Record<string, unknown>} */ (data);
    const types = Array.isArray(type) ? type : [type];
    const isArticle = types.some((one) => typeof one === "string" && ARTICLE.test(one));
    const day = isArticle && typeof datePublished === "string" ? dayOf(datePublished) : null;
    if (day) return day;
  }
  for (const value of Object.values(data)) {
    const day = dayInLinkedData(value, depth + 1);
    if (day) return day;
  }
  return null;
}

/**
 * The day in a publisher's date: `2026-03-12T08:00:00+01:00`, `20260312`, `Thu, 12 Mar 2026 08:00:00 GMT`.
 * @param {string} written
 * @returns {string | null} null for what is no day between 1800 and 2199
 */
export function dayOf(written) {
  const digits = written.trim().match(/^(\d{4})-?(\d{2})-?(\d{2})(?!\d)/);
  const day = digits ? digits.slice(1).join("-") : dayInWords(written);
  if (!day || !/^(18|19|20|21)/.test(day)) return null;
  const time = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(time.getTime()) || !time.toISOString().startsWith(day) ? null : day;
}

/** @param {string} written */
function dayInWords(written) {
  // A day and a year must stand there: browsers make a date of nearly anything.
  if (!/\b\d{1,2}\b/.test(written) || !/\b\d{4}\b/.test(written) || !/[a-z]{3}/i.test(written)) return null;
  const time = new Date(written);
  if (Number.isNaN(time.getTime())) return null;
  const parts = /\b(?:GMT|UTC|Z)\b/.test(written)
    ? [time.getUTCFullYear(), time.getUTCMonth() + 1, time.getUTCDate()]
    : [time.getFullYear(), time.getMonth() + 1, time.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

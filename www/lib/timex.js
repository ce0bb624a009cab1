/**
 * TIMEX3 values in words: what a date resolves to, as a reader would say it. Host-free.
 *
 * The forms are those of ISO-TimeML's `value`: calendar dates of any grain (`2026-03-16`, `2026-W12`, `2026-03`,
 * `2026-Q1`, `2026-SU`, `2026`, `202`, `20`), with a time (`T14:30`, `TMO`) or unknown digits (`XXXX-WXX-1`), lengths
 * (`P2Y`, `PT30M`).
 */

const UTC = /** @type {const} */ ({ timeZone: "UTC" });
const fullDay = new Intl.DateTimeFormat("en-GB", {
  ...UTC,
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
});
const plainDay = new Intl.DateTimeFormat("en-GB", { ...UTC, day: "numeric", month: "long", year: "numeric" });
const monthAndYear = new Intl.DateTimeFormat("en-GB", { ...UTC, month: "long", year: "numeric" });
const dayAndMonth = new Intl.DateTimeFormat("en-GB", { ...UTC, day: "numeric", month: "long" });

/** @type {Record<string, string>} */
const SEASONS = {
  SP: "spring",
  SU: "summer",
  FA: "autumn",
  AU: "autumn",
  WI: "winter",
  H1: "first half of",
  H2: "second half of",
};
/** @type {Record<string, string>} */
const DAYPARTS = {
  MO: "morning",
  MI: "midday",
  AF: "afternoon",
  EV: "evening",
  NI: "night",
  DT: "daytime",
  PM: "afternoon",
  NO: "noon",
};
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
/** @type {Record<string, string>} */
const UNITS = {
  Y: "year",
  M: "month",
  W: "week",
  D: "day",
  H: "hour",
  S: "second",
  WE: "weekend",
  Q: "quarter",
  DE: "decade",
  CE: "century",
};

/** @type {Record<string, string>} */
const MODIFIERS = {
  START: "early",
  MID: "mid",
  END: "late",
  APPROX: "about",
  BEFORE: "before",
  AFTER: "after",
  ON_OR_BEFORE: "until",
  ON_OR_AFTER: "since",
  LESS_THAN: "less than",
  MORE_THAN: "more than",
  EQUAL_OR_LESS: "at most",
  EQUAL_OR_MORE: "at least",
};

/**
 * @param {{ type: string, value: string, mod?: string | null }} date
 * @returns {string}
 */
export function inWords({ type, value, mod }) {
  const words = (type === "SET" && recurringLength(value)) || length(value) || moment(value) || value;
  const prefix = mod ? MODIFIERS[mod] : undefined;
  return prefix ? `${prefix} ${words}` : words;
}

/**
 * The first and last day of a value that names a day, a month, a year or a decade of the calendar; of others, none.
 * @param {string} value
 * @returns {{ from: string | null, to: string | null }}
 */
export function daysOf(value) {
  const match = /^(\d{3})(?:(\d)(?:-(\d\d)(?:-(\d\d))?)?)?(?:T.*)?$/.exec(value);
  if (!match) return { from: null, to: null };
  const [, decade, year, month, day] = match;
  const from = `${decade}${year ?? 0}-${month ?? "01"}-${day ?? "01"}`;
  const to = `${decade}${year ?? 9}-${month ?? 12}-${day ?? lastDay(`${decade}${year ?? 9}`, month ?? "12")}`;
  return isDay(from) && isDay(to) ? { from, to } : { from: null, to: null };
}

/**
 * @param {string} year
 * @param {string} month
 */
function lastDay(year, month) {
  return new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
}

/**
 * Whether the calendar has this day.
 * @param {string} day
 */
export function isDay(day) {
  const date = utc(day);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/**
 * The days from 1 January 1970 to a day, to measure by.
 * @param {string} day
 */
export function dayNumber(day) {
  return utc(day).getTime() / 86_400_000;
}

/**
 * "March" from `2026-03`.
 * @param {string} month
 */
export function monthInWords(month) {
  return say(monthAndYear, utc(`${month}-01`))?.replace(/ .*/, "") ?? month;
}

/**
 * "12 March 2026" from `2026-03-12`.
 * @param {string} day
 */
export function dayInWords(day) {
  return say(plainDay, utc(day)) ?? day;
}

/**
 * "Thursday" from `2026-03-12`.
 * @param {string} day
 */
export function weekdayOf(day) {
  return WEEKDAYS[(utc(day).getUTCDay() + 6) % 7] ?? "";
}

/** @param {string} value */
function length(value) {
  const match = /^P(T?)(\d+(?:\.\d+)?|X+)(Y|M|WE|W|DE|D|H|S|Q|CE)$/.exec(value);
  if (!match) return undefined;
  const [, time, amount, code] = match;
  const unit = time && code === "M" ? "minute" : UNITS[code];
  const some = amount.startsWith("X");
  return `${some ? "some" : amount} ${plural(unit, amount === "1" ? 1 : 2)}`;
}

/**
 * "every day" from `P1D`, of something that recurs.
 * @param {string} value
 */
function recurringLength(value) {
  const words = length(value);
  return words && `every ${words.replace(/^1 /, "")}`;
}

/**
 * @param {string} noun
 * @param {number} count
 */
function plural(noun, count) {
  if (count === 1) return noun;
  return noun === "century" ? "centuries" : `${noun}s`;
}

/** @param {string} value */
function moment(value) {
  const [date, time] = value.split("T");
  const day = calendar(date);
  if (time === undefined) return day;
  const hour = DAYPARTS[time] ?? time.replace(/Z$/, " UTC");
  if (day === undefined) return date === "" || date.startsWith("X") ? hour : undefined;
  return `${day}, ${hour}`;
}

/** @param {string} date */
function calendar(date) {
  if (/^\d{4}-\d\d-\d\d$/.test(date)) return say(fullDay, utc(date))?.replace(",", "");
  if (/^\d{4}-\d\d$/.test(date)) return say(monthAndYear, utc(`${date}-01`));
  if (/^\d{4}$/.test(date)) return date;
  if (/^\d{3}$/.test(date)) return `${date}0s`;
  if (/^\d{2}$/.test(date)) return `the ${date}00s`;
  return partOfYear(date) ?? recurring(date);
}

/** @param {string} date */
function partOfYear(date) {
  const match = /^(\d{4})-(?:W(\d\d)(?:-(\d|WE))?|Q([1-4X])|(SP|SU|FA|AU|WI|H1|H2))$/.exec(date);
  if (!match) return undefined;
  const [, year, week, day, quarter, season] = match;
  if (season) return `${SEASONS[season]} ${year}`;
  if (quarter)
    return quarter === "X"
      ? `a quarter of ${year}`
      : `${["first", "second", "third", "fourth"][+quarter - 1]} quarter of ${year}`;
  const monday = mondayOfWeek(+year, +week);
  if (day === "WE") return `weekend of ${say(plainDay, addDays(monday, 5))}`;
  return day ? say(fullDay, addDays(monday, +day - 1))?.replace(",", "") : `week of ${say(plainDay, monday)}`;
}

/** @param {string} date */
function recurring(date) {
  const weekday = /^XXXX-WXX-([1-7])$/.exec(date);
  if (weekday) return `every ${WEEKDAYS[+weekday[1] - 1]}`;
  const day = /^XXXX-(\d\d)(?:-(\d\d))?$/.exec(date);
  if (!day) return undefined;
  const inLeapYear = utc(`2024-${day[1]}-${day[2] ?? "01"}`);
  return day[2] ? say(dayAndMonth, inLeapYear) : say(monthAndYear, inLeapYear)?.replace(/ .*/, "");
}

/**
 * The Monday of an ISO 8601 week: week 1 is the one with 4 January.
 * @param {number} year
 * @param {number} week
 */
function mondayOfWeek(year, week) {
  const fourth = new Date(Date.UTC(year, 0, 4));
  return addDays(fourth, (week - 1) * 7 - ((fourth.getUTCDay() + 6) % 7));
}

/**
 * @param {Date} date
 * @param {number} days
 */
function addDays(date, days) {
  return new Date(date.getTime() + days * 86_400_000);
}

/** @param {string} day */
function utc(day) {
  return new Date(`${day}T00:00:00Z`);
}

/**
 * A day that the calendar does not have is said by nothing.
 * @param {Intl.DateTimeFormat} format
 * @param {Date} date
 */
function say(format, date) {
  return Number.isNaN(date.getTime()) ? undefined : format.format(date);
}

/** Whether a text looks like English, and what it looks like instead. Host-free. */

/** How much of a text is looked at, in UTF-16 units. */
const SAMPLE = 20_000;
/** Fewer words say too little. */
const ENOUGH_WORDS = 25;

/**
 * Each language's commonest words that few of the others share. A text is taken for the language whose words fill
 * most of it.
 * @type {Readonly<Record<string, ReadonlySet<string>>>}
 */
const COMMON_WORDS = {
  English: words(
    "the of and to in is was that for on with as at by he his from are be it this had not but have an they which said will their has were",
  ),
  German: words(
    "der die das und ist nicht mit sich auf für dem den ein eine von zu im auch es wird als aus bei nach sind wie oder hat",
  ),
  French: words(
    "le la les des et est une du dans que qui pour au par sur pas plus avec ce sont il elle ont aux cette son",
  ),
  Spanish: words("el los las del que y en una por con para su al es lo como más se ha pero sus fue este desde"),
  Italian: words("il di che della e per un con non sono una del dei gli nel alla anche è più dal ha le si"),
  Portuguese: words("o os da do que em um uma para com não por mais dos na no as se foi ao pela é sua"),
  Dutch: words("de het een van en is dat niet op te zijn voor met die aan ook naar door wordt maar bij heeft"),
};

/**
 * Scripts that English isn't written in.
 * @type {readonly (readonly [name: string, pattern: RegExp])[]}
 */
const SCRIPTS = [
  ["Chinese or Japanese", /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["Cyrillic", /\p{Script=Cyrillic}/gu],
  ["Arabic", /\p{Script=Arabic}/gu],
  ["Greek", /\p{Script=Greek}/gu],
  ["Hebrew", /\p{Script=Hebrew}/gu],
  ["Korean", /\p{Script=Hangul}/gu],
  ["an Indic script", /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}]/gu],
];

/** @param {string} list */
function words(list) {
  return new Set(list.split(" "));
}

/**
 * The language or script that a text seems to be in, when it seems not to be in English; null when it does, or
 * when there is too little to tell.
 * @param {string} text
 * @returns {string | null}
 */
export function foreignLanguage(text) {
  const sample = text.slice(0, SAMPLE);
  return foreignScript(sample) ?? foreignWords(sample);
}

/** A line as programs and data have them, and prose has not. */
const CODE_LINE =
  /[;{}\]]\s*$|^\s*(?:[{}[\]<]|\/\/|#include|@\w|(?:import|export|from|const|let|var|def|class|function|return|public|private|SELECT|INSERT)\s[^.!?]*$|"[\w$-]+"\s*:)|=>|\w\([^)]*\)\s*[;{:]?\s*$|^\s*[\w.]+\s*[-+*/|]?=\s*\S/;

/**
 * Whether most lines of a text look like a program's, markup's or data's.
 * @param {string} text
 */
export function looksLikeCode(text) {
  const lines = text
    .slice(0, SAMPLE)
    .split("\n", 400)
    .filter((line) => line.trim() !== "")
    .map((line) => line.slice(0, 300));
  return lines.length >= 4 && lines.filter((line) => CODE_LINE.test(line)).length * 2 > lines.length;
}

/** @param {string} sample */
function foreignScript(sample) {
  const letters = count(sample, /\p{L}/gu);
  if (letters < 20) return null;
  const found = SCRIPTS.find(([, pattern]) => count(sample, pattern) * 2 > letters);
  return found ? found[0] : null;
}

/** @param {string} sample */
function foreignWords(sample) {
  const found = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (found.length < ENOUGH_WORDS) return null;
  /** @param {string} language */
  const share = (language) => found.filter((word) => COMMON_WORDS[language].has(word)).length / found.length;
  const [best] = Object.keys(COMMON_WORDS)
    .map((language) => ({ language, share: share(language) }))
    .sort((a, b) => b.share - a.share);
  return best.language !== "English" && best.share > 0.15 ? best.language : null;
}

/**
 * @param {string} sample
 * @param {RegExp} pattern
 */
function count(sample, pattern) {
  return sample.match(pattern)?.length ?? 0;
}

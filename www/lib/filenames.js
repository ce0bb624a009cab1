/** Names of files that a reader saves: from the headline, fit for every system. Host-free. */

/** Longest name, without its ending. */
const LONGEST = 60;
/** What no name may hold: controls, marks that turn the direction of writing, and what some system keeps for itself. */
const UNFIT = /[\p{C}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069<>:"/\\|?*]/gu;
/** Names that Windows keeps for devices. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * @param {string} headline
 * @param {string} ending such as `.json`
 */
export function fileName(headline, ending) {
  const plain = headline.replace(/\s+/g, " ").replace(UNFIT, "").trim();
  const graphemes = [...new Intl.Segmenter("en").segment(plain)].slice(0, LONGEST).map(({ segment }) => segment);
  const stem = graphemes.join("").replace(/^[.\s-]+|[.\s]+$/g, "");
  return `${stem === "" || DEVICE.test(stem) ? "article" : stem}${ending}`;
}

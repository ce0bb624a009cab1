/**
 * Characters that cannot be seen and yet change what is read: marks that turn the direction of the words after them, and
 * such as part or join words. They stay in the text; the reader can have them shown.
 */

import { byId, element } from "./dom.js";
import { counted } from "./text.js";

/** What each is called. @type {Readonly<Record<string, string>>} */
const NAMES = {
  "\u202a": "left-to-right embedding",
  "\u202b": "right-to-left embedding",
  "\u202c": "end of direction",
  "\u202d": "left-to-right override",
  "\u202e": "right-to-left override",
  "\u2066": "left-to-right isolate",
  "\u2067": "right-to-left isolate",
  "\u2068": "isolate",
  "\u2069": "end of isolate",
  "\u200b": "zero-width space",
  "\u2060": "word joiner",
  "\ufeff": "zero-width no-break space",
  "\u00ad": "soft hyphen",
};

/** These, and tags, which are pairs of units. */
const INVISIBLE = new RegExp(`([${Object.keys(NAMES).join("")}]|\\udb40[\\udc00-\\udc7f])`);
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/;

/**
 * Text as nodes, each of those characters in an element of its own that can be told to show.
 * @param {string} text
 * @returns {Node[]}
 */
export function textNodes(text) {
  if (!INVISIBLE.test(text)) return [document.createTextNode(text)];
  return text
    .split(INVISIBLE)
    .filter((piece) => piece !== "")
    .map((piece) =>
      INVISIBLE.test(piece)
        ? element("span", { class: "invisible", "data-name": NAMES[piece] ?? "tag" }, piece)
        : document.createTextNode(piece),
    );
}

/** The text that was last looked through: a long one is read in several steps. */
let warned = "";

/**
 * Says how many there are, and offers to show them.
 * @param {string} text
 */
export function warnOfInvisible(text) {
  if (text === warned) return;
  warned = text;
  const bar = byId("invisible");
  const article = byId("article");
  article.classList.remove("revealing");
  const found = text.match(new RegExp(INVISIBLE, "g")) ?? [];
  const direction = found.filter((one) => DIRECTION.test(one)).length;
  const others = found.length - direction;
  bar.hidden = found.length === 0;
  bar.replaceChildren();
  if (bar.hidden) return;
  const counts = [
    ...(direction > 0 ? [counted(direction, "hidden direction mark")] : []),
    ...(others > 0 ? [counted(others, "other invisible character")] : []),
  ];
  const show = element("button", { type: "button", class: "link", "aria-pressed": "false" }, "Show");
  show.addEventListener("click", () => {
    const shown = article.classList.toggle("revealing");
    show.setAttribute("aria-pressed", String(shown));
  });
  bar.append(`This text contains ${counts.join(" and ")}. `, show);
}

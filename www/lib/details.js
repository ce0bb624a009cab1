/** The card beside a highlight: what it is, what that was worked out from, how sure it is, and what can be done. */

import { element } from "./dom.js";
import { kindOf, mentionsOf } from "./draft.js";
import { targetOf } from "./edits.js";
import { basisInWords, certainty, reason, resolvedInWords, STYLES } from "./explain.js";
import { ALL_KINDS, kindInWords } from "./kinds.js";
import { aboutName } from "./names.js";
import { button, chooser, isolated } from "./rows.js";
import { shorten } from "./text.js";
import { daysOf } from "./timex.js";
import { speakerOf } from "./voices.js";

/**
 * @import { Acts } from "./acts.js"
 * @import { EditedDate, EditedMention, EditedQuote, Item } from "./draft.js"
 * @import { Who } from "./edits.js"
 * @import { HighlightKind } from "./kinds.js"
 * @import { NameItem, Reading } from "./reading.js"
 */

/** How far the card keeps from the highlight and from the window's edges, in pixels. */
const GAP = 8;

/** @typedef {ReturnType<typeof createDetails>} Details */

/**
 * @param {HTMLElement} card a native popover
 * @param {object} page
 * @param {Acts} page.acts
 * @param {() => Reading | null} page.reading
 * @param {(id: string) => HTMLElement[]} page.segments
 * @param {(id: string) => void} page.visit
 * @param {(id: string) => void} page.adjust starts the moving of its ends
 */
export function createDetails(card, { acts, reading, segments, visit, adjust }) {
  let shownId = "";

  /** Closes the card, so that the focus is on the highlight again, and then acts on it. @param {() => void} act */
  function finish(act) {
    card.hidePopover();
    segments(shownId)[0]?.focus({ preventScroll: true });
    act();
  }

  /**
   * @param {string} id
   * @param {string} [field] what in it gets the focus, the card itself if it has no such field; without it the focus
   * stays where it is
   */
  function open(id, field) {
    const now = reading();
    const item = now?.items.get(id);
    const [mark] = segments(id);
    if (!now || !item || !mark) return;
    if (card.matches(":popover-open")) card.hidePopover();
    shownId = id;
    card.replaceChildren(...contents(now, item));
    card.setAttribute("aria-label", `${kindInWords(kindOf(item))}: ${now.text.slice(item.start, item.end)}`);
    card.showPopover();
    placeBeside(card, mark);
    const first = /** @type {HTMLElement | null} */ (card.querySelector(`[data-field="${field}"]`)) ?? card;
    if (field !== undefined) first.focus();
  }

  /** @param {Reading} now @param {Item} item */
  function contents(now, item) {
    const facts =
      "kind" in item ? nameFacts(now, item) : "value" in item ? dateFacts(now, item) : quoteFacts(now, item);
    const sure = element("p", { class: "sure" }, element("strong", {}, certainty(item)), `: ${reason(now, item)}`);
    return [...facts, sure, changes(now, item)];
  }

  /** @param {Item} item @param {string} title @param {...(Node | string | null)} about */
  function head(item, title, ...about) {
    const kind = kindOf(item);
    return element(
      "div",
      { class: "head" },
      element("span", { class: "sample", "data-kind": kind }, kindInWords(kind)),
      button("×", () => finish(() => {}), "close"),
      element("h2", {}, isolated(title)),
      ...about.map((line) => line && element("p", { class: "about" }, line)),
    );
  }

  /** @param {Reading} now @param {EditedMention} item */
  function nameFacts(now, item) {
    const { edited, names } = now;
    const { name, aliases, role, link } = edited.entities[item.entity];
    const places = names.find(({ id }) => id === item.entity)?.places ?? [item.id];
    const at = places.indexOf(item.id);
    const to = (/** @type {number} */ by, /** @type {string} */ label, /** @type {string} */ sign) => {
      const target = places[at + by];
      const made = button(sign, () => {
        visit(target);
        open(target, label);
      });
      made.disabled = target === undefined;
      made.setAttribute("aria-label", label);
      made.dataset.field = label;
      return made;
    };
    const turns = element("span", { class: "turns" }, to(-1, "Previous mention", "‹"), to(1, "Next mention", "›"));
    return [
      head(
        item,
        name,
        aboutName({ name, aliases, role }) || null,
        link ? element("span", {}, "Wikidata ", element("code", {}, link.wikidata)) : null,
      ),
      element("p", { class: "nth" }, `Mention ${at + 1} of ${places.length}`, places.length > 1 ? turns : null),
    ];
  }

  /** @param {Reading} now @param {EditedDate} item */
  function dateFacts({ edited }, item) {
    return [
      head(item, resolvedInWords(item), element("code", {}, item.value)),
      element("p", {}, basisInWords(edited, item)),
    ];
  }

  /** @param {Reading} now @param {EditedQuote} item */
  function quoteFacts({ text, edited }, item) {
    const cue = item.cue && `“${text.slice(item.cue.start, item.cue.end)}”`;
    return [
      head(
        item,
        item.style === "term" ? "Nobody’s speech" : (speakerOf(edited, item) ?? "No speaker found"),
        [STYLES[item.style], cue].filter(Boolean).join(" · "),
      ),
    ];
  }

  /** @param {Reading} now @param {Item} item */
  function changes(now, item) {
    const { id } = item;
    const isNamed = (/** @type {EditedMention} */ { form }) => form !== "pronoun";
    const count = "kind" in item ? mentionsOf(now.edited, item.entity).filter(isNamed).length : 1;
    const all = /** @type {HTMLInputElement} */ (element("input", { type: "checkbox", checked: true }));
    return element(
      "div",
      { class: "changes" },
      verdicts(item, () => all.checked && count > 1),
      ...fields(now, item, () => all.checked),
      count > 1
        ? button("Somebody or something else: split off", () => finish(() => acts.split(id, all.checked)))
        : null,
      count > 1 ? element("label", { class: "all" }, all, ` Apply to all ${count} mentions`) : null,
    );
  }

  /** @param {Item} item @param {() => boolean} all */
  function verdicts(item, all) {
    const { id } = item;
    const what = "kind" in item ? "name" : kindInWords(kindOf(item)).toLowerCase();
    const verdict = (/** @type {string} */ words, /** @type {string} */ key, /** @type {() => void} */ act) => {
      const made = button(words, () => finish(act), key === "a" ? "primary" : undefined);
      made.setAttribute("aria-keyshortcuts", key);
      made.append(element("kbd", { "aria-hidden": "true" }, key));
      return made;
    };
    return element(
      "div",
      { class: "verdict" },
      verdict("Right", "a", () => acts.accept(id, all())),
      verdict(`Not a ${what}`, "x", () => acts.remove(id, all())),
      verdict("Adjust", "e", () => adjust(id)),
    );
  }

  /**
   * What can be changed of each sort of highlight.
   * @param {Reading} now @param {Item} item @param {() => boolean} all
   */
  function fields(now, item, all) {
    const { id } = item;
    const kind = chooser("Kind", KINDS, (wanted) => finish(() => acts.setKind(id, wanted, all())));
    kind.value = kindOf(item);
    const made = [labelled("Kind", kind)];
    if ("kind" in item) {
      const choose = (/** @type {Who} */ who, /** @type {string} */ name) =>
        finish(() => acts.sameAs(id, who, name, all()));
      made.push(labelled("Same as", nameField(now, isOther(item.entity), "same", "a name", choose)));
    } else if ("value" in item) {
      made.push(
        labelled(
          "Value",
          valueField(item.value, (value) => finish(() => acts.setValue(id, value))),
        ),
      );
    } else if (item.style !== "term") {
      const choose = (/** @type {Who | null} */ who, /** @type {string} */ name) =>
        finish(() => acts.setSpeaker(id, who, name));
      const present = speakerOf(now.edited, item);
      made.push(labelled("Speaker", nameField(now, canSpeak, "speaker", present ?? "nobody", choose)));
      if (present !== null) made.push(button("No speaker", () => choose(null, "nobody")));
    }
    return made;
  }

  return {
    open,

    /** Closes it if what it is about is gone. @param {Reading | null} now */
    refresh(now) {
      if (card.matches(":popover-open") && !now?.items.has(shownId)) card.hidePopover();
    },

    /** Closes it, so that the focus is on its highlight again; false if it was closed. */
    close() {
      const isOpen = card.matches(":popover-open");
      if (isOpen) finish(() => {});
      return isOpen;
    },

    /** The highlight it is about, while it is open. */
    about: () => (card.matches(":popover-open") ? shownId : null),
  };
}

const KINDS = /** @type {Record<HighlightKind, string>} */ (
  Object.fromEntries(ALL_KINDS.map(({ kind, one }) => [kind, one]))
);

/**
 * Whether a name is that of another entity.
 * @param {number} entity
 * @returns {(name: NameItem) => boolean}
 */
function isOther(entity) {
  return ({ id }) => id !== entity;
}

/** @param {NameItem} name */
function canSpeak({ kind }) {
  return kind === "person" || kind === "organization" || kind === "group";
}

/**
 * @param {string} label
 * @param {HTMLElement} control
 */
function labelled(label, control) {
  return element("label", {}, element("span", {}, label), control);
}

/**
 * A field for one of the article's names, or another.
 * @param {Reading} reading
 * @param {(name: NameItem) => boolean} fits which of the names are on offer
 * @param {string} field
 * @param {string} placeholder
 * @param {(who: Who, name: string) => void} choose
 */
function nameField({ text, names, items }, fits, field, placeholder, choose) {
  const list = `names-${field}`;
  const input = /** @type {HTMLInputElement} */ (
    element("input", {
      type: "text",
      list,
      placeholder: shorten(placeholder, 40),
      autocomplete: "off",
      "data-field": field,
    })
  );
  const offered = names.filter(fits);
  input.addEventListener("change", () => {
    const name = input.value.trim();
    if (name === "") return;
    const known = offered.find((one) => one.name === name);
    const mention = known && items.get(known.places[0]);
    choose(mention ? { at: targetOf(text, mention) } : { name }, name);
  });
  const options = offered.map(({ name }) => element("option", { value: name }));
  return element("span", {}, input, element("datalist", { id: list }, ...options));
}

/**
 * A field for a day, month or year.
 * @param {string} value
 * @param {(value: string) => void} choose
 */
function valueField(value, choose) {
  const input = /** @type {HTMLInputElement} */ (
    element("input", { type: "text", value, "data-field": "value", autocomplete: "off", spellcheck: "false" })
  );
  input.addEventListener("change", () => {
    const wanted = input.value.trim();
    input.setCustomValidity(
      daysOf(wanted).from === null ? "Write a day, month or year: 2026-03-12, 2026-03 or 2026." : "",
    );
    if (input.reportValidity()) choose(wanted);
  });
  input.addEventListener("input", () => input.setCustomValidity(""));
  return input;
}

/**
 * Puts a popover under an element, or over it where there is more room; it scrolls with the page.
 * @param {HTMLElement} popover
 * @param {Pick<Range, "getClientRects" | "getBoundingClientRect">} target
 */
export function placeBeside(popover, target) {
  const { left, top, bottom } = target.getClientRects()[0] ?? target.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popover;
  const isBelow = innerHeight - bottom > height + GAP || innerHeight - bottom > top;
  const x = Math.max(GAP, Math.min(left, document.documentElement.clientWidth - width - GAP));
  popover.style.insetInlineStart = `${x + scrollX}px`;
  popover.style.insetBlockStart = `${(isBelow ? bottom + GAP : Math.max(GAP, top - height - GAP)) + scrollY}px`;
}

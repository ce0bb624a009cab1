/** The rail's list of names: each person, organization, place … once, with its count and where it occurs. */

import { byId, element, svg } from "./dom.js";
import { NAME_KINDS } from "./kinds.js";
import { isolated, nothing, pagedList, placeRow } from "./rows.js";
import { formatCount } from "./text.js";

/**
 * @import { NameItem, Reading } from "./reading.js"
 */

/** Ticks of the strip that shows where in the article a name occurs; also its width in pixels. */
const TICKS = 48;

const panel = byId("panel-names");

/** @param {Reading} reading */
export function showNames({ names }) {
  const groups = NAME_KINDS.map((kind) => ({ ...kind, items: names.filter((name) => name.kind === kind.kind) })).filter(
    ({ items }) => items.length > 0,
  );
  const sections = groups.map(({ kind, one, many, items }) =>
    element(
      "section",
      {},
      element(
        "h3",
        {},
        element("span", { class: "sample", "data-kind": kind }, items.length === 1 ? one : many),
        element("span", { class: "count" }, formatCount(items.length)),
      ),
      ...pagedList(items, (item) => nameRow(item, one)),
    ),
  );
  panel.replaceChildren(...(sections.length > 0 ? sections : [nothing("No names found.")]));
}

/**
 * The row of the entity that a highlight mentions.
 * @param {HTMLElement} highlight
 * @returns {HTMLElement | null}
 */
export function nameRowFor({ dataset }) {
  return dataset.entity === undefined ? null : panel.querySelector(`[data-of="${dataset.entity}"]`);
}

/**
 * @param {NameItem} item
 * @param {string} kind
 */
function nameRow(item, kind) {
  // A surname tells nothing that the full name does not.
  const whole = item.name.toLowerCase();
  const also = item.aliases.filter((alias) => !whole.includes(alias.toLowerCase()));
  const about = [item.role, also.length > 0 ? `also ${also.join(", ")}` : null].filter(Boolean).join(" · ");
  return placeRow(
    { places: item.places, words: `${kind}: ${item.name}`, entity: item.id },
    element("span", { class: "what" }, isolated(item.name, "name"), about ? isolated(about, "about") : null),
    strip(item),
    element("span", { class: "count nth", title: "mentions" }, formatCount(item.places.length)),
  );
}

/**
 * A strip as wide as the article is long, with a tick where the name occurs.
 * @param {NameItem} item
 */
function strip({ at }) {
  const ticks = [...new Set(at.map((share) => Math.floor(share * (TICKS - 1))))];
  const path = ticks.map((x) => `M${x + 0.75} 1v8`).join("");
  return svg(
    "svg",
    { class: "strip", viewBox: `0 0 ${TICKS} 10`, "aria-hidden": "true" },
    svg("path", { class: "axis", d: `M0 9.5h${TICKS}` }),
    svg("path", { d: path }),
  );
}

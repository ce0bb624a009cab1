/** The rail beside the article: tabs over its lists. */

import { byId, closest } from "./dom.js";

/**
 * A list in the rail. `rowFor` finds the row that stands for a highlight.
 * @typedef {{ name: string, rowFor(highlight: HTMLElement): HTMLElement | null }} Panel
 */

/**
 * Makes the tabs work as the ARIA pattern says: one tab stop, arrow keys between tabs.
 * @param {Panel[]} panels
 */
export function createRail(panels) {
  const tabs = panels.map(({ name }) => byId(`tab-${name}`));

  /** @param {number} index */
  function select(index) {
    tabs.forEach((tab, i) => {
      tab.setAttribute("aria-selected", String(i === index));
      tab.tabIndex = i === index ? 0 : -1;
      byId(`panel-${panels[i].name}`).hidden = i !== index;
    });
  }

  tabs.forEach((tab, i) => {
    tab.addEventListener("click", () => select(i));
    tab.addEventListener("keydown", (event) => {
      const target = {
        ArrowRight: (i + 1) % tabs.length,
        ArrowLeft: (i + tabs.length - 1) % tabs.length,
        Home: 0,
        End: tabs.length - 1,
      }[event.key];
      if (target === undefined) return;
      event.preventDefault();
      select(target);
      tabs[target].focus();
    });
  });
  select(0);

  return {
    /**
     * Shows the row that stands for a highlight, and marks it.
     * @param {HTMLElement} highlight
     */
    point(highlight) {
      const index = panels.findIndex((panel) => panel.rowFor(highlight) !== null);
      if (index < 0) return;
      select(index);
      const row = panels[index].rowFor(highlight);
      markCurrent(row);
      if (isBesideArticle()) row?.scrollIntoView({ block: "nearest" });
    },
  };
}

/** Whether the rail stands beside the article; under it, scrolling the rail would carry the reader off. */
function isBesideArticle() {
  return getComputedStyle(byId("rail")).position === "sticky";
}

/** @param {HTMLElement | null} row */
function markCurrent(row) {
  byId("rail").querySelector("[aria-current]")?.removeAttribute("aria-current");
  row?.setAttribute("aria-current", "true");
}

/**
 * Makes a panel's rows go to their places: each click on a row to the next of them.
 * @param {HTMLElement} panel
 * @param {(row: HTMLElement, place: string, words: string) => void} go
 */
export function makeRowsTravel(panel, go) {
  panel.addEventListener("click", (event) => {
    const row = closest(event, "[data-places]");
    if (!row) return;
    const places = (row.dataset.places ?? "").split(" ");
    const next = (Number(row.dataset.visited ?? -1) + 1) % places.length;
    row.dataset.visited = String(next);
    markCurrent(row);
    const which = places.length > 1 ? `, ${next + 1} of ${places.length}` : "";
    const nth = row.querySelector(".nth");
    if (nth && places.length > 1) nth.textContent = `${next + 1}/${places.length}`;
    go(row, places[next], `${row.dataset.words}${which}`);
  });
}

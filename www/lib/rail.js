/** The rail beside the article: tabs over its lists. It builds itself in whatever element it is given. */

import { closest, element } from "./dom.js";
import { formatCount } from "./text.js";

/**
 * @import { Reading } from "./reading.js"
 * @import { ListView } from "./rows.js"
 */

/**
 * @typedef {{ name: string, title: string, make: (panel: HTMLElement) => ListView }} Tab
 * @typedef {ReturnType<typeof createRail>} Rail
 */

/**
 * Tabs as the ARIA pattern says: one tab stop, arrow keys between tabs. Only the list that is seen is filled.
 * @param {HTMLElement} root
 * @param {readonly Tab[]} tabs
 * @param {(place: string, from: () => HTMLElement | undefined) => void} go
 */
export function createRail(root, tabs, go) {
  const pages = tabs.map((tab) => createPage(tab));
  const bar = element("div", { role: "tablist", "aria-label": "Lists", class: "tabs" }, ...pages.map(({ tab }) => tab));
  root.append(bar, ...pages.map(({ panel }) => panel));
  /** @type {Reading | null} */
  let reading = null;
  let selected = 0;

  /** @param {number} index */
  function select(index) {
    pages[selected].scrolled = root.scrollTop;
    selected = index;
    pages.forEach(({ tab, panel }, i) => {
      tab.setAttribute("aria-selected", String(i === index));
      tab.tabIndex = i === index ? 0 : -1;
      panel.hidden = i !== index;
    });
    if (reading) pages[index].fill(reading);
    root.scrollTop = pages[index].scrolled;
  }

  pages.forEach(({ tab, panel }, i) => {
    tab.addEventListener("click", () => select(i));
    tab.addEventListener("keydown", (event) => {
      const target = {
        ArrowRight: (i + 1) % pages.length,
        ArrowLeft: (i + pages.length - 1) % pages.length,
        Home: 0,
        End: pages.length - 1,
      }[event.key];
      if (target === undefined) return;
      event.preventDefault();
      select(target);
      pages[target].tab.focus();
    });
    panel.addEventListener("click", (event) => {
      const row = closest(event, "[data-places]");
      if (row) travelBy(row, panel);
    });
  });
  // On paper there are no tabs.
  window.addEventListener("beforeprint", () => {
    for (const page of pages) if (reading) page.fill(reading);
  });
  select(0);

  /**
   * Each click on a row goes to the next of its places.
   * @param {HTMLElement} row
   * @param {HTMLElement} panel
   */
  function travelBy(row, panel) {
    const places = (row.dataset.places ?? "").split(" ");
    const next = (Number(row.dataset.visited ?? -1) + 1) % places.length;
    row.dataset.visited = String(next);
    markCurrent(row);
    const nth = row.querySelector(".nth");
    if (nth && places.length > 1) nth.textContent = `${next + 1}/${places.length}`;
    const key = keyOf(row);
    go(places[next], () => rowWithKey(panel, key));
  }

  /** @param {HTMLElement | null} row */
  function markCurrent(row) {
    root.querySelector("[aria-current]")?.removeAttribute("aria-current");
    row?.setAttribute("aria-current", "true");
  }

  return {
    /** @param {Reading} now */
    show(now) {
      reading = now;
      for (const page of pages) page.expect(now);
      pages[selected].fill(now);
    },

    /**
     * Shows the row that stands for a highlight, and marks it; in the list that is seen if that has one.
     * @param {string} id
     */
    point(id) {
      const order = [selected, ...pages.keys()];
      for (const i of order) {
        if (reading) pages[i].fill(reading);
        const row = pages[i].view.rowFor(id);
        if (!row) continue;
        if (i !== selected) select(i);
        markCurrent(row);
        if (isBeside(root)) row.scrollIntoView({ block: "nearest" });
        return;
      }
    },

    /**
     * Shows a list and gives it the focus.
     * @param {string} name
     */
    open(name) {
      const index = tabs.findIndex((tab) => tab.name === name);
      select(index);
      (rowsOf(pages[index].panel)[0] ?? pages[index].tab).focus();
    },

    /** Gives the focus to the field that filters the list at hand, or else the names. */
    filter() {
      if (!pages[selected].view.filter) select(0);
      pages[selected].view.filter?.focus();
    },

    /**
     * Whether an element is in one of the lists.
     * @param {Element} other
     */
    hasInList: (other) => pages.some(({ panel }) => panel.contains(other)),
  };
}

/** @param {Tab} tab */
function createPage({ name, title, make }) {
  const count = element("span", { class: "count" });
  const tab = element(
    "button",
    { type: "button", role: "tab", id: `tab-${name}`, "aria-controls": `panel-${name}` },
    title,
    " ",
    count,
  );
  const panel = element("div", { role: "tabpanel", id: `panel-${name}`, "aria-labelledby": `tab-${name}` });
  const view = make(panel);
  /** @type {Reading | null} */
  let filled = null;
  return {
    tab,
    panel,
    view,
    /** How far the rail was scrolled when this list was last seen, in pixels. */
    scrolled: 0,

    /** @param {Reading} reading */
    expect(reading) {
      count.textContent = formatCount(view.count(reading));
    },

    /**
     * Fills the list, unless it shows this reading. The focus stays on its row, or on the one that took its place.
     * @param {Reading} reading
     */
    fill(reading) {
      if (filled === reading) return;
      filled = reading;
      const focused = document.activeElement;
      const row = focused?.closest("[data-key]");
      const key = focused && row && panel.contains(row) ? keyOf(focused) : null;
      const at = rowsOf(panel).findIndex((one) => row?.contains(one));
      view.show(reading);
      if (key === null || panel.contains(document.activeElement)) return;
      const rows = rowsOf(panel);
      (rowWithKey(panel, key) ?? rows[Math.min(at, rows.length - 1)] ?? tab).focus();
    },
  };
}

/** @param {HTMLElement} panel */
function rowsOf(panel) {
  return /** @type {HTMLElement[]} */ ([...panel.querySelectorAll("[data-places]")]);
}

/**
 * What a row is known by, or one that an element is in.
 * @param {Element} inside
 */
function keyOf(inside) {
  return inside.closest("[data-key]")?.getAttribute("data-key") ?? "";
}

/**
 * @param {HTMLElement} panel
 * @param {string} key
 * @returns {HTMLElement | undefined}
 */
function rowWithKey(panel, key) {
  return rowsOf(panel).find((row) => keyOf(row) === key);
}

/**
 * Whether the rail stands beside the article; under it, scrolling the rail would carry the reader off.
 * @param {HTMLElement} root
 */
function isBeside(root) {
  return getComputedStyle(root).position === "sticky";
}

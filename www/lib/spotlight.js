/** Lights up every mention of the name under the pointer or the focus, and the quotes that are its. */

import { closest } from "./dom.js";

/**
 * One rule in a sheet of our own rather than a class on each mention: a long text has thousands.
 * @param {HTMLElement} article
 * @param {readonly HTMLElement[]} others where else entities are named, by `data-entity`
 */
export function createSpotlight(article, others) {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  let lit = "";

  /** @param {Event} event */
  const light = (event) => {
    const found = closest(event, "[data-entity], [data-by]");
    const entity = found?.dataset.entity ?? found?.dataset.by ?? "";
    if (entity === lit) return;
    lit = entity;
    const id = CSS.escape(entity);
    sheet.replaceSync(
      entity === ""
        ? ""
        : `.article [data-entity="${id}"] { box-shadow: 0 0 0 2px var(--lit); }
           .article [data-by="${id}"] { background: color-mix(in srgb, var(--quote) 16%, transparent); }
           .rail [data-entity="${id}"] { background: var(--hover); }`,
    );
  };
  for (const root of [article, ...others]) {
    for (const type of ["pointerover", "pointerleave", "focusin", "focusout"]) root.addEventListener(type, light);
  }
}

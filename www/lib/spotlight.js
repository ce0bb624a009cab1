/** Lights up every mention of the name under the pointer or the focus. */

import { closest } from "./dom.js";

/**
 * One rule in a sheet of our own rather than a class on each mention: a long text has thousands.
 * @param {HTMLElement} root the article
 */
export function createSpotlight(root) {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  let lit = "";

  /** @param {Event} event */
  const light = (event) => {
    const entity = closest(event, "[data-entity]")?.dataset.entity ?? "";
    if (entity === lit) return;
    lit = entity;
    sheet.replaceSync(
      entity === "" ? "" : `#article [data-entity="${CSS.escape(entity)}"] { box-shadow: 0 0 0 2px var(--lit); }`,
    );
  };
  root.addEventListener("pointerover", light);
  root.addEventListener("pointerleave", light);
  root.addEventListener("focusin", light);
  root.addEventListener("focusout", light);
}

/** A panel that unfolds over the page: Escape or a click elsewhere folds it up. */

/** @param {HTMLDetailsElement} panel */
export function createPanel(panel) {
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !panel.open) return;
    event.stopPropagation();
    panel.open = false;
    panel.querySelector("summary")?.focus();
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (panel.open && target instanceof Node && !panel.contains(target)) panel.open = false;
  });
}

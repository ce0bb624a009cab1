/** Making and finding elements. Text goes in as text nodes only; nothing here parses markup. */

/**
 * @param {string} tag
 * @param {Record<string, string | number | boolean | null | undefined>} attributes those that are false, null or undefined are left out
 * @param {...(Node | string | null)} children
 * @returns {HTMLElement}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  setAttributes(made, attributes);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/**
 * An SVG element.
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {...Node} children
 */
export function svg(tag, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  setAttributes(made, attributes);
  made.append(...children);
  return made;
}

/**
 * @param {Element} target
 * @param {Record<string, string | number | boolean | null | undefined>} attributes
 */
function setAttributes(target, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) target.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) target.setAttribute(name, String(value));
  }
}

/**
 * The element with this id, which index.html must have.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} id
 * @returns {T}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`index.html has no #${id}`);
  return /** @type {T} */ (found);
}

/**
 * The nearest element around an event's target that matches, if any.
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export function closest(event, selector) {
  return event.target instanceof Element ? event.target.closest(selector) : null;
}

/**
 * The nearest element around the focus that matches, if the focus is in `root`.
 * @param {HTMLElement} root
 * @param {string} selector
 */
export function focusedIn(root, selector) {
  const found = document.activeElement?.closest(selector);
  return found instanceof HTMLElement && root.contains(found) ? found : null;
}

/**
 * Says something to screen readers without showing it.
 * @param {string} words
 */
export function announce(words) {
  byId("announcer").textContent = words;
}

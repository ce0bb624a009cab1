/** Three articles to try the page with. They are our own; people and events in them are invented. */

import { byId, element } from "./dom.js";
import { parts } from "./parts.js";

/**
 * @import { Session } from "./session.js"
 */

const EXAMPLES = [
  { file: "talks.txt", title: "River talks", about: "diplomacy, a wire story" },
  { file: "earnings.txt", title: "A cheap flight", about: "business, with page furniture" },
  { file: "court.txt", title: "The harbour trial", about: "court, without a date" },
];

/** @param {Session} session */
export function offerExamples(session) {
  byId("examples").append(
    ...EXAMPLES.map(({ file, title, about }) =>
      element(
        "button",
        { type: "button", class: "example", "data-file": file },
        element("strong", {}, title),
        element("span", {}, about),
      ),
    ),
  );
  byId("examples").addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (button?.dataset.file) load(button.dataset.file, session);
  });
}

/**
 * @param {string} file
 * @param {Session} session
 */
async function load(file, session) {
  try {
    session.open(await parts().example(file));
  } catch {
    session.refuse("The example could not be loaded. Paste an article instead.");
  }
}

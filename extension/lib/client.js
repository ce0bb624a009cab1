/** The extension's engine, for its pages: the clean view and the panel ask the background instead of starting another. */

import { ask } from "./ask.js";

/**
 * @import { Engine } from "../../www/lib/session.js"
 */

/** @returns {Engine} */
export function createEngine() {
  return {
    // Whatever is wrong with the engine's files shows as soon as there is a text; until then the background may sleep.
    ready: async () => {},
    async annotate(text, { date = undefined, assumed = false, signal }) {
      signal.throwIfAborted();
      const columns = await ask({ type: "annotate", text, date: date ?? null, assumed });
      signal.throwIfAborted();
      return columns;
    },
  };
}

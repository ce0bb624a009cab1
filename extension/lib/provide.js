/**
 * Where the extension's pages take the parts from that are no modules of theirs (see www/lib/parts.js). To be imported
 * before the page's own module runs. The engine is the background's: no page starts another.
 */

import { provideParts } from "../../www/lib/parts.js";
import { ask } from "./ask.js";

/**
 * @import { FromWorker, ToWorker } from "../../pkg/client.js"
 */

/** What the page takes for the engine's worker: it speaks the worker's protocol, and asks the background. */
class Background extends EventTarget {
  /** @param {ToWorker} message */
  async postMessage(message) {
    try {
      this.#hear(await ask({ type: "engine", message }));
    } catch (error) {
      const id = message.type === "annotate" ? message.id : null;
      this.#hear({
        type: "failed",
        id,
        code: "crash",
        message: error instanceof Error ? error.message : String(error),
      });
    }
  }

  /** The background goes to sleep by itself. */
  terminate() {}

  /** @param {FromWorker} data */
  #hear(data) {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }
}

provideParts({
  engine: async () => ({ worker: () => /** @type {Worker} */ (/** @type {unknown} */ (new Background())) }),
  async example(name) {
    const response = await fetch(new URL(`examples/${name}`, document.baseURI));
    return response.text();
  },
  // All of it is installed.
  offline: () => null,
});

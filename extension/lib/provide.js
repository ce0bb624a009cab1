/**
 * Where the extension's pages take the parts from that are no modules of theirs (see www/lib/parts.js). To be imported
 * before the page's own module runs. The engine is the background's: no page starts another.
 */

import { provideParts } from "../../www/lib/parts.js";
import { createTrust } from "../../www/lib/trust.js";
import { ask } from "./ask.js";
import { loadRules, saveRules } from "./rules.js";

/**
 * @import { FromWorker, ToWorker } from "../../pkg/client.js"
 * @import { Rule } from "../../www/lib/rules.js"
 */

/** The worker that tries to send something and must fail. */
const PROBE = new URL("probe-worker.js", document.baseURI).href;
const trusted = createTrust((url) => url === PROBE);

/** What the page takes for the engine's worker: it speaks the worker's protocol, and asks the background. */
class Background extends EventTarget {
  #ended = false;

  /** @param {ToWorker} message */
  async postMessage(message) {
    // The background reads a text in one go: what was given up ends by itself.
    if (message.type === "stop") return;
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

  /** From now on it is not heard. The background itself goes to sleep when nobody asks. */
  terminate() {
    this.#ended = true;
  }

  /** @param {FromWorker} data */
  #hear(data) {
    if (!this.#ended) this.dispatchEvent(new MessageEvent("message", { data }));
  }
}

provideParts({
  engine: async () => ({ worker: () => /** @type {Worker} */ (/** @type {unknown} */ (new Background())) }),
  exchange: async () => ({}),
  async example(name) {
    const response = await fetch(new URL(`examples/${name}`, document.baseURI));
    return response.text();
  },
  probe: async () => new Worker(trusted(PROBE)),
  shelf,
  // All of it is installed.
  offline: () => null,
});

/** The page may keep its rules; what articles it shows is for memory only, and not kept. */
function shelf() {
  /** @type {Map<string, unknown>} */
  const kept = new Map([["settings", { save: false, recent: false }]]);
  return {
    get: async (/** @type {string} */ key) => (key === "rules" ? loadRules() : kept.get(key)),
    async setMany(/** @type {[string, unknown][]} */ entries) {
      for (const [key, value] of entries) {
        if (key === "rules") await saveRules(/** @type {Rule[]} */ (value));
        else kept.set(key, value);
      }
    },
    delMany: async (/** @type {string[]} */ keys) => keys.forEach((key) => kept.delete(key)),
    async clear() {
      kept.clear();
      await saveRules([]);
    },
  };
}

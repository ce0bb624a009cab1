/** The engine in its worker, under the page's policy. */

import { WorkerAnnotator } from "../../pkg/client.js";

/**
 * @import { Engine } from "./session.js"
 */

/** The only script that the page may start by its address. */
const WORKER = new URL("../../pkg/worker.js", import.meta.url).href;

/** One of each: a date, a name, a quote. */
const FIRST_WORDS = "LONDON, March 1, 2024 — “Good morning,” Jane Doe said on Friday.";

/**
 * The page's one Trusted Types policy: it vouches for the worker's address and for nothing else.
 * @returns {string} what `new Worker` takes; a `TrustedScriptURL` where the browser has such
 */
function trustedWorkerUrl() {
  const { trustedTypes } =
    /** @type {{ trustedTypes?: { createPolicy(name: string, rules: object): { createScriptURL(url: string): any } } }} */ (
      globalThis
    );
  if (!trustedTypes) return WORKER;
  const policy = trustedTypes.createPolicy("pressmark", {
    createScriptURL(/** @type {string} */ url) {
      if (url !== WORKER) throw new TypeError(`${url} is not Pressmark's worker`);
      return url;
    },
  });
  return policy.createScriptURL(WORKER);
}

/**
 * @returns {Engine}
 */
export function createEngine() {
  const annotator = new WorkerAnnotator({ worker: trustedWorkerUrl() });
  return {
    async ready() {
      await annotator.ready();
      // A text too small to notice, so that what the engine compiles on first use is there before the first article.
      await annotator.annotate(FIRST_WORDS);
    },
    async annotate(text, options) {
      try {
        return await annotator.annotate(text, options);
      } catch (error) {
        // A worker may be lost to no fault of the text (memory, a sleeping tab): one more try, in a new worker.
        if (!(error instanceof Error && "code" in error && error.code === "crash") || options.signal.aborted)
          throw error;
        return annotator.annotate(text, options);
      }
    },
  };
}

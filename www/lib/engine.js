/** The engine in its worker, under the page's policy. */

import { WorkerAnnotator } from "../../pkg/client.js";
import { parts } from "./parts.js";

/**
 * @import { Engine } from "./session.js"
 */

/** One of each: a date, a name, a quote. */
const FIRST_WORDS = "LONDON, March 1, 2024 — “Good morning,” Jane Doe said on Friday.";

/**
 * @returns {Engine}
 */
export function createEngine() {
  /** @type {Promise<WorkerAnnotator> | null} */
  let loading = null;
  const load = () => {
    loading ??= parts()
      .engine()
      .then((options) => new WorkerAnnotator(options));
    loading.catch(() => (loading = null));
    return loading;
  };
  return {
    async ready() {
      const annotator = await load();
      await annotator.ready();
      // A text too small to notice, so that what the engine compiles on first use is there before the first article.
      await annotator.annotate(FIRST_WORDS);
    },
    async annotate(text, options) {
      const annotator = await load();
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

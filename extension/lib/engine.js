/**
 * The extension's one engine. It lives in the background, is loaded when it is first needed, and goes when the browser
 * puts the background to sleep, half a minute after its last work: nothing here keeps it awake.
 */

import { createAnnotator } from "../../pkg/index.js";

/**
 * @import { FromWorker, ToWorker } from "../../pkg/client.js"
 * @import { Annotator, AnnotateOptions, Columns, ErrorCode } from "../../pkg/index.js"
 */

/** One of each, so that what the engine compiles on first use is there before the first article. */
const FIRST_WORDS = "LONDON, March 1, 2024 — “Good morning,” Jane Doe said on Friday.";

/** @type {Promise<Annotator> | null} */
let loading = null;

/**
 * The engine, loaded and warm. After a failure the next call tries again.
 * @returns {Promise<Annotator>}
 */
export function engine() {
  loading ??= createAnnotator().then((annotator) => {
    annotator.annotate(FIRST_WORDS);
    return annotator;
  });
  loading.catch(() => {
    loading = null;
  });
  return loading;
}

/**
 * Answers a page as the package's worker would, all at once.
 * @param {Exclude<ToWorker, { type: "stop" }>} message
 * @returns {Promise<FromWorker>}
 */
export async function answer(message) {
  const id = message.type === "annotate" ? message.id : null;
  try {
    if (message.type === "load") {
      await engine();
      return { type: "ready" };
    }
    return { type: "result", id: message.id, columns: plain(await annotate(message.text, message.options)) };
  } catch (thrown) {
    const { code = "crash", message: words } = /** @type {{ code?: ErrorCode, message?: string }} */ (thrown);
    return { type: "failed", id, code, message: words ?? String(thrown) };
  }
}

/**
 * @param {string} text
 * @param {AnnotateOptions} options
 * @returns {Promise<Columns>}
 */
async function annotate(text, options) {
  return (await engine()).annotate(text, options);
}

/**
 * As `annotate`, counting from the day in a page's metadata unless the text has a dateline of its own.
 * @param {string} text
 * @param {string | null} published `YYYY-MM-DD`
 * @returns {Promise<Columns>}
 */
export async function annotatePublished(text, published) {
  if (published === null) return annotate(text, {});
  // As an assumption it yields to a dateline; where there is none, it is no assumption.
  const found = await annotate(text, { date: published, assumed: true });
  return found.article.dateFrom === "assumed" ? annotate(text, { date: published }) : found;
}

/**
 * Columns as JSON can carry them: Chromium's messages make objects of typed arrays.
 * @param {Columns} columns
 * @returns {Columns} with plain arrays in place of typed ones; everything that reads columns takes them
 */
function plain(columns) {
  return /** @type {Columns} */ (
    JSON.parse(
      JSON.stringify(columns, (_, value) =>
        ArrayBuffer.isView(value) ? Array.from(/** @type {any} */ (value)) : value,
      ),
    )
  );
}

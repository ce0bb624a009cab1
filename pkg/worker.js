// The annotator in a module worker. The protocol is in client.d.ts; client.js speaks the other half.

import { createAnnotator } from "./index.js";
import { messageOf } from "./load.js";

/**
 * @import { Annotator, ErrorCode } from "./index.js"
 * @import { FromWorker, ToWorker } from "./client.js"
 */

/** @type {Annotator | null} */
let annotator = null;

addEventListener("message", async (/** @type {MessageEvent<ToWorker>} */ { data }) => {
  const id = data.type === "annotate" ? data.id : null;
  try {
    if (data.type === "load") {
      annotator = await createAnnotator(data.options);
      answer({ type: "ready" });
    } else {
      answer({ type: "result", id: data.id, columns: loaded().annotate(data.text, data.options) });
    }
  } catch (thrown) {
    // An error's class does not survive the way to the page; its code and message do.
    answer({ type: "failed", id, code: codeOf(thrown), message: messageOf(thrown) });
  }
});

function loaded() {
  if (!annotator) throw new TypeError("the worker was asked to annotate before it was ready");
  return annotator;
}

/**
 * @param {unknown} thrown
 * @returns {ErrorCode}
 */
function codeOf(thrown) {
  return /** @type {{ code?: ErrorCode }} */ (thrown).code ?? "crash";
}

/** @param {FromWorker} message */
function answer(message) {
  postMessage(message);
}

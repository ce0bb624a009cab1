// The annotator in a module worker. The protocol is in client.d.ts; client.js speaks the other half.
//
// A text is read for a moment at a time. Between two moments the worker hears whether the reading was given up, and
// tells of its progress.

import { createAnnotator } from "./index.js";
import { messageOf } from "./load.js";

/**
 * @import { Annotator, Columns, ErrorCode, Reading } from "./index.js"
 * @import { FromWorker, ToWorker } from "./client.js"
 */

/** How long the worker reads before it listens again, in milliseconds. */
const MOMENT = 16;

/** A partial result is about so many times as much text as the one before. */
const MORE = 3;

/** @type {Annotator | null} */
let annotator = null;

/** The call that is being read; null once it was given up. @type {number | null} */
let current = null;

addEventListener("message", async (/** @type {MessageEvent<ToWorker>} */ { data }) => {
  if (data.type === "stop") {
    if (data.id === current) current = null;
    return;
  }
  const id = data.type === "annotate" ? data.id : null;
  try {
    if (data.type === "load") {
      annotator = await createAnnotator(data.options);
      answer({ type: "ready" });
    } else {
      await annotate(data);
    }
  } catch (thrown) {
    // An error's class does not survive the way to the page; its code and message do.
    answer({ type: "failed", id, code: codeOf(thrown), message: messageOf(thrown) });
  }
});

/** @param {Extract<ToWorker, { type: "annotate" }>} call */
async function annotate({ id, text, options, partial }) {
  const reading = loaded().read(text, options);
  current = id;
  let due = partial ? 0 : Number.POSITIVE_INFINITY;
  for (;;) {
    const { done, news } = readOn(reading, due);
    if (done) break;
    if (news) due = MORE * reading.found;
    answer({ type: "progress", id, progress: reading.progress, partial: news });
    await moment();
    if (current !== id) {
      reading.dispose();
      answer({ type: "stopped", id });
      return;
    }
  }
  answer({ type: "result", id, columns: reading.finish() });
}

/**
 * Reads for a moment; gives what has been found so far if that is about a share of the text that is `due`.
 * @param {Reading} reading
 * @param {number} due
 */
function readOn(reading, due) {
  const start = performance.now();
  /** @type {Columns | null} */
  let news = null;
  for (let stage = reading.advance(); stage; stage = reading.advance()) {
    // A stretch of text is read for quotes last.
    if (stage === "quote" && !news && reading.found > due) news = reading.partial();
    if (performance.now() - start > MOMENT) return { done: false, news };
  }
  return { done: true, news: null };
}

/**
 * The next turn of the event loop: what was posted to the worker meanwhile has been heard. Timers wait longer. Each turn
 * has a channel of its own: Node reads on from one that always has something, and hears nothing else meanwhile.
 * @returns {Promise<void>}
 */
function moment() {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

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

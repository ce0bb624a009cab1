// A worker that speaks the package's protocol and does to each text what the text says.

/** @import { FromWorker, ToWorker } from "../../pkg/client.js" */

/** @param {FromWorker | { type: string }} message */
const answer = (message) => postMessage(message);

addEventListener("message", (/** @type {MessageEvent<ToWorker>} */ { data }) => {
  if (data.type === "load") {
    if (data.options.model === "file:///absent") {
      answer({ type: "failed", id: null, code: "load", message: "cannot read absent" });
    } else answer({ type: "ready" });
    return;
  }
  if (data.type === "stop") {
    answer({ type: "stopped", id: data.id });
    return;
  }
  const { id, text } = data;
  if (text === "die") setTimeout(() => Promise.reject(new Error("died")));
  else if (text === "crash") answer({ type: "failed", id, code: "crash", message: "the engine crashed" });
  else if (text === "refuse") answer({ type: "failed", id, code: "option", message: "no such day" });
  else if (text === "spin") for (;;);
  else if (text === "long") answer({ type: "progress", id, progress: 0.25, partial: null });
  else answer({ type: "result", id, columns: /** @type {any} */ ({ length: text.length }) });
});

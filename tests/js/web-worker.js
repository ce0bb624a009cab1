// The part of a browser's Worker that the package uses, over Node's worker threads: worker.js and client.js run
// here as they are. One file for both ends: imported it is the class, started as a thread it is the scope.

import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

/** @implements {Pick<globalThis.Worker, "postMessage" | "terminate" | "addEventListener">} */
export class WebWorker extends EventTarget {
  /** How many were made so far. */
  static made = 0;
  /** How many of them were ended. */
  static ended = 0;
  #thread;

  /** @param {string | URL} url */
  constructor(url) {
    super();
    WebWorker.made++;
    this.#thread = new Worker(new URL(import.meta.url), { workerData: String(url) });
    this.#thread.on("message", (data) => this.dispatchEvent(new MessageEvent("message", { data })));
    this.#thread.on("error", (error) =>
      this.dispatchEvent(Object.assign(new Event("error"), { message: /** @type {Error} */ (error).message })),
    );
  }

  /** @param {unknown} message */
  postMessage(message) {
    this.#thread.postMessage(message);
  }

  terminate() {
    WebWorker.ended++;
    this.#thread.terminate();
  }
}

if (!isMainThread && parentPort) {
  const port = parentPort;
  Object.assign(globalThis, {
    /** @param {unknown} message */
    postMessage: (message) => port.postMessage(message),
    /** @param {string} type @param {(event: { data: unknown }) => void} listener */
    addEventListener: (type, listener) => port.on(type, (data) => listener({ data })),
  });
  await import(workerData);
}

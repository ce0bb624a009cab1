/**
 * Where the page's parts come from that are no modules of its own: engine, examples, service worker. Served, they are
 * files beside the page; in the single file they stand in the page itself (single-file/parts.js).
 */

import { createTrust } from "./trust.js";

/**
 * @import { WorkerOptions } from "../../pkg/client.js"
 * @import { ExchangeOptions } from "../../pkg/exchange.js"
 * @import { Shelf } from "./keeping.js"
 */

/**
 * @typedef {object} Parts
 * @property {() => Promise<WorkerOptions>} engine how to start the engine in its worker
 * @property {() => Promise<ExchangeOptions>} exchange how to start the exchange of exports and imports
 * @property {(name: string) => Promise<string>} example the text of an example article
 * @property {() => Promise<Worker>} probe the worker that tries to send
 * @property {() => Shelf} [shelf] where things are kept between visits, if not in the browser's database for this page
 * @property {() => Promise<ServiceWorkerRegistration> | null} offline keeps the page for use without its server; null where it needs none or cannot
 */

/** @type {Parts | null} */
let source = null;

/** @returns {Parts} */
export function parts() {
  source ??= servedParts();
  return source;
}

/**
 * Says that the parts come from somewhere else. To be called before the page's own module runs.
 * @param {Parts} other
 */
export function provideParts(other) {
  source = other;
}

/** @returns {Parts} */
function servedParts() {
  const address = (/** @type {string} */ path) => new URL(path, document.baseURI).href;
  const [worker, probe, serviceWorker] = ["worker.js", "probe-worker.js", "sw.js"].map(address);
  const trusted = createTrust((url) => [worker, probe, serviceWorker].includes(url));
  return {
    engine: async () => ({ worker: trusted(worker) }),
    exchange: async () => ({}),
    async example(name) {
      const response = await fetch(address(`examples/${name}`));
      if (!response.ok) throw new Error(`the server answered ${response.status}`);
      return response.text();
    },
    probe: async () => new Worker(trusted(probe)),
    offline: () =>
      navigator.serviceWorker?.register(trusted(serviceWorker), { scope: "./", updateViaCache: "none" }) ?? null,
  };
}

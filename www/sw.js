// Keeps the page for use without its server. What it keeps is exactly the list below, each file under the hash of its
// content, so that versions never mix; whatever else a page asks for, it leaves alone.
//
// The list is filled in when the page is served or built (`cargo xtask serve`, `cargo xtask dist`). Where it is not,
// there is nothing to keep and this does nothing.

/** Each file's hash as a browser checks it, by its path from here. @type {Readonly<Record<string, string>>} */
const ASSETS = {};

/**
 * An event of a service worker, with what this one uses of each.
 * @typedef {{ request: Request, data: unknown, respondWith(response: Promise<Response>): void, waitUntil(work: Promise<void>): void }} WorkerEvent
 */

/**
 * This worker's global object, of which the type checker knows only windows.
 * @typedef {object} Scope
 * @property {{ scope: string }} registration
 * @property {{ claim(): Promise<void> }} clients
 * @property {() => Promise<void>} skipWaiting
 * @property {(type: "install" | "activate" | "fetch" | "message", listener: (event: WorkerEvent) => void) => void} addEventListener
 */
const worker = /** @type {Scope} */ (/** @type {unknown} */ (globalThis));
const { scope } = worker.registration;

/** @type {ReadonlyMap<string, string>} the paths in the list, by their address */
const PATHS = new Map(Object.keys(ASSETS).map((path) => [new URL(path, scope).href, path]));

worker.addEventListener("install", (event) => event.waitUntil(keepAll()));
worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));
worker.addEventListener("fetch", (event) => {
  const path = event.request.method === "GET" ? pathOf(event.request.url) : undefined;
  if (path !== undefined) event.respondWith(kept(path, event.request));
});
// Only the reader, by a button, ends the version that is in use.
worker.addEventListener("message", ({ data }) => {
  if (data === "take over") worker.skipWaiting();
});

/**
 * The listed path that an address stands for. A query, such as one by which an installed page was opened, is ignored.
 * @param {string} address
 */
function pathOf(address) {
  const { origin, pathname } = new URL(address);
  return PATHS.get((origin + pathname).replace(/\/index\.html$/, "/"));
}

/** @param {string} path */
function keyOf(path) {
  const key = new URL(path, scope);
  key.search = ASSETS[path];
  return key.href;
}

function cache() {
  return caches.open("pressmark");
}

async function keepAll() {
  await Promise.all(Object.keys(ASSETS).map(keep));
}

/** @param {string} path */
async function keep(path) {
  const [key, here] = [keyOf(path), await cache()];
  if (await here.match(key)) return;
  const response = await fetch(new URL(path, scope), { cache: "no-cache", integrity: ASSETS[path] });
  if (!response.ok) throw new Error(`${path}: the server answered ${response.status}`);
  await here.put(key, response);
}

/** Forgets what only versions before this one used, and serves the pages that are open. */
async function takeOver() {
  const here = await cache();
  const ours = new Set(Object.keys(ASSETS).map(keyOf));
  const others = (await here.keys()).filter(({ url }) => !ours.has(url));
  await Promise.all(others.map((request) => here.delete(request)));
  await worker.clients.claim();
}

/**
 * @param {string} path
 * @param {Request} request
 */
async function kept(path, request) {
  return (await (await cache()).match(keyOf(path))) ?? fetch(request);
}

// A static server for the page's tests: the repository's www/ and pkg/, or dist/site, on loopback, with the headers that
// a server of the page should send. Files can be replaced, to see what the page does when one is missing or wrong.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * @import { RequestListener } from "node:http"
 * @import { AddressInfo } from "node:net"
 */

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types pressmark",
].join("; ");

const HEADERS = {
  "Content-Security-Policy": POLICY,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".png": "image/png",
};

/**
 * A server of the page. `replaced` maps a path to what is sent instead of the file: null for "not found"; a function is
 * asked anew at each request, and may say undefined for the file itself.
 * @typedef {string | null | undefined} Body
 * @typedef {{ url: string, replaced: Map<string, Body | (() => Body)>, close(): Promise<void> }} PageServer
 */

/**
 * The page as it stands in the tree.
 * @param {{ mayBeKept?: boolean }} [how] whether a browser may keep its files from one visit to the next
 */
export function servePage({ mayBeKept = false } = {}) {
  return serve("", ["www/", "pkg/"], "/www/", mayBeKept);
}

/** The page as `cargo xtask dist` builds it. */
export function serveSite() {
  return serve("dist/site/", [""], "/");
}

/**
 * @param {string} root of what is served, from the repository's
 * @param {string[]} folders beneath it that are, and no others
 * @param {string} start the page's path
 * @param {boolean} [mayBeKept]
 * @returns {Promise<PageServer>}
 */
async function serve(root, folders, start, mayBeKept = false) {
  const base = join(ROOT, root);
  /** @param {string} path */
  const read = async (path) => {
    const file = normalize(join(base, path));
    return folders.some((folder) => file.startsWith(join(base, folder))) ? readFile(file).catch(() => null) : null;
  };
  /** @type {PageServer["replaced"]} */
  const replaced = new Map();
  const { url, close } = await listen(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = decodeURIComponent(pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    const entry = replaced.get(path);
    const other = typeof entry === "function" ? entry() : entry;
    const body = other === undefined ? await read(path) : other;
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    const headers = { ...HEADERS, "Cache-Control": mayBeKept ? "max-age=3600" : "no-store", "Content-Type": type };
    response.writeHead(body === null ? 404 : 200, headers).end(body ?? "not found");
  });
  return { url: `${url}${start}`, replaced, close };
}

/**
 * A server that must hear nothing: it notes every request made to it, and every connection.
 * @returns {Promise<{ url: string, heard: string[], close(): Promise<void> }>}
 */
export async function listenForLeaks() {
  /** @type {string[]} */
  const heard = [];
  const { url, close } = await listen((request, response) => {
    heard.push(`${request.method} ${request.url}`);
    response.end();
  });
  return { url, heard, close };
}

/** @param {RequestListener} handler */
async function listen(handler) {
  const server = createServer(handler);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  const { port } = /** @type {AddressInfo} */ (server.address());
  /** @returns {Promise<void>} */
  const close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, close };
}

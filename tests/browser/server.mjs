// A static server for the page's tests: the repository's www/ and pkg/ on loopback, with the headers that a server of
// the page should send. Files can be replaced, to see what the page does when one is missing or wrong.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

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
  "Cache-Control": "no-store",
};

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

/**
 * Starts the server. `replace` maps a path to what is sent instead: bytes, or null for "not found".
 * @returns {Promise<{ url: string, replace: Map<string, Uint8Array | string | null>, close(): Promise<void> }>}
 */
export async function servePage() {
  const replace = new Map();
  const server = await listen(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const path = decodeURIComponent(pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    const body = replace.has(path) ? replace.get(path) : await read(path);
    if (body === null) return void response.writeHead(404, HEADERS).end("not found");
    response.writeHead(200, { ...HEADERS, "Content-Type": TYPES[extname(path)] ?? "application/octet-stream" }).end(body);
  });
  return { url: `${server.url}/www/`, replace, close: server.close };
}

/**
 * A server that must hear nothing: it notes every connection made to it.
 * @returns {Promise<{ url: string, heard: string[], close(): Promise<void> }>}
 */
export async function listenForLeaks() {
  const heard = [];
  const server = await listen((request, response) => {
    heard.push(`${request.method} ${request.url}`);
    response.end();
  });
  return { url: server.url, heard, close: server.close };
}

async function listen(handler) {
  const server = createServer(handler);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

/** A file of www/ or pkg/, or null. */
async function read(path) {
  const file = normalize(join(ROOT, path));
  if (![join(ROOT, "www/"), join(ROOT, "pkg/")].some((folder) => file.startsWith(folder))) return null;
  return readFile(file).catch(() => null);
}

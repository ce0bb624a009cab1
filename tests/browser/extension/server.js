// A server of article pages on loopback, which notes everything that is asked of it.

import { createServer } from "node:http";

/**
 * @import { AddressInfo } from "node:net"
 */

/**
 * @typedef {{ body: string, headers?: Record<string, string> }} Served
 * @typedef {{ url: string, asked: string[], close(): Promise<void> }} ArticleServer
 */

/**
 * @param {Readonly<Record<string, Served>>} pages by path
 * @returns {Promise<ArticleServer>}
 */
export async function serveArticles(pages) {
  /** @type {string[]} */
  const asked = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    asked.push(pathname);
    const page = Object.hasOwn(pages, pathname) ? pages[pathname] : undefined;
    const headers = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store", ...page?.headers };
    response.writeHead(page ? 200 : 404, headers).end(page?.body ?? "not found");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  // What is left of a test that failed must not keep its process.
  server.unref();
  const { port } = /** @type {AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

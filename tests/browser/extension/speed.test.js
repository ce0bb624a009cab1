// What the extension costs: time from the click to the first highlight, work while idle, memory of the engine.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { HOSTS, newPage, painted } from "./harness.js";
import { THOUSAND_WORDS } from "./pages.js";
import { serveArticles } from "./server.js";

/**
 * @import { Page } from "puppeteer-core"
 * @import { Host } from "./harness.js"
 * @import { ArticleServer } from "./server.js"
 */

/** How many tabs are measured. */
const RUNS = 5;
/** Frames that a page is watched for while it does nothing: about two seconds. */
const FRAMES = 120;

for (const { name, launch } of HOSTS) {
  describe(`${name}, cost`, () => {
    /** @type {Host} */
    let host;
    /** @type {ArticleServer} */
    let server;

    before(async () => {
      [host, server] = await Promise.all([launch(), serveArticles({ "/": { body: THOUSAND_WORDS } })]);
      const warming = await newPage(host.browser, `${server.url}/`);
      await host.annotate(warming);
      await painted(warming);
    });
    after(() => Promise.all([host.close(), server.close()]));

    test("from the click to the first highlight on a thousand words", async (t) => {
      /** @type {number[]} */
      const times = [];
      for (let run = 0; run < RUNS; run++) {
        const page = await newPage(host.browser, `${server.url}/`);
        await page.bringToFront();
        const first = page.waitForFunction(() => [...CSS.highlights.values()].some(({ size }) => size > 0), {
          polling: "raf",
        });
        const start = performance.now();
        await host.annotate(page);
        await first;
        times.push(performance.now() - start);
        await page.close();
      }
      const median = times.toSorted((a, b) => a - b)[RUNS >> 1];
      const figures = times.map((time) => time.toFixed(0)).join(", ");
      t.diagnostic(`${name}: median ${median.toFixed(0)} ms (asked for: 300), all: ${figures}`);
      // The bound holds on an idle machine; this one says that something is badly wrong.
      assert.ok(median < 3000, figures);
    });
  });
}

describe("Chromium, idle", () => {
  /** @type {Host} */
  let host;
  /** @type {ArticleServer} */
  let server;

  before(async () => {
    [host, server] = await Promise.all([HOSTS[0].launch(), serveArticles({ "/": { body: THOUSAND_WORDS } })]);
  });
  after(() => Promise.all([host.close(), server.close()]));

  test("an annotated page's scripts do no more while nothing happens than before", async (t) => {
    const page = await newPage(host.browser, `${server.url}/`);
    const bare = await scriptingOver(page);
    await host.annotate(page);
    await painted(page);
    const annotated = await scriptingOver(page);
    t.diagnostic(
      `scripting in ${FRAMES} idle frames: ${bare.toFixed(2)} ms before, ${annotated.toFixed(2)} ms annotated`,
    );
    assert.ok(annotated < bare * 2 + 10, `${bare} ms before, ${annotated} ms annotated`);
    await page.close();
  });

  test("the engine is in the background alone, once, however many tabs are annotated", async (t) => {
    const pages = [];
    for (let i = 0; i < 3; i++) {
      const page = await newPage(host.browser, `${server.url}/`);
      await host.annotate(page);
      await painted(page);
      pages.push(page);
    }
    const engines = host.browser.targets().filter((target) => target.url().endsWith("/background.js"));
    const workers = host.browser.targets().filter((target) => String(target.type()) === "worker");
    assert.deepEqual([engines.length, workers.length], [1, 0]);
    const engine = await memoryOf(await engines[0].createCDPSession());
    const tabs = await Promise.all(pages.map(async (page) => memoryOf(await page.createCDPSession())));
    t.diagnostic(`the engine: ${mega(engine)} MB of buffers, once; each tab: ${tabs.map(mega).join(", ")} MB`);
    // The model alone is more than a megabyte: no tab has it.
    for (const tab of tabs) assert.ok(tab < 1_000_000, mega(tab));
  });

  test("a background that the browser has put to sleep wakes up at the next click", async () => {
    const page = await newPage(host.browser, `${server.url}/`);
    const background = await host.browser.waitForTarget((target) => target.url().endsWith("/background.js"));
    const asleep = new Promise((/** @type {(value: unknown) => void} */ resolve) =>
      host.browser.on("targetdestroyed", (target) => target === background && resolve(null)),
    );
    const session = await host.desk.createCDPSession();
    await session.send("ServiceWorker.enable");
    await session.send("ServiceWorker.stopAllWorkers");
    await asleep;
    await host.annotate(page);
    await painted(page);
    await page.close();
  });
});

/**
 * How long scripts of all worlds ran while a page painted some frames, in milliseconds.
 * @param {Page} page
 */
async function scriptingOver(page) {
  await page.bringToFront();
  const before = (await page.metrics()).ScriptDuration ?? 0;
  await page.evaluate(
    (frames) =>
      new Promise((resolve) => {
        const next = (/** @type {number} */ left) =>
          left === 0 ? resolve(null) : requestAnimationFrame(() => next(left - 1));
        next(frames);
      }),
    FRAMES,
  );
  return (((await page.metrics()).ScriptDuration ?? 0) - before) * 1000;
}

/**
 * Bytes of buffers, WebAssembly's memory among them.
 * @param {import("puppeteer-core").CDPSession} session
 */
async function memoryOf(session) {
  const { backingStorageSize } = /** @type {any} */ (await session.send("Runtime.getHeapUsage"));
  return Number(backingStorageSize);
}

/** @param {number} bytes */
function mega(bytes) {
  return (bytes / 1_000_000).toFixed(1);
}

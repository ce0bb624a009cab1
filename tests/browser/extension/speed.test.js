// What the extension costs: time from the click to the first highlight, work while idle, memory of the engine.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { HOSTS, newPage, painted, within } from "./harness.js";
import { THOUSAND_WORDS } from "./pages.js";
import { serveArticles } from "./server.js";

/**
 * @import { CDPSession, Page, Target } from "puppeteer-core"
 * @import { Host } from "./harness.js"
 * @import { ArticleServer } from "./server.js"
 */

/** How many tabs are measured. */
const RUNS = 5;
/** How long a page is watched while it does nothing, in milliseconds: longer than any debounce of the content script. */
const IDLE = 2000;

for (const { name, launch } of HOSTS) {
  describe(`${name}, cost`, () => {
    /** @type {Host} */
    let host;
    /** @type {ArticleServer} */
    let server;

    before(async () => {
      [host, server] = await Promise.all([launch(), serveArticles({ "/": { body: THOUSAND_WORDS } })]);
      await (await annotated()).close();
    });
    after(() => Promise.all([host.close(), server.close()]));

    async function annotated() {
      const page = await newPage(host.browser, `${server.url}/`);
      await host.annotate(page);
      await painted(page);
      return page;
    }

    test("from the click to the first highlight on a thousand words", async (t) => {
      /** @type {number[]} */
      const times = [];
      for (let run = 0; run < RUNS; run++) {
        const page = await newPage(host.browser, `${server.url}/`);
        await page.bringToFront();
        const start = performance.now();
        await Promise.all([host.annotate(page), painted(page)]);
        times.push(performance.now() - start);
        await page.close();
      }
      const median = times.toSorted((a, b) => a - b)[RUNS >> 1];
      const figures = times.map((time) => time.toFixed(0)).join(", ");
      t.diagnostic(`${name}: median ${median.toFixed(0)} ms (asked for: 300), all: ${figures}`);
      // The bound holds on an idle machine; this one says that something is badly wrong.
      assert.ok(median < 3000, figures);
    });

    // Only Chromium lets a driver see what follows.
    if (name !== "Chromium") return;

    test("an annotated page's scripts do nothing while nothing happens", async (t) => {
      const page = await newPage(host.browser, `${server.url}/`);
      const bare = await workIn(page, () => rest(page));
      await host.annotate(page);
      await painted(page);
      // Once the panel has its lists, nobody has anything left to do.
      await (await host.panelFor(page)).waitForSelector("#panel-names .row");
      const idle = await workIn(page, () => rest(page));
      const changed = await workIn(page, async () => {
        await page.evaluate(() => document.querySelector("article p")?.append(" And no more."));
        await rest(page);
      });
      for (const [when, { calls, milliseconds }] of Object.entries({ bare, idle, changed }))
        t.diagnostic(`in ${IDLE} ms, ${when}: ${milliseconds.toFixed(3)} ms of scripts, ${calls} calls of ours`);
      assert.deepEqual([bare.calls, idle.calls], [0, 0]);
      assert.ok(changed.calls > 0, "what the content script does is seen here");
      // Both are the driver's own, about 0.02 ms.
      assert.ok(idle.milliseconds < bare.milliseconds + 1, `${bare.milliseconds} before, ${idle.milliseconds} after`);
      await page.close();
    });

    test("the engine's memory is in the background alone, once, however many tabs are annotated", async (t) => {
      const pages = [await annotated()];
      const one = await enginesIn(host.browser.targets());
      pages.push(await annotated(), await annotated());
      const three = await enginesIn(host.browser.targets());
      t.diagnostic(`the engine's memory: ${one.background} bytes with 1 tab, ${three.background} bytes with 3 tabs`);
      for (const { background, elsewhere } of [one, three])
        assert.deepEqual([background.length, elsewhere], [1, []], "one in the background, none in any page");
      assert.equal(three.background[0], one.background[0], "and it does not grow with the tabs");
      await Promise.all(pages.map((page) => page.close()));
    });

    test("a background that the browser has put to sleep wakes up at the next click", async () => {
      const page = await newPage(host.browser, `${server.url}/`);
      const session = await host.desk.createCDPSession();
      const asleep = stopped(session);
      await session.send("ServiceWorker.enable");
      await session.send("ServiceWorker.stopAllWorkers");
      await within(asleep, "the background asleep");
      await session.detach();
      await host.annotate(page);
      await painted(page);
      await page.close();
    });
  });
}

/**
 * Lets a page be for a while.
 * @param {Page} page
 */
function rest(page) {
  return page.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), IDLE);
}

/**
 * What a page's scripts do meanwhile: how long those of all worlds run, and how often the browser calls the content
 * script's functions, as its trace has it.
 * @param {Page} page
 * @param {() => Promise<unknown>} act
 */
async function workIn(page, act) {
  await page.bringToFront();
  const { ScriptDuration: before = 0 } = await page.metrics();
  await page.tracing.start({ categories: ["devtools.timeline"] });
  await act();
  const trace = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
  const { ScriptDuration: now = 0 } = await page.metrics();
  const calls = trace.traceEvents.filter(
    (/** @type {any} */ event) => event.name === "FunctionCall" && event.args.data?.url?.endsWith("/content.js"),
  );
  return { calls: calls.length, milliseconds: (now - before) * 1000 };
}

/**
 * The sizes, in bytes, of every WebAssembly memory that the background has, and that tabs, panels and workers have.
 * @param {Target[]} targets
 */
async function enginesIn(targets) {
  /** @type {{ background: number[], elsewhere: number[] }} */
  const found = { background: [], elsewhere: [] };
  for (const target of targets) {
    if (!/extension:|^http/.test(target.url())) continue;
    const session = await target.createCDPSession();
    const sizes = await memoriesIn(session);
    // A worker with a driver attached can neither go to sleep nor wake up.
    await session.detach();
    found[target.url().endsWith("/background.js") ? "background" : "elsewhere"].push(...sizes);
  }
  return found;
}

/**
 * The sizes, in bytes, of the WebAssembly memories in all of a target's worlds.
 * @param {CDPSession} session
 * @returns {Promise<number[]>}
 */
async function memoriesIn(session) {
  /** @type {number[]} */
  const worlds = [];
  session.on("Runtime.executionContextCreated", ({ context }) => worlds.push(context.id));
  await session.send("Runtime.enable");
  const sizes = [];
  for (const contextId of worlds) {
    const expression = "WebAssembly.Memory.prototype";
    const { result } = await session.send("Runtime.evaluate", { expression, contextId });
    const prototypeObjectId = result.objectId ?? "";
    const { objects } = await session.send("Runtime.queryObjects", { prototypeObjectId });
    const counted = await session.send("Runtime.callFunctionOn", {
      objectId: objects.objectId,
      functionDeclaration: "function () { return this.map(({ buffer }) => buffer.byteLength); }",
      returnByValue: true,
    });
    sizes.push(...counted.result.value);
  }
  return sizes;
}

/**
 * Resolves when the browser says that the background sleeps.
 * @param {CDPSession} session
 */
function stopped(session) {
  return new Promise((/** @type {(value: unknown) => void} */ resolve) =>
    session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
      const background = versions.find(({ scriptURL }) => scriptURL.endsWith("/background.js"));
      if (background?.runningStatus === "stopped") resolve(null);
    }),
  );
}

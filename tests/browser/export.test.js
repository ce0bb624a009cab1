// The annotated page that the command line writes, opened as a file: it shows the article as it was, its policy lets
// its own style through, and there is nothing in it that runs.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";

import { ARTICLES, pageFromCommandLine } from "../js/support.js";
import { BROWSERS } from "./harness.js";

/** @import { Browser } from "puppeteer-core" */

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const TEXTS = [
  ...ARTICLES,
  "",
  "\n\nTwo lines first.\r\n\r\n  “Wait,” said Ann Lee.\rOn Monday.\n",
  "</article><script>document.title = 'run'</script><img src=x onerror=\"document.title = 'run'\"> & &amp; said Ann.",
  "\u202Eright to left\u202C 😀 שלום Ann Lee.",
];

for (const { name, launch } of BROWSERS) {
  describe(`${name}, annotated page`, () => {
    const folder = mkdtempSync(join(tmpdir(), "pressmark-export-"));
    /** @type {Browser} */
    let browser;

    before(async () => {
      browser = await launch();
    });
    after(async () => {
      await browser.close();
      rmSync(folder, { recursive: true });
    });

    /** @param {string} text */
    async function open(text) {
      const file = join(folder, "page.html");
      writeFileSync(file, pageFromCommandLine(text));
      const page = await browser.newPage();
      /** @type {string[]} */
      const complaints = [];
      page.on("console", (message) => complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(String(error)));
      await page.goto(pathToFileURL(file).href);
      return { page, complaints };
    }

    test("shows every article as it was, in its own style", async () => {
      for (const text of TEXTS) {
        const { page, complaints } = await open(text);
        const shown = await page.evaluate(() => ({
          text: document.getElementById("article")?.textContent,
          breaks: getComputedStyle(document.getElementById("article") ?? document.body).whiteSpace,
          title: document.title,
        }));
        assert.deepEqual(complaints, []);
        assert.equal(shown.text, text);
        assert.equal(shown.breaks, "pre-wrap", "the style is let through");
        assert.notEqual(shown.title, "run");
        await page.close();
      }
    });

    test("axe-core finds nothing to complain of", async () => {
      const { page } = await open(ARTICLES[0]);
      await page.evaluate(AXE);
      const { violations } = await page.evaluate(() => /** @type {any} */ (globalThis).axe.run());
      assert.deepEqual(
        violations.map((/** @type {any} */ violation) => `${violation.id}: ${violation.nodes[0].html}`),
        [],
      );
    });
  });
}

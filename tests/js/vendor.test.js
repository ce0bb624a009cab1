// The page's libraries are what npm has.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { vendored } from "./vendor.js";

for (const [file, text] of vendored())
  test(`www/vendor/${file} is what tests/js/vendor.js makes of the package`, async () => {
    assert.equal(await readFile(new URL(`../../www/vendor/${file}`, import.meta.url), "utf8"), text);
  });

// The promise that a reader never waits: in the same process and on the same text, the whole analysis takes less time
// than the peer's names and quotations alone. A ratio, so that it holds on any machine.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { contestants, race } from "../../benches/peers.mjs";

test("the whole analysis is faster than compromise's", async () => {
  const text = readFileSync(new URL("../../www/examples/talks.txt", import.meta.url), "utf8");
  const { pressmark, compromise } = race(await contestants(), text, 9);
  assert.ok(pressmark < compromise, `${pressmark} s, compromise ${compromise} s`);
});

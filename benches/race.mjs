// Races all contestants over texts in one process: one line of JSON for each text, shortest first.
//
//     node benches/race.mjs <seconds> <contestant>,… <file> …
//
// They take turns, so that whatever else the machine does hits all. Who would need longer than so many seconds of the
// processor for one text, by what the texts before took and how that grew, is left out. `cargo xtask bench` runs this and shows it beside native code.

import { readFileSync } from "node:fs";
import { createAnnotator } from "../pkg/index.js";
import { CONTESTANTS } from "./peers.mjs";

/** Runs over the beginning of the text before the clock is looked at: compilers in the engine of Node warm up. */
const WARM_UP = { runs: 5, length: 3000 };

/** Rounds go on for so many seconds, but there are a few and not endlessly many. */
const ROUNDS = { seconds: 4, least: 3, most: 41 };

const [limit, keys, ...files] = process.argv.slice(2);
/** What each took, by text. @type {{ key: string, name: string, does: string, run: (text: string) => unknown, took: { length: number, seconds: number }[] }[]} */
const contestants = [];
// One after the other: one of them makes the library of another anew.
for (const key of keys.split(",")) contestants.push({ key, ...(await CONTESTANTS[key]()), took: [] });
const annotator = await createAnnotator();

for (const [index, file] of files.entries()) {
  const text = readFileSync(file, "utf8");
  // Who was left out once stays out.
  const racing = contestants.filter(
    ({ took }) => took.length === index && expected(took, text.length) <= Number(limit),
  );
  const times = race(racing, text);
  for (const { key, took } of racing) took.push({ length: text.length, seconds: times[key].cpu });
  const found = Object.fromEntries(racing.map(({ key, name, does }) => [key, { name, does, ...times[key] }]));
  console.log(JSON.stringify({ characters: text.length, contestants: found, stages: stages(text) }));
}

/**
 * The seconds that a text will take, if time goes on growing with its length as it did, and not less.
 * @param {{ length: number, seconds: number }[]} took
 * @param {number} length
 */
function expected(took, length) {
  const [last, before] = [took.at(-1), took.at(-2)];
  if (!last) return 0;
  const power = before ? Math.log(last.seconds / before.seconds) / Math.log(last.length / before.length) : 1;
  return last.seconds * (length / last.length) ** Math.max(power, 1);
}

/**
 * Median seconds of each on a text, by the clock and of the processor.
 * @param {{ key: string, run: (text: string) => unknown }[]} racing
 * @param {string} text
 * @returns {Record<string, { wall: number, cpu: number }>}
 */
function race(racing, text) {
  /** @type {Record<string, { wall: number[], cpu: number[] }>} */
  const all = {};
  for (const { key, run } of racing) {
    all[key] = { wall: [], cpu: [] };
    for (let i = 0; i < WARM_UP.runs; i++) run(text.slice(0, WARM_UP.length));
  }
  const start = performance.now();
  for (let round = 0; round < ROUNDS.most; round++) {
    if (round >= ROUNDS.least && performance.now() - start > ROUNDS.seconds * 1000) break;
    for (const { key, run } of racing) {
      // One slow run says enough of who needs seconds.
      if (all[key].wall.length > 0 && all[key].wall[0] > ROUNDS.seconds) continue;
      const [cpu, wall] = [process.cpuUsage(), performance.now()];
      run(text);
      all[key].wall.push((performance.now() - wall) / 1000);
      const { user, system } = process.cpuUsage(cpu);
      all[key].cpu.push((user + system) / 1e6);
    }
  }
  return Object.fromEntries(
    Object.entries(all).map(([key, { wall, cpu }]) => [key, { wall: median(wall), cpu: median(cpu) }]),
  );
}

/**
 * Median seconds of each of the engine's stages on a text; the door makes the columns.
 * @param {string} text
 */
function stages(text) {
  /** @type {Record<string, number[]>} */
  const all = {};
  for (let round = 0; round < 5; round++) {
    /** @type {Record<string, number>} */
    const times = { door: 0 };
    let last = performance.now();
    const lap = (/** @type {string} */ name) => {
      const now = performance.now();
      times[name] = (times[name] ?? 0) + (now - last) / 1000;
      last = now;
    };
    const reading = annotator.read(text, { date: "2026-03-12" });
    lap("door");
    for (let stage = reading.advance(1 << 16); stage; stage = reading.advance(1 << 16)) lap(stage);
    reading.finish();
    lap("door");
    for (const [name, seconds] of Object.entries(times)) all[name] = [...(all[name] ?? []), seconds];
  }
  return Object.fromEntries(Object.entries(all).map(([name, seconds]) => [name, median(seconds)]));
}

/** @param {number[]} numbers */
function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

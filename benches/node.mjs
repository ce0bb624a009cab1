// Races the package against compromise in Node: one line of JSON for each text file given.
//
// `cargo xtask bench` runs this and shows it beside the same in native code.

import { contestants, contestantsWithDates, race, read } from "./peers.mjs";

const [rounds, ...files] = process.argv.slice(2);
const without = await contestants();
const results = files.map((file) => ({ plain: race(without, read(file), Number(rounds)) }));
const withDates = await contestantsWithDates();
files.forEach((file, i) => {
  console.log(JSON.stringify({ ...results[i], dates: race(withDates, read(file), Number(rounds)) }));
});

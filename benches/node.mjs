// Races the package against compromise in Node: one line of JSON for each text.
//
//     node benches/node.mjs <rounds>:<rounds with dates>:<file> …
//
// `cargo xtask bench` runs this and shows it beside the same in native code.

import { contestants, contestantsWithDates, race, read } from "./peers.mjs";

const texts = process.argv.slice(2).map((argument) => {
  const [rounds, roundsWithDates, ...file] = argument.split(":");
  return { text: read(file.join(":")), rounds: Number(rounds), roundsWithDates: Number(roundsWithDates) };
});
const without = await contestants();
const plain = texts.map(({ text, rounds }) => race(without, text, rounds));
const withDates = await contestantsWithDates();
texts.forEach(({ text, roundsWithDates }, i) => {
  const dates = roundsWithDates > 0 ? race(withDates, text, roundsWithDates) : null;
  console.log(JSON.stringify({ plain: plain[i], dates }));
});

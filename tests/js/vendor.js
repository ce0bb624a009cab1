// Makes www/vendor: the page's two libraries from npm as ES modules, since the page is served without a build.
//
//     node tests/js/vendor.js
//
// A test holds what is committed against what this makes.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { buildSync } from "esbuild";

const FOLDER = new URL("../../www/vendor/", import.meta.url);

/** Each library with what of it the page uses. */
const LIBRARIES = [
  { file: "idb-keyval.js", from: "idb-keyval", takes: "export { clear, createStore, delMany, get, setMany }" },
  { file: "readability.js", from: "@mozilla/readability", takes: "export { Readability }" },
];

/** The modules' texts by their names. */
export function vendored() {
  return new Map(LIBRARIES.map(({ file, from, takes }) => [file, bundle(from, takes)]));
}

/**
 * @param {string} from
 * @param {string} takes
 */
function bundle(from, takes) {
  const { version, license } = JSON.parse(
    readFileSync(new URL(`../node_modules/${from}/package.json`, import.meta.url), "utf8"),
  );
  const { outputFiles } = buildSync({
    stdin: {
      contents: `${takes} from ${JSON.stringify(from)};`,
      resolveDir: fileURLToPath(new URL("../", import.meta.url)),
    },
    bundle: true,
    format: "esm",
    write: false,
    banner: {
      js: `// @ts-nocheck\n/*! ${from} ${version}, ${license}: https://www.apache.org/licenses/LICENSE-2.0. Made by tests/js/vendor.js. */`,
    },
  });
  return outputFiles[0].text;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, text] of vendored()) writeFileSync(new URL(file, FOLDER), text);
}

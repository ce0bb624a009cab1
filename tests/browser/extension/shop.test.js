// What the shops look at: permissions, policy, what is in the archive; and what content scripts may not do.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

import { PAINTS } from "../../../extension/lib/palette.js";
import { refusalOf } from "../../../extension/lib/restricted.js";
import { UNPACKED } from "./harness.js";

const read = (/** @type {string} */ path) => readFileSync(new URL(path, import.meta.url), "utf8");
const WEB_EXT = fileURLToPath(new URL("../../node_modules/web-ext/bin/web-ext.js", import.meta.url));

/** @type {any} */
let manifest;
/** @type {string[]} */
let files;

before(() => {
  manifest = JSON.parse(readFileSync(`${UNPACKED}manifest.json`, "utf8"));
  files = readdirSync(UNPACKED, { recursive: true, encoding: "utf8" }).filter((file) =>
    statSync(UNPACKED + file).isFile(),
  );
});

describe("the manifest", () => {
  test("asks for these permissions, and for sites only when the reader wants one", () => {
    assert.deepEqual(manifest.permissions, ["activeTab", "scripting", "storage", "contextMenus", "sidePanel"]);
    assert.deepEqual(manifest.optional_host_permissions, ["https://*/*", "http://*/*"]);
    for (const key of [
      "host_permissions",
      "optional_permissions",
      "content_scripts",
      "web_accessible_resources",
      "externally_connectable",
      "update_url",
      "oauth2",
    ])
      assert.equal(Object.hasOwn(manifest, key), false, key);
  });

  test("says that no data is collected, and lets its pages load nothing from elsewhere", () => {
    assert.deepEqual(manifest.browser_specific_settings.gecko.data_collection_permissions, { required: ["none"] });
    const policy = manifest.content_security_policy.extension_pages;
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /https?:|\*|unsafe-inline|'unsafe-eval'|data:|blob:/);
  });

  test("has what web-ext lint wants", () => {
    const { stdout } = spawnSync(process.execPath, [WEB_EXT, "lint", "--source-dir", UNPACKED, "--output", "json"], {
      encoding: "utf8",
      timeout: 60_000,
    });
    const { summary, errors, warnings } = JSON.parse(stdout);
    assert.deepEqual([summary.errors, errors], [0, []]);
    // What one manifest for two browsers costs, and Readability's work on its copy.
    const known = new Set(["MANIFEST_PERMISSIONS", "BACKGROUND_SERVICE_WORKER_IGNORED", "UNSAFE_VAR_ASSIGNMENT"]);
    assert.deepEqual(
      warnings.filter((/** @type {{ code: string }} */ { code }) => !known.has(code)),
      [],
    );
  });
});

describe("the files", () => {
  test("name no other place to load anything from", () => {
    for (const file of files.filter((name) => /\.(js|html|css)$/.test(name))) {
      const text = readFileSync(UNPACKED + file, "utf8");
      assert.doesNotMatch(text, /(?:src|href)="(?:https?:)?\/\//, file);
      assert.doesNotMatch(text, /(?:fetch|import|importScripts|sendBeacon|WebSocket)\(\s*["'`](?:https?|wss?):/, file);
    }
  });

  test("the content script reaches no network and writes nothing into pages", () => {
    const folder = new URL("../../../extension/content/", import.meta.url);
    for (const file of readdirSync(folder)) {
      const text = readFileSync(new URL(file, folder), "utf8");
      assert.doesNotMatch(text, /fetch\(|XMLHttpRequest|WebSocket|sendBeacon|new Image|localStorage|indexedDB/, file);
      assert.doesNotMatch(text, /innerHTML|setAttribute|classList|\.dataset|\.style\b|WebAssembly/, file);
    }
  });

  test("the archive of each shop holds just the unpacked files, in order and of no day", () => {
    const script =
      "import json, sys, zipfile\nprint(json.dumps([[i.filename, list(i.date_time)] for i in zipfile.ZipFile(sys.argv[1]).infolist()]))";
    for (const shop of ["chrome", "firefox"]) {
      const archive = fileURLToPath(new URL(`../../../dist/pressmark-${shop}.zip`, import.meta.url));
      /** @type {[string, number[]][]} */
      const entries = JSON.parse(execFileSync("python3", ["-c", script, archive], { encoding: "utf8" }));
      assert.deepEqual(
        entries.map(([entry]) => entry),
        files.toSorted(),
      );
      assert.deepEqual(new Set(entries.map(([, day]) => day.join())), new Set(["1980,1,1,0,0,0"]));
    }
  });
});

describe("looks", () => {
  test("the fills on foreign pages are those of our own page, light and dark", () => {
    const [light, dark] = read("../../../www/style.css").split("@media screen and (prefers-color-scheme: dark)");
    for (const [kind, paint] of Object.entries(PAINTS)) {
      if (kind === "quote") continue;
      const variable = ["person", "organization", "place", "date"].includes(kind) ? kind : "other";
      assert.ok(light.includes(`--${variable}: ${paint.light};`), `${kind}, light`);
      assert.ok(dark.includes(`--${variable}: ${paint.dark};`), `${kind}, dark`);
    }
  });

  test("no two kinds look the same", () => {
    const looks = Object.values(PAINTS).map(({ light, line }) => `${light} ${line}`);
    assert.equal(new Set(looks).size, looks.length);
  });
});

describe("pages that may not be touched", () => {
  for (const [address, title] of [
    ["chrome://settings/", "belongs to the browser"],
    ["about:config", "belongs to the browser"],
    ["about:reader?url=x", "reader mode"],
    ["https://chromewebstore.google.com/detail/x", "shop"],
    ["https://addons.mozilla.org/en-US/firefox/", "shop"],
    ["https://example.com/a.pdf?x=1", "PDF"],
    ["moz-extension://abc/x.html", "belongs to an extension"],
  ])
    test(address, () => {
      const refusal = refusalOf(address, "Cannot access contents of the page");
      assert.ok(refusal.title.includes(title), refusal.title);
      assert.match(refusal.remedy, /clean view/);
    });

  test("an article's address with an unknown reason gives the browser's words", () => {
    assert.match(refusalOf("https://example.com/", "The frame was removed").remedy, /The frame was removed/);
  });
});

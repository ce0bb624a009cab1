// The fills of the kinds keep apart for every common kind of colour vision, and words on them can be read: by arithmetic
// over the style sheet, since no checker sees this. Dichromacy is simulated as Machado, Oliveira and Fernandes (2009)
// have it, distances are CIE76 in CIELAB.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";

const STYLE = await readFile(new URL("../../www/style.css", import.meta.url), "utf8");
const ARTICLE = await readFile(new URL("../../www/article.css", import.meta.url), "utf8");
const FILLS = ["person", "organization", "place", "date", "other"];

/** @typedef {[number, number, number]} Triple */

/** What each kind of colour vision makes of linear sRGB. @type {Record<string, [Triple, Triple, Triple]>} */
const VISIONS = {
  common: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/**
 * The custom properties of the page in one scheme, as linear sRGB.
 * @param {string} css
 * @returns {Record<string, Triple>}
 */
function colours(css) {
  return Object.fromEntries(
    [...css.matchAll(/--([a-z-]+): #([0-9a-f]{6});/g)].map(([, name, hex]) => [name, linear(hex)]),
  );
}

/**
 * @param {string} hex
 * @returns {Triple}
 */
function linear(hex) {
  const channel = (/** @type {number} */ at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return [channel(0), channel(2), channel(4)];
}

/**
 * @param {readonly Triple[]} matrix
 * @param {Triple} colour
 * @returns {Triple}
 */
function times(matrix, [r, g, b]) {
  const [x, y, z] = matrix.map(([a, c, d]) => Math.min(1, Math.max(0, a * r + c * g + d * b)));
  return [x, y, z];
}

/** @param {Triple} colour linear sRGB @returns {Triple} */
function lab([r, g, b]) {
  const [x, y, z] = [
    (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047,
    0.2126729 * r + 0.7151522 * g + 0.072175 * b,
    (0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883,
  ].map((share) => (share > 216 / 24389 ? Math.cbrt(share) : (share * 24389) / 27 / 116 + 16 / 116));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** @param {Triple} colour linear sRGB */
function luminance([r, g, b]) {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/**
 * @param {Triple} a
 * @param {Triple} b
 */
function contrast(a, b) {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const [light, dark] = STYLE.split("@media screen and (prefers-color-scheme: dark)").map(colours);

for (const [scheme, palette] of Object.entries({ light, dark: { ...light, ...dark } })) {
  describe(scheme, () => {
    for (const [vision, matrix] of Object.entries(VISIONS)) {
      test(`fills keep apart for ${vision} vision`, (context) => {
        const seen = FILLS.map((name) => lab(times(matrix, palette[name])));
        const distances = seen.flatMap((one, i) =>
          seen.slice(i + 1).map((other) => Math.hypot(...one.map((v, k) => v - other[k]))),
        );
        context.diagnostic(`least ΔE ${Math.min(...distances).toFixed(1)}`);
        assert.ok(Math.min(...distances) >= 15, `${Math.min(...distances)}`);
      });
    }

    test("words on every fill can be read, and lines on the paper be seen", () => {
      for (const name of FILLS) assert.ok(contrast(palette.ink, palette[name]) >= 4.5, name);
      assert.ok(contrast(palette.soft, palette.paper) >= 4.5);
      for (const line of ["quote", "ink", "line"]) assert.ok(contrast(palette[line], palette.paper) >= 3, line);
    });
  });
}

test("no two kinds of names look the same without colour", () => {
  const looks = ["person", "organization", "place", "date", "group", "event", "work", "product"].map((kind) => {
    const [, rules] = ARTICLE.match(new RegExp(`^\\[data-kind="${kind}"\\] \\{([^}]*)\\}`, "m")) ?? [];
    assert.ok(rules, kind);
    return rules.replace(/--fill[^;]*;|text-decoration-thickness[^;]*;|\s/g, "");
  });
  assert.equal(new Set(looks).size, looks.length, looks.join(" | "));
});

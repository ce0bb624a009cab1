/**
 * The page's parts as the single file has them: gzipped, as base64, in data blocks of the page. A page opened from disk
 * may fetch nothing, not even what lies beside it.
 */

import { createTrust } from "../lib/trust.js";

/**
 * @import { Parts } from "../lib/parts.js"
 */

/** @returns {Parts} */
export function embeddedParts() {
  /** The addresses of the scripts below. @type {Set<string>} */
  const scripts = new Set();
  const trusted = createTrust((url) => scripts.has(url));
  /** @param {string} name */
  const script = async (name) => {
    const address = URL.createObjectURL(new Blob([await part(name)], { type: "text/javascript" }));
    scripts.add(address);
    return () => new Worker(trusted(address));
  };
  return {
    async engine() {
      const [worker, wasm, model] = await Promise.all([
        script("worker.js"),
        part("pressmark_bg.wasm"),
        part("en.model"),
      ]);
      // Compiled here: a worker from a blob has no address to load a file by.
      return { wasm: await WebAssembly.compile(wasm), model, worker };
    },
    exchange: async () => ({ wasm: await WebAssembly.compile(await part("exchange_bg.wasm")) }),
    probe: async () => (await script("probe-worker.js"))(),
    example: async (name) => new TextDecoder().decode(await part(`examples/${name}`)),
    offline: () => null,
  };
}

/**
 * A part's bytes.
 * @param {string} name
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
async function part(name) {
  const block = document.querySelector(`script[data-part="${CSS.escape(name)}"]`);
  if (!block) throw new Error(`the file has no ${name}: it is not whole, get it again`);
  const stream = new Blob([bytesOfBase64(block.textContent)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** @param {string} base64 */
function bytesOfBase64(base64) {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

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
  /** @type {string | null} */
  let script = null;
  const trusted = createTrust((url) => url === script);
  return {
    async engine() {
      const [worker, wasm, model] = await Promise.all(["worker.js", "pressmark_bg.wasm", "en.model"].map(part));
      script = URL.createObjectURL(new Blob([worker], { type: "text/javascript" }));
      const address = script;
      // Compiled here: a worker from a blob has no address to load a file by.
      return { wasm: await WebAssembly.compile(wasm), model, worker: () => new Worker(trusted(address)) };
    },
    exchange: async () => ({ wasm: await WebAssembly.compile(await part("exchange_bg.wasm")) }),
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

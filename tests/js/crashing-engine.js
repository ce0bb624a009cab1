// The engine with a defect put in: it traps on every text. The real one is not known to trap on any.

import { readFileSync } from "node:fs";
import binaryen from "binaryen";
import { ROOT } from "./support.js";

/** The engine's bytes, but for `read`, which traps. */
export function crashingEngine() {
  const module = binaryen.readBinary(readFileSync(new URL("pkg/engine/pressmark_bg.wasm", ROOT)));
  try {
    const { value } = binaryen.getExportInfo(module.getExport("annotator_read"));
    // The package's types do not have this wrapper.
    const { Function: wrap } = /** @type {any} */ (binaryen);
    wrap(module.getFunction(value)).body = module.unreachable();
    return module.emitBinary();
  } finally {
    module.dispose();
  }
}

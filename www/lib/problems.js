/** What went wrong with the engine, in a reader's words, and what to do about it. Host-free. */

/**
 * @typedef {{ title: string, detail: string, remedy: string }} Problem
 */

const REBUILD =
  "If you run this copy of Pressmark yourself, “cargo xtask serve” builds the files again. Otherwise wait a moment and retry.";

/** @type {Readonly<Record<string, { title: string, remedy: string }>>} */
const KNOWN = {
  load: { title: "A part of Pressmark could not be loaded", remedy: REBUILD },
  engine: { title: "The engine’s file is not the right one", remedy: REBUILD },
  model: { title: "The model’s file is not the right one", remedy: REBUILD },
  crash: {
    title: "The engine stopped while reading this text",
    remedy: "That is a defect of ours. It was started again and stopped again. Retry, or paste a part of the text.",
  },
};

/**
 * @param {unknown} error as the engine's client throws it: with a `code` where the kind is known
 * @returns {Problem}
 */
export function problemOf(error) {
  const detail = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const { title, remedy } = KNOWN[code] ?? { title: "Something went wrong", remedy: "Retry. Your text is kept." };
  return { title, detail, remedy };
}

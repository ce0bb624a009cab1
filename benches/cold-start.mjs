// The milliseconds from asking for the package's engine to its first result, in a process that has done nothing else.

import { createAnnotator } from "../pkg/index.js";

const start = performance.now();
const annotator = await createAnnotator();
const loaded = performance.now();
annotator.annotate("“We agree,” Jane Doe said on Friday.", { date: "2026-03-12" });
console.log(JSON.stringify({ load: loaded - start, first: performance.now() - loaded }));

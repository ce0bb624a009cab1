// The engine's worker. It stands beside the page because a service worker serves what lies below it, and a worker's
// own requests count as coming from where the worker lies.

import "../pkg/worker.js";

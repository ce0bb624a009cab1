/** Keeps the page for use without its server, and says when there is a new version. It never takes one unasked. */

import { byId } from "./dom.js";
import { parts } from "./parts.js";

export async function keepOffline() {
  try {
    const registration = await parts().offline();
    if (!registration) return;
    offerUpdates(registration);
    await navigator.serviceWorker.ready;
    byId("offline").hidden = false;
  } catch {
    // This browser, or this window, keeps nothing. The page works as long as its server does.
  }
}

/** @param {ServiceWorkerRegistration} registration */
function offerUpdates(registration) {
  const { serviceWorker } = navigator;
  // Without a controller, what waits is the first version, not a new one.
  const offer = () => {
    if (registration.waiting && serviceWorker.controller) byId("update").hidden = false;
  };
  offer();
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", offer));
  document.addEventListener("visibilitychange", () => {
    // A page that stays open for days would not hear of one. Without its server it hears of none, which is no fault.
    if (document.visibilityState === "visible") registration.update().catch(() => {});
  });
  byId("reload").addEventListener("click", () => {
    serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    if (registration.waiting) registration.waiting.postMessage("take over");
    else location.reload();
  });
}

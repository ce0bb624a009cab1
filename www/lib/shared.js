/** What other apps share with the page once it is installed. The service worker lays it down (sw.js), this takes it up. */

/** Where the service worker leaves it, and how it says so. */
const CACHE = "pressmark-shared";
const SIGN = "?shared";

/** @param {(files: File[]) => void} takeFiles */
export async function takeShared(takeFiles) {
  if (location.search !== SIGN) return;
  // Not again at the next reload.
  history.replaceState(null, "", location.pathname);
  const shared = await caches.open(CACHE);
  const files = (await shared.matchAll()).map(async (response) => {
    const name = decodeURIComponent(response.headers.get("X-Name") ?? "shared.txt");
    return new File([await response.blob()], name);
  });
  takeFiles(await Promise.all(files));
  await caches.delete(CACHE);
}

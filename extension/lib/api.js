/**
 * The browser's extension API. Firefox calls it `browser`, Chromium `chrome`; both give promises under version 3 of
 * the manifest. `sidebarAction` is Firefox's, `sidePanel` Chromium's.
 * @type {typeof chrome & { sidebarAction?: { open(): Promise<void> } }}
 */
export const api = /** @type {any} */ (globalThis).browser ?? /** @type {any} */ (globalThis).chrome;

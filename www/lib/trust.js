/** The page's one Trusted Types policy: it vouches for the scripts that the page starts by their address, and nothing else. */

/**
 * @typedef {{ createScriptURL(url: string): any }} Rules
 */

/**
 * @param {(url: string) => boolean} isOurs
 * @returns {(url: string) => any} what `new Worker` takes: a `TrustedScriptURL` where the browser has such
 */
export function createTrust(isOurs) {
  const { trustedTypes } = /** @type {{ trustedTypes?: { createPolicy(name: string, rules: Rules): Rules } }} */ (
    globalThis
  );
  /** @type {Rules} */
  const rules = {
    createScriptURL(url) {
      if (!isOurs(url)) throw new TypeError(`${url} is no script of Pressmark’s`);
      return url;
    },
  };
  const policy = trustedTypes?.createPolicy("pressmark", rules) ?? rules;
  return (url) => policy.createScriptURL(url);
}

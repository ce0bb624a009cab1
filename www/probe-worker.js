// Tries to send words to an address from a worker, whose requests the page's own policy must govern as well. Told
// { address, words }, it answers with the directive that refused it, or null if none did.

/** @param {string | null} refusedBy */
const answer = (refusedBy) => postMessage(refusedBy);

addEventListener("securitypolicyviolation", (event) =>
  answer(/** @type {SecurityPolicyViolationEvent} */ (event).effectiveDirective),
);
addEventListener("message", async ({ data: { address, words } }) => {
  try {
    await fetch(address, { method: "POST", body: words, mode: "no-cors" });
    answer(null);
  } catch {
    // Refused: the event above says by what. Not refused but failed: whoever asked gives up waiting.
  }
});

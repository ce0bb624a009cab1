/** "Check it yourself": shows the page's policy, and tries to send something so that it can be seen to be refused. */

import { byId, element } from "./dom.js";
import { parts } from "./parts.js";

/** What is sent, if anything is. */
const WORDS = "A test by Pressmark. No article is in it.";

/** How long a refusal may take to be heard of, in milliseconds. */
const PATIENCE = 2000;

/**
 * What a try came to: the directive of the policy that refused it, or null if it was sent, or failed by itself.
 * @typedef {{ refusedBy: string | null, sent: boolean }} Verdict
 */

/**
 * Ways for a page to send. Each resolves when it has done so, the worker's with the directive that refused it.
 * @type {readonly { name: string, send(address: string): unknown }[]}
 */
const WAYS = [
  { name: "fetch", send: (address) => fetch(address, { method: "POST", body: WORDS, mode: "no-cors" }) },
  { name: "beacon", send: sendByBeacon },
  { name: "image", send: sendByImage },
  { name: "WebSocket", send: sendBySocket },
  { name: "fetch from a worker", send: sendByWorker },
];

export function offerProbe() {
  byId("policy").textContent = policyInWords();
  /** @type {HTMLInputElement} */
  const address = byId("probe-address");
  byId("probe").addEventListener("click", () => {
    if (address.reportValidity()) tryAll(new URL(address.value).href);
  });
}

/** The policy, a directive a line. */
function policyInWords() {
  const policy = document.querySelector("meta[http-equiv='Content-Security-Policy']")?.getAttribute("content") ?? "";
  return policy.split("; ").join(";\n");
}

/** @param {string} address */
async function tryAll(address) {
  const results = byId("probe-results");
  results.replaceChildren();
  /** @type {HTMLButtonElement} */
  const button = byId("probe");
  button.disabled = true;
  for (const { name, send } of WAYS) {
    const { refusedBy, sent } = await attempt(() => send(address));
    const [verdict, words] =
      refusedBy !== null
        ? ["refused", `refused by the policy (${refusedBy})`]
        : sent
          ? ["sent", "was sent: the policy allows this address"]
          : ["failed", "was not refused by the policy, but got no answer"];
    results.append(element("li", { "data-verdict": verdict }, element("strong", {}, name), ` ${words}`));
  }
  button.disabled = false;
  button.focus();
}

/**
 * @param {() => unknown} send
 * @returns {Promise<Verdict>}
 */
function attempt(send) {
  const { promise, resolve } = withResolver();
  const heard = (/** @type {SecurityPolicyViolationEvent} */ { effectiveDirective }) =>
    resolve({ refusedBy: effectiveDirective, sent: false });
  document.addEventListener("securitypolicyviolation", heard, { once: true });
  const timer = setTimeout(() => resolve({ refusedBy: null, sent: false }), PATIENCE);
  const sending = (async () => send())();
  sending.then(
    (refusedBy) =>
      resolve(typeof refusedBy === "string" ? { refusedBy, sent: false } : { refusedBy: null, sent: true }),
    // Failed, most likely because it was refused: then that is heard of in a moment.
    () => {},
  );
  return promise.finally(() => {
    clearTimeout(timer);
    document.removeEventListener("securitypolicyviolation", heard);
  });
}

/** @returns {{ promise: Promise<Verdict>, resolve: (verdict: Verdict) => void }} */
function withResolver() {
  /** @type {(verdict: Verdict) => void} */
  let resolve = () => {};
  const promise = new Promise((/** @type {(verdict: Verdict) => void} */ settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/**
 * Its answer tells nothing: a browser may say yes and then refuse. So this never says that it has sent.
 * @param {string} address
 */
function sendByBeacon(address) {
  navigator.sendBeacon(address, WORDS);
  return new Promise(() => {});
}

/** @param {string} address */
function sendByImage(address) {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(null);
    image.onerror = reject;
    const carrying = new URL(address);
    carrying.search = encodeURIComponent(WORDS);
    image.src = carrying.href;
  });
}

/** @param {string} address */
function sendBySocket(address) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address.replace(/^http/, "ws"));
    socket.onopen = () => {
      socket.close();
      resolve(null);
    };
    socket.onerror = reject;
  });
}

/** @param {string} address */
async function sendByWorker(address) {
  const worker = await parts().probe();
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = reject;
      worker.postMessage({ address, words: WORDS });
    });
  } finally {
    worker.terminate();
  }
}

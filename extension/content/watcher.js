/**
 * Watches whether the page still is what was read. Tells of changes once they have come to rest, and gives up on a
 * page that never rests: looking costs, and the page's own work goes first.
 */

/**
 * @import { Shown } from "./flat.js"
 */

/** How long a page must be at rest before it is looked at, in milliseconds. */
const REST = 500;
/** How long a page that never rests is let go on. */
const LONGEST_WAIT = 3000;
/** More changes than this between two looks, and the page is not followed any more. */
const FLOOD = 20_000;
/** Each look that finds nothing new doubles the wait, this often. */
const MAX_DOUBLED = 6;
/** The page is read anew at most this often. */
const MAX_READ = 40;

/**
 * @typedef {object} Watched
 * @property {readonly Node[]} roots the document and its shadow trees
 * @property {Iterable<Shown>} nodes what was read
 * @property {Element | null} container what held it; anything new in it may belong to it; null to watch the nodes alone
 */

export class Watcher {
  /** @type {(() => boolean) | null} */
  #changed = null;
  /** @type {(() => void) | null} */
  #givenUp = null;
  /** @type {Watched | null} */
  #watched = null;
  #observer = new MutationObserver((records) => this.#note(records));
  #records = 0;
  #touched = false;
  #since = 0;
  #last = 0;
  #doubled = 0;
  #reads = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {() => boolean} changed is told of a change; says whether there was something new in it
   * @param {() => void} givenUp is told that the page is no longer followed
   */
  constructor(changed, givenUp) {
    this.#changed = changed;
    this.#givenUp = givenUp;
  }

  /** @param {Watched} watched */
  watch(watched) {
    this.stop();
    this.#watched = watched;
    for (const root of watched.roots)
      this.#observer.observe(root, { childList: true, characterData: true, subtree: true });
  }

  stop() {
    this.#observer.disconnect();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#records = 0;
    this.#touched = false;
    this.#watched = null;
  }

  /** @param {MutationRecord[]} records */
  #note(records) {
    this.#records += records.length;
    if (this.#records > FLOOD) {
      this.#giveUp();
      return;
    }
    const container = this.#watched?.container;
    this.#touched ||= container?.isConnected === true && records.some(({ target }) => container.contains(target));
    this.#last = performance.now();
    if (this.#timer !== undefined) return;
    this.#since = this.#last;
    this.#wait(REST);
  }

  /** @param {number} time */
  #wait(time) {
    this.#timer = setTimeout(() => this.#look(), time * 2 ** this.#doubled);
  }

  #look() {
    const now = performance.now();
    const resting = now - this.#last >= REST / 2;
    if (!resting && now - this.#since < LONGEST_WAIT) {
      this.#wait(REST);
      return;
    }
    this.#timer = undefined;
    this.#records = 0;
    const touched = this.#touched || !this.#isWhole();
    this.#touched = false;
    if (!touched) return;
    if (++this.#reads > MAX_READ) {
      this.#giveUp();
      return;
    }
    this.#doubled = this.#changed?.() ? 0 : Math.min(this.#doubled + 1, MAX_DOUBLED);
  }

  /** Whether every node that was read still stands there and says the same. */
  #isWhole() {
    for (const { node, data } of this.#watched?.nodes ?? []) if (!node.isConnected || node.data !== data) return false;
    return true;
  }

  #giveUp() {
    this.stop();
    this.#givenUp?.();
  }
}

/**
 * The page's memory: one plain object, replaced piece by piece, and those who want to hear of it.
 *
 * @template {object} T
 * @typedef {object} Store
 * @property {() => Readonly<T>} get the present state
 * @property {(change: Partial<T>) => void} set lays `change` over the state and tells every listener
 * @property {(listener: Listener<T>) => () => void} subscribe calls back now and after each change; returns the way out
 */

/**
 * @template {object} T
 * @typedef {(state: Readonly<T>, before: Readonly<Partial<T>>) => void} Listener
 */

/**
 * @template {object} T
 * @param {T} initial
 * @returns {Store<T>}
 */
export function createStore(initial) {
  let state = initial;
  /** @type {Set<Listener<T>>} */
  const listeners = new Set();
  return {
    get: () => state,
    set(change) {
      const before = state;
      state = { ...state, ...change };
      for (const listener of listeners) listener(state, before);
    },
    subscribe(listener) {
      listeners.add(listener);
      listener(state, /** @type {Partial<T>} */ ({}));
      return () => listeners.delete(listener);
    },
  };
}

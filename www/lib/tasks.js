/** Work in pieces. Host-free. */

/** How long to work before others have their turn, in milliseconds. */
const SLICE = 8;

/** Until whatever waits for this thread has had its turn: input, paint, timers. */
export function nextTask() {
  return new Promise((resolve) => setTimeout(resolve));
}

/** A slice of time to work in, from now on: once it `isOver`, `rest` lets others have their turn and begins another. */
export function createSlice() {
  let end = performance.now() + SLICE;
  return {
    isOver: () => performance.now() >= end,

    async rest() {
      await nextTask();
      end = performance.now() + SLICE;
    },
  };
}

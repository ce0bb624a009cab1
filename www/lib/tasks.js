/** Work in pieces. Host-free. */

/** Until whatever waits for this thread has had its turn: input, paint, timers. */
export function nextTask() {
  return new Promise((resolve) => setTimeout(resolve));
}

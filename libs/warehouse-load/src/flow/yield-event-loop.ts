import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Lets waiting input and output proceed in the middle of long work. Without it, everything that was
 * read ahead is processed in one go while the connection to the warehouse is idle.
 *
 * @param milliseconds how long the work may block the event loop
 * @returns to be awaited between steps of the work
 */
export function yieldEvery(milliseconds: number): () => Promise<void> {
  let turnAt = performance.now();
  return async () => {
    if (performance.now() - turnAt < milliseconds) return;
    await nextTurn();
    turnAt = performance.now();
  };
}

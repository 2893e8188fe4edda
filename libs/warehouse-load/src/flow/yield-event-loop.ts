import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Lets waiting input and output go on in the middle of long work: without it, what is read ahead is
 * worked through in one go, while the connection to the warehouse is idle.
 *
 * @param milliseconds how long the work may keep the event loop for itself
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

import { mock } from 'node:test';

/** Answers and timers of the page are handled at least so often, in milliseconds. */
const STEP = 250;

/** The time of simulated pages: `Date` and `setTimeout` of this process follow it. */
export const clock = {
  /** Begins a visit at a time of its own, without the timers of the one before. */
  startAt(time: number): void {
    mock.timers.reset();
    mock.timers.enable({ apis: ['setTimeout', 'Date'], now: time });
  },
  /** Lets time pass, and the page do all that falls into it. */
  async advance(milliseconds: number): Promise<void> {
    for (let left = milliseconds; left > 0; left -= STEP) {
      mock.timers.tick(Math.min(left, STEP));
      await new Promise((settled) => setImmediate(settled));
    }
  },
  /** Gives the process its real time back. */
  stop(): void {
    mock.timers.reset();
  },
};

import type { Random } from '../random/random';
import { busyness } from '../shop/shop-days';

/** A visit that is about to begin. */
export interface Arrival {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly isRobot: boolean;
}

export const DAY = 86_400_000;

/** Slot of time with a constant rate of arrivals; the rate differs from slot to slot. */
const SLOT = 15 * 60_000;

/** Visits by robots for each visit by people. Robots never sleep. */
const ROBOTS = 0.025;

/** Every arrival from `from` up to but not `to`, in the order of time. */
export function* arrivals(from: number, to: number, perDay: number, random: Random): Generator<Arrival> {
  for (let slot = from; slot < to; slot += SLOT) {
    const length = Math.min(SLOT, to - slot);
    const average = (perDay * length) / DAY;
    const people = random.count(average * busyness(slot));
    const robots = random.count(average * ROBOTS);
    const arrived = Array.from({ length: people + robots }, (_, index) => ({
      time: slot + random.whole(0, length - 1),
      isRobot: index >= people,
    }));
    yield* arrived.sort((a, b) => a.time - b.time);
  }
}

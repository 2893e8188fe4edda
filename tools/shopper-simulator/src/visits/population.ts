import { SESSION_IDLE_MS } from '@clickstream/event-schema';
import { newShopper, type Shopper } from '../shoppers/shopper';
import type { Random } from '../random/random';

/** Share of visits by people who were here before, once enough of them were. */
const COMING_BACK = 0.42;

/** People who are remembered as possible returners; the rest have moved on. */
const REMEMBERED = 4_000;

/** Everybody who was ever in the shop. */
export interface Population {
  /** Who comes at this time: somebody new, or somebody whose last visit has ended. */
  arrival(now: number, random: Random): Shopper;
}

/** A shop that nobody has visited yet. */
export function newPopulation(): Population {
  const people: Shopper[] = [];

  function somebodyKnown(now: number, random: Random): Shopper | undefined {
    // Who was here lately is likelier to come again.
    const fromLast = Math.floor(Math.min(people.length, REMEMBERED) * random.next() ** 2);
    const somebody = people.at(-1 - fromLast);
    return somebody && now - somebody.lastSeenAt > SESSION_IDLE_MS ? somebody : undefined;
  }

  return {
    arrival(now, random) {
      const returning = random.chance(COMING_BACK) ? somebodyKnown(now, random) : undefined;
      if (returning) return returning;
      const stranger = newShopper(now, random);
      people.push(stranger);
      return stranger;
    },
  };
}

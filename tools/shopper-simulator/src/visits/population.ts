import { SESSION_IDLE_MS } from '@clickstream/event-schema';
import { newShopper, type Shopper } from '../shoppers/shopper';
import type { Random } from '../random/random';

/** Share of visits by returning people, once there are enough of them. */
const COMING_BACK = 0.42;

/** Number of people who may return; the others never do. */
const REMEMBERED = 4_000;

/** Everybody who has visited the shop. */
export interface Population {
  /** The next visitor: somebody new, or somebody whose last visit has ended. */
  arrival(now: number, random: Random): Shopper;
}

/** The population of a shop without visitors. */
export function newPopulation(): Population {
  const people: Shopper[] = [];

  function somebodyKnown(now: number, random: Random): Shopper | undefined {
    // Recent visitors are more likely to return.
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

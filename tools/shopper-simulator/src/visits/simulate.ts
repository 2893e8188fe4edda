import { arrivals, DAY } from '../shoppers/arrivals';
import { browse } from './browsing';
import { crawl, newCrawler } from './crawling';
import { drawIntent } from '../shoppers/intents';
import { newPopulation } from './population';
import { drawProductAppeal } from '../shop/product-appeal';
import { createRandom } from '../random/random';
import type { Shopper } from '../shoppers/shopper';
import { landingQuery, trafficSource } from '../shoppers/traffic-sources';
import { beginVisit, type SimulatedSession, type Visit } from './visit';

/** Parameters of a simulation. */
export interface SimulationOptions {
  /** The same seed and the same `until` give the same events, byte for byte. */
  readonly seed: number;
  /** Number of periods of 24 hours before `until`. */
  readonly days: number;
  /** Visits by people on an average day; some by robots are added. */
  readonly sessionsPerDay: number;
  /** The end: nothing happens later. */
  readonly until: Date;
  /** The address of the shop, without a slash at its end. Default: that of the local shop. */
  readonly shopUrl?: string;
}

/** The start of the simulated time. */
export function simulationStart({ until, days }: Pick<SimulationOptions, 'until' | 'days'>): Date {
  return new Date(until.getTime() - days * DAY);
}

/** Yields every visit in the simulated time, in the order of their start. */
export function* simulate(options: SimulationOptions): Generator<SimulatedSession> {
  const { seed, sessionsPerDay, shopUrl = 'http://127.0.0.1:4200' } = options;
  const until = options.until.getTime();
  const random = createRandom(seed);
  const appeal = drawProductAppeal(random);
  const population = newPopulation();

  for (const { time, isRobot } of arrivals(
    simulationStart(options).getTime(),
    until,
    sessionsPerDay,
    random,
  )) {
    const shopper = isRobot ? newCrawler(time, random) : population.arrival(time, random);
    const visit = isRobot ? crawling(shopper, time) : shopping(shopper, time);
    shopper.visits += 1;
    shopper.lastSeenAt = visit.now();
    yield untilThen(visit, until);
  }

  function crawling(robot: Shopper, time: number): Visit {
    const visit = beginVisit(robot, time, '', shopUrl, random);
    crawl(visit);
    return visit;
  }

  function shopping(shopper: Shopper, time: number): Visit {
    // Some people are signed out when they return.
    if (random.chance(0.4)) shopper.isSignedIn = false;
    const source = trafficSource(shopper.visits === 0, random);
    const landing = { page: random.weighted(source.landings), query: landingQuery(source, random) };
    const intent = drawIntent(shopper, source, random);
    const visit = beginVisit(shopper, time, source.referrer, shopUrl, random);
    browse(visit, landing, intent, appeal);
    return visit;
  }
}

/** The session of a visit, cut at the end of the simulation. */
function untilThen({ sessionId, shopper, events }: Visit, until: number): SimulatedSession {
  const { clientId, userAgent, isBot } = shopper;
  const happened = events.filter((event) => Date.parse(event.eventTimestamp) <= until);
  return { sessionId, clientId, userAgent, isBot, events: happened };
}

import type { ClickstreamEvent, RequestEnvelope } from '@clickstream/event-schema';
import { simulate, type SimulationOptions } from '@clickstream/shopper-simulator';
import { replayVisit, type VisitOptions } from './replay-visit';
import { openSimulatedPage, type SentRequest } from './simulated-page';
import { clock } from './virtual-clock';

/** Requests of simulated shoppers, as the real tracker sent them. */
export interface Traffic {
  readonly sessions: number;
  /** Events that happened, each counted once. */
  readonly events: number;
  /** Events that arrived at least once. */
  readonly arrived: number;
  readonly pageViews: number;
  readonly requests: readonly SentRequest[];
  /** Events in all requests: those that a later page sent again count again. */
  readonly eventsSent: number;
}

const SHOP = 'https://shop.example';

/** Lets simulated shoppers visit pages with the real tracker, at the times of their visits. */
export async function measureTraffic(
  simulation: Omit<SimulationOptions, 'shopUrl'>,
  options: VisitOptions,
): Promise<Traffic> {
  const page = openSimulatedPage(SHOP);
  let sessions = 0;
  let events = 0;
  let pageViews = 0;
  try {
    for (const session of simulate({ ...simulation, shopUrl: SHOP })) {
      await replayVisit(page, session, options);
      sessions += 1;
      events += session.events.length;
      pageViews += session.events.filter(({ eventName }) => eventName === 'page_view').length;
    }
  } finally {
    clock.stop();
  }
  const sent = page.requests.flatMap(({ body }) => (JSON.parse(body) as RequestEnvelope).events);
  const arrived = new Set(sent.map((event) => (event as ClickstreamEvent).eventId)).size;
  return { sessions, events, arrived, pageViews, requests: page.requests, eventsSent: sent.length };
}

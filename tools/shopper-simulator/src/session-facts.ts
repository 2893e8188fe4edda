import { FUNNEL_STEPS, type UserLoginState } from '@clickstream/event-schema';
import type { SimulatedEvent, SimulatedSession } from './visit';

/** How far sessions came: those that did each step, all steps before it first. */
export interface Funnel {
  productView: number;
  addToCart: number;
  checkout: number;
  order: number;
}

/** What is true of a session as a whole. */
export interface SessionFacts {
  /** When its first event happened. */
  readonly startedAt: number;
  /** The strongest login state that it reached. */
  readonly loginState: UserLoginState;
  /** How many funnel steps it did, in their order in time: 0 to 4. */
  readonly funnelSteps: number;
}

const STRONGEST_FIRST: readonly UserLoginState[] = ['logged_in', 'guest', 'anonymous'];

/** Reads the facts off a session, by the counting rules of docs/adr/0011. */
export function factsOf({ events }: SimulatedSession): SessionFacts {
  const states = new Set(events.map((event) => event.userLoginState));
  return {
    startedAt: Math.min(...events.map(timeOf)),
    loginState: STRONGEST_FIRST.find((state) => states.has(state)) ?? 'anonymous',
    funnelSteps: funnelSteps(events),
  };
}

/** When an event happened, in milliseconds since 1970. */
export function timeOf(event: SimulatedEvent): number {
  return Date.parse(event.eventTimestamp);
}

/** Walks through the session once: events are in the order of time, so a step counts from the one before it. */
function funnelSteps(events: readonly SimulatedEvent[]): number {
  let done = 0;
  for (const { eventName } of events) {
    if (eventName === FUNNEL_STEPS[done]) done += 1;
  }
  return done;
}

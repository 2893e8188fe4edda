import { FUNNEL_STEPS, type UserLoginState } from '@clickstream/event-schema';
import type { SimulatedEvent, SimulatedSession } from '../visits/visit';

/** Facts about a session as a whole. */
export interface SessionFacts {
  /** When its first event happened. */
  readonly startedAt: number;
  /** The strongest login state that it reached. */
  readonly loginState: UserLoginState;
  /** Number of funnel steps reached, skipped ones included, from the product view on: 0 to 4. */
  readonly funnelSteps: number;
}

const STRONGEST_FIRST: readonly UserLoginState[] = ['logged_in', 'guest', 'anonymous'];

/** Computes the facts of a session by the counting rules of docs/adr/0011. */
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

/**
 * The furthest step at or after the first product view: a later step implies those
 * before it. Events are in order.
 */
function funnelSteps(events: readonly SimulatedEvent[]): number {
  const names = events.map(({ eventName }) => eventName);
  const begin = names.indexOf('product_view');
  if (begin < 0) return 0;
  return 1 + Math.max(...names.slice(begin).map(stepOf));
}

/** The place of an event in the funnel, from 0; -1 for one that is not a step of it. */
function stepOf(eventName: string): number {
  return FUNNEL_STEPS.findIndex((step) => step === eventName.replace('checkout_step', 'checkout_start'));
}

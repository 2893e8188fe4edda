import { createHash } from 'node:crypto';
import { uuidV7From, type EventName } from '@clickstream/event-schema';
import { anEventNamed, anOrder } from '@clickstream/event-schema/testing';
import { randomFrom } from './random-sessions';
import { BOT, DESKTOP, MOBILE, received } from './received-event';

/** An order with the person behind it, who is known before any event is sent. */
export interface PlannedOrder {
  readonly orderId: string;
  /** Null: neither a user nor a browser is known. */
  readonly person: string | null;
  readonly at: number;
  readonly net: number;
  readonly currency: 'VND' | 'USD' | null;
  readonly loginState: 'logged_in' | 'guest' | 'anonymous';
  readonly isBot: boolean;
  readonly isStaff: boolean;
}

type Kind = 'user' | 'known' | 'browser' | 'nobody';

interface Plan extends PlannedOrder {
  readonly index: number;
  readonly kind: Kind;
  readonly userId: string | null;
  readonly browser: string | null;
  readonly gross: number;
  readonly agent: string;
}

const DAY = 86_400_000;
// Midnights of 1 November and of 28 February on the shop's clock: before all other events.
const FIRST_DAY = Date.parse('2025-10-31T17:00:00Z');
const LAST_DAY = Date.parse('2026-02-27T17:00:00Z');
/** Midnight of a Monday on the shop's clock. An order before it is in another week. */
const MONDAY = Date.parse('2025-12-07T17:00:00Z');
const DAYS_UNTIL_AGAIN = [0, 0.2, 3, 9, 25, 59.9, 60.1, 70];

/** Every order of the winter, by buyers whose first one is in November or December 2025. */
export function plannedOrders(): readonly PlannedOrder[] {
  return plans();
}

/** The events of the orders planned here: completions, sign-ins, refunds in full. */
export function eventsOfPlannedBuyers(): object[] {
  return plans().flatMap(eventsOf);
}

function plans(count = 280): readonly Plan[] {
  const random = randomFrom(20_260_402);
  const oneOf = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  return Array.from({ length: count }, (_, index) => {
    const kind = oneOf<Kind>(['user', 'user', 'known', 'browser', 'browser', 'nobody']);
    const drawn = FIRST_DAY + Math.floor(random() * 61 * DAY);
    const firstAt = [MONDAY, MONDAY - 1, FIRST_DAY][index] ?? drawn;
    const further = kind === 'nobody' ? 0 : Math.floor(random() * random() * 5);
    const times = [firstAt];
    for (let nth = 0; nth < further; nth++) {
      const next = (times.at(-1) ?? 0) + oneOf(DAYS_UNTIL_AGAIN) * DAY + 60_000;
      if (next < LAST_DAY) times.push(next);
    }
    const isStaff = random() < 0.06;
    return times.map((at, nth): Plan => {
      const isSignedIn = kind === 'user' || (kind === 'known' && nth > 0);
      const gross = 500_000 + Math.floor(random() * 90) * 100_000;
      const isBot = random() < 0.1;
      return {
        index,
        kind,
        orderId: `planned-order-${index}-${nth}`,
        person: kind === 'nobody' ? null : `person-${index}`,
        userId: isSignedIn ? `planned-person-${index}` : null,
        // A user buys on two browsers in turn.
        browser: kind === 'nobody' ? null : `planned-browser-${index}${isSignedIn ? `-${nth % 2}` : ''}`,
        at,
        gross,
        net: random() < 0.15 ? 0 : gross,
        currency: oneOf(['VND', 'VND', 'VND', 'VND', 'USD', null]),
        loginState: isSignedIn ? 'logged_in' : oneOf(['guest', 'guest', 'anonymous']),
        isBot,
        isStaff,
        agent: isBot ? BOT : oneOf([DESKTOP, MOBILE]),
      };
    });
  }).flat();
}

function eventsOf(plan: Plan): object[] {
  const event = (name: EventName, time: number, what: string, over: object = {}) =>
    received(
      {
        ...anEventNamed(name),
        eventId: uuidV7From(time, createHash('sha256').update(`${plan.orderId}-${what}`).digest()),
        eventTimestamp: new Date(time).toISOString(),
        referrer: '',
        sessionId: `visit-of-${plan.orderId}`,
        clientId: plan.browser,
        userId: plan.userId,
        userLoginState: plan.loginState,
        isStaff: plan.isStaff,
        ...over,
      },
      plan.agent,
    );
  const order = anOrder({ orderId: plan.orderId, revenue: plan.gross, currency: plan.currency });
  const refund = { ...order, refundId: `refund-of-${plan.orderId}` };
  const signedIn = {
    sessionId: `later-visit-of-${plan.orderId}`,
    userId: `planned-person-${plan.index}`,
    userLoginState: 'logged_in',
  };
  return [
    event('checkout_complete', plan.at, 'order', { order }),
    ...(plan.net === 0 ? [event('order_refund', plan.at + 1000, 'refund', { order: refund })] : []),
    ...(plan.kind === 'known' && plan.userId === null
      ? [event('page_view', plan.at + 30_000, 'sign-in', signedIn)]
      : []),
  ];
}

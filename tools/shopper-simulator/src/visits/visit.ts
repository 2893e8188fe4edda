import {
  SCHEMA_VERSION,
  type EventName,
  type KnownEvent,
  type PayloadOf,
  type UserLoginState,
} from '@clickstream/event-schema';
import type { Random } from '../random/random';
import { newLists, type Lists } from './lists';
import { newBrowserId, newId, type Shopper } from '../shoppers/shopper';

/** Longest pause on a page: after a longer one, the visit would become two. */
const LONGEST_PAUSE = 25 * 60_000;

/** Probability of an interruption, and its seconds. */
const INTERRUPTION = { chance: 0.012, median: 6 * 60 };

/** An event with every field that the tracker fills. */
export type SimulatedEvent = KnownEvent & {
  readonly eventId: string;
  readonly eventTimestamp: string;
  readonly clientId: string;
  readonly sessionId: string;
  readonly userLoginState: UserLoginState;
};

/** One visit, as the tracker would have reported it. */
export interface SimulatedSession {
  readonly sessionId: string;
  readonly clientId: string;
  readonly userAgent: string;
  readonly isBot: boolean;
  /** In the order in which they happened; never empty. */
  readonly events: readonly SimulatedEvent[];
}

/** A running visit: its clock, its current page, and its events. */
export interface Visit {
  readonly sessionId: string;
  readonly shopper: Shopper;
  readonly random: Random;
  readonly events: readonly SimulatedEvent[];
  readonly lists: Lists;
  now(): number;
  loginState(): UserLoginState;
  /** Lets time pass; `median` in seconds. */
  pause(median: number): void;
  /** Opens a page of the shop and records its page_view. */
  open(path: string, title: string): void;
  /** Records an event on the page. */
  record<N extends EventName>(name: N, payload: PayloadOf<N>): void;
  /** Clicks a link or a button by its text, after a look at the page. */
  click(tag: 'a' | 'button', text: string): void;
  /** Sets the login state from now on. */
  become(loginState: UserLoginState): void;
}

const IDENTITY_SOURCES: Record<UserLoginState, string> = {
  anonymous: 'anonymous',
  guest: 'guest_checkout',
  logged_in: 'cognito_email',
};

/**
 * Begins a visit.
 *
 * @param startedAt milliseconds since 1970
 * @param cameFrom the address of the page that led here; empty for none
 * @param shopUrl the address of the shop, without a slash at its end
 */
export function beginVisit(
  shopper: Shopper,
  startedAt: number,
  cameFrom: string,
  shopUrl: string,
  random: Random,
): Visit {
  const sessionId = newBrowserId(startedAt, random);
  const events: SimulatedEvent[] = [];
  let now = startedAt;
  let loginState: UserLoginState = shopper.isSignedIn ? 'logged_in' : 'anonymous';
  let pageUrl = cameFrom;
  let pageTitle = '';
  let referrer = '';

  const visit: Visit = {
    sessionId,
    shopper,
    random,
    events,
    lists: newLists(),
    now: () => now,
    loginState: () => loginState,
    pause(median) {
      const isCalledAway = random.chance(INTERRUPTION.chance);
      const length = random.duration(1000 * (isCalledAway ? INTERRUPTION.median : median));
      now += Math.min(length, LONGEST_PAUSE);
    },
    open(path, title) {
      referrer = pageUrl;
      pageUrl = shopUrl + path;
      pageTitle = title;
      visit.lists.leave();
      visit.record('page_view', {});
    },
    record(name, payload) {
      events.push({
        eventName: name,
        eventId: newId(now, random),
        eventTimestamp: new Date(now).toISOString(),
        schemaVersion: SCHEMA_VERSION,
        clientId: shopper.clientId,
        sessionId,
        isFirstVisit: shopper.visits === 0,
        userId: loginState === 'logged_in' ? shopper.accountId : null,
        userLoginState: loginState,
        identitySource: IDENTITY_SOURCES[loginState],
        pageUrl,
        pageTitle,
        referrer,
        ...payload,
      } as unknown as SimulatedEvent);
      now += random.whole(2, 40);
    },
    click(tag, text) {
      visit.pause(9);
      visit.record('click', { element: { tag, id: null, role: null, text, dataset: {} } });
      visit.pause(0.3);
    },
    become(state) {
      loginState = state;
      shopper.isSignedIn = state === 'logged_in';
    },
  };
  return visit;
}

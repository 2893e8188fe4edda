import { LIMITS, newEventId, SCHEMA_VERSION } from '@clickstream/event-schema';
import type { EventName, PayloadOf } from '@clickstream/event-schema';
import { browserStorage } from './browser-storage';
import { createDelivery } from './delivery';
import { ANONYMOUS, browserId, type Shopper } from './identity';
import { memoryQueue, type EventQueue } from './queue';
import { sessionAt } from './session';

/** What {@link createTracker} needs to know. */
export interface TrackerOptions {
  /** Where events are posted, such as `https://…/clickstream`. */
  readonly endpoint: string;
  /** Who the shopper is at first. Default: anonymous. */
  readonly shopper?: Shopper;
  /** Asked before every event; while it answers no, nothing is recorded or stored. Default: yes. */
  readonly mayTrack?: () => boolean;
  /** Where events wait for delivery. Default: in memory. */
  readonly queue?: EventQueue;
  /** Milliseconds from an event to its request. Default: 2000. */
  readonly flushAfter?: number;
}

/** The arguments after the name: the payload, which may be left out where no field of it is required. */
type PayloadArguments<N extends EventName> =
  Partial<PayloadOf<N>> extends PayloadOf<N> ? [payload?: PayloadOf<N>] : [payload: PayloadOf<N>];

/** The arguments of `track`: an event's name, and its payload. */
export type TrackedEvent<N extends EventName> = [name: N, ...payload: PayloadArguments<N>];

/** Records events and delivers them. No method ever throws, or waits for the network before it returns. */
export interface Tracker {
  /** Records an event of the contract. */
  track<N extends EventName>(...event: TrackedEvent<N>): void;
  /** Records an event of the shop's own, named like `size_guide_open`. */
  custom(name: string, properties?: Record<string, unknown>): void;
  /** Records a view of the page at the current address. The page before it becomes the referrer. */
  page(): void;
  /** Says who the shopper is from now on. */
  identify(shopper: Shopper): void;
  /** Forgets who the shopper is, as after a sign-out. The browser keeps its id and its session. */
  reset(): void;
  /** The visit that the last event belongs to; undefined before the first. */
  sessionId(): string | undefined;
  /** Sends what waits, now. Settles when it was answered, or when a request has failed. */
  flush(): Promise<void>;
  /** Stops timers and listeners. */
  stop(): void;
}

/** Makes the tracker of a page. Browsers only. */
export function createTracker(options: TrackerOptions): Tracker {
  const { endpoint, mayTrack = () => true, queue = memoryQueue(), flushAfter = 2_000 } = options;
  const storage = browserStorage();
  const delivery = createDelivery(endpoint, queue, flushAfter);
  let shopper = options.shopper ?? ANONYMOUS;
  let sessionId: string | undefined;
  let lastMoment = 0;
  let address: string | undefined;
  let { referrer } = document;

  /** The time of an event. Events of one millisecond get one each, so that their order is kept by their times. */
  function nextMoment(): number {
    const now = Date.now();
    const isSameMoment = now <= lastMoment && lastMoment - now < 1_000;
    lastMoment = isSameMoment ? lastMoment + 1 : now;
    return lastMoment;
  }

  function record(eventName: string, payload: object = {}): void {
    try {
      if (!mayTrack()) return;
      const now = nextMoment();
      const id = newEventId(now);
      const { clientId, isNew } = browserId(storage);
      const session = sessionAt(now, storage, isNew);
      sessionId = session.id;
      const event = {
        eventName,
        eventId: id,
        eventTimestamp: new Date(now).toISOString(),
        schemaVersion: SCHEMA_VERSION,
        clientId,
        sessionId,
        isFirstVisit: session.isFirst,
        userId: shopper.userId,
        userLoginState: shopper.loginState,
        identitySource: shopper.identitySource,
        pageUrl: location.href.slice(0, LIMITS.maxUrl),
        pageTitle: document.title.slice(0, LIMITS.maxText) || null,
        referrer: referrer.slice(0, LIMITS.maxUrl),
        ...payload,
      };
      delivery.add({ id, json: JSON.stringify(event) });
    } catch {
      // The shop matters more than its statistics: a fault in here must never reach the page.
    }
  }

  return {
    track: (name, ...[payload]) => record(name, payload),
    custom: (name, properties) => record(name, { properties }),
    page() {
      if (address !== undefined && address !== location.href) referrer = address;
      address = location.href;
      record('page_view');
    },
    identify(known) {
      shopper = known;
    },
    reset() {
      shopper = ANONYMOUS;
    },
    sessionId: () => sessionId,
    flush: delivery.flush,
    stop: delivery.stop,
  };
}

import { LIMITS, newEventId, SCHEMA_VERSION, scrubUrl } from '@clickstream/event-schema';
import type { EventName, PayloadOf } from '@clickstream/event-schema';
import { browserStorage } from './browser-storage';
import { asksForPrivacy, withoutCartId, withoutQuery, type Consent } from './consent';
import { createDelivery } from './delivery';
import { ANONYMOUS, browserId, type Shopper } from './identity';
import { LOSS_REPORT } from './losses';
import { eventQueue } from './queue';
import { nextSequence, SEQUENCE_KEY } from './sequence';
import { sessionAt } from './session';

/** What {@link createTracker} needs to know. */
export interface TrackerOptions {
  /** Where events are posted, such as `https://…/clickstream`. */
  readonly endpoint: string;
  /** Who the shopper is at first. Default: anonymous. */
  readonly shopper?: Shopper;
  /** What the shopper allows at first. Default: granted. */
  readonly consent?: Consent;
  /** Takes a granted consent as it is, though the browser asks for privacy (GPC, Do Not Track). Default: false. */
  readonly ignoreSignals?: boolean;
  /** Milliseconds from an event to its request. Default: 2000. */
  readonly flushAfter?: number;
}

/** What a page may say of an event beside its payload. */
export interface TrackOptions {
  /** A UUID for the event. What is told twice under the same one counts once. Default: a new UUIDv7. */
  readonly eventId?: string;
}

/** The arguments after the name: the payload may be left out where no field of it is required. */
type PayloadArguments<N extends EventName> =
  Partial<PayloadOf<N>> extends PayloadOf<N>
    ? [payload?: PayloadOf<N>, options?: TrackOptions]
    : [payload: PayloadOf<N>, options?: TrackOptions];

/** The arguments of `track`: an event's name, its payload and its options. */
export type TrackedEvent<N extends EventName> = [name: N, ...payload: PayloadArguments<N>];

/** Records events and delivers them. No method ever throws, or waits for the network before it returns. */
export interface Tracker {
  /** Records an event of the contract. */
  track<N extends EventName>(...event: TrackedEvent<N>): void;
  /** Records an event of the shop's own, named like `size_guide_open`. */
  custom(name: string, properties?: Record<string, unknown>, options?: TrackOptions): void;
  /** Records a view of the page at the current address. The page before it becomes the referrer. */
  page(): void;
  /** Says who the shopper is from now on; null is somebody of whom nothing is known. */
  identify(shopper: Shopper | null): void;
  /** Forgets who the shopper is, as after a sign-out. The browser keeps its id and its session. */
  reset(): void;
  /** Says what the shopper allows from now on. What was kept of them is forgotten unless all of it is granted. */
  setConsent(consent: Consent): void;
  /** What the shopper allows, once the browser's own wish for privacy is heard. */
  consent(): Consent;
  /** The visit that the last event belongs to; undefined before the first, and where visits are not followed. */
  sessionId(): string | undefined;
  /** Sends what waits, now. Settles when it was answered, or when a request has failed. */
  flush(): Promise<void>;
  /** Stops timers and listeners. */
  stop(): void;
}

/** All that the tracker keeps on the device is under keys that begin so. */
const KEYS = 'clickstream.';

/** A page that the browser has made ahead of a click may never be looked at: what happens there counts once it is shown. */
function onceShown(work: () => void): void {
  if ((document as { prerendering?: boolean }).prerendering)
    document.addEventListener('prerenderingchange', work, { once: true });
  else work();
}

/** Makes the tracker of a page. Browsers only. */
export function createTracker(options: TrackerOptions): Tracker {
  const { endpoint, flushAfter = 2_000 } = options;
  let consent: Consent = 'granted';
  let shopper = options.shopper ?? ANONYMOUS;
  let sessionId: string | undefined;
  let lastMoment = 0;
  let address: string | undefined;
  let { referrer } = document;
  const storage = browserStorage(() => consent === 'granted');
  setConsent(options.consent ?? 'granted');
  const queue = eventQueue(storage);
  const reportLoss = (properties: object) => record(LOSS_REPORT, { properties });
  const delivery = createDelivery({ endpoint, storage, queue, flushAfter, reportLoss });

  function setConsent(wanted: Consent): void {
    const isWithout = wanted === 'granted' && !options.ignoreSignals && asksForPrivacy();
    const next = isWithout ? 'cookieless' : wanted;
    if (next === consent) return;
    // While the storage is still open: ids, and the events that carry them. Who agrees has none yet, only a count.
    storage.keys(next === 'granted' ? SEQUENCE_KEY : KEYS).forEach(storage.remove);
    sessionId = undefined;
    consent = next;
  }

  /** The time of an event. Events of one millisecond get one each, so that their order is kept by their times. */
  function nextMoment(): number {
    const now = Date.now();
    const isSameMoment = now <= lastMoment && lastMoment - now < 1_000;
    lastMoment = isSameMoment ? lastMoment + 1 : now;
    return lastMoment;
  }

  /** Who it is, as far as the shopper allows to know. */
  function visitorAt(now: number) {
    if (consent !== 'granted') return { userId: null };
    const { clientId, isNew } = browserId(storage);
    const session = sessionAt(now, storage, isNew);
    sessionId = session.id;
    return { clientId, sessionId, isFirstVisit: session.isFirst, userId: shopper.userId };
  }

  const told = (url: string) =>
    scrubUrl(consent === 'granted' ? url : withoutQuery(url)).slice(0, LIMITS.maxUrl);

  function record(name: string, payload: object = {}, { eventId }: TrackOptions = {}): void {
    try {
      if (consent === 'denied') return;
      const now = nextMoment();
      const id = eventId ?? newEventId(now);
      const sequence = nextSequence(storage);
      const event = {
        eventName: name,
        eventId: id,
        eventTimestamp: new Date(now).toISOString(),
        sequence,
        schemaVersion: SCHEMA_VERSION,
        ...visitorAt(now),
        userLoginState: shopper.loginState,
        identitySource: shopper.identitySource,
        pageUrl: told(location.href),
        pageTitle: scrubUrl(document.title).slice(0, LIMITS.maxText) || null,
        referrer: told(referrer),
        ...(consent === 'granted' ? payload : withoutCartId(payload)),
      };
      delivery.add({ id, name, sequence, json: JSON.stringify(event) });
    } catch {
      // The shop matters more than its statistics: a fault in here must never reach the page.
    }
  }

  function view(): void {
    if (address !== location.href) referrer = address ?? referrer;
    address = location.href;
    record('page_view');
  }

  return {
    track: (name, ...rest) => onceShown(() => record(name, ...(rest as [object?, TrackOptions?]))),
    custom: (name, properties, options) => onceShown(() => record(name, { properties }, options)),
    page: () => onceShown(view),
    identify(known) {
      shopper = known ?? ANONYMOUS;
    },
    reset() {
      shopper = ANONYMOUS;
    },
    setConsent,
    consent: () => consent,
    sessionId: () => sessionId,
    flush: delivery.flush,
    stop: delivery.stop,
  };
}

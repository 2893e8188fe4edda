import {
  LIMITS,
  newEventId,
  SCHEMA_VERSION,
  scrubText,
  scrubUrl,
  type EventName,
  type PayloadOf,
} from '@clickstream/event-schema';
import { browserStorage } from './visitor/browser-storage';
import { asksForPrivacy, withoutQuery, type Consent } from './visitor/consent';
import { createDelivery } from './delivery/delivery';
import { ANONYMOUS, browserId, CLIENT_KEY, type Shopper } from './visitor/identity';
import { LOSS_REPORT } from './delivery/losses';
import { eventQueue } from './delivery/queue';
import { nextSequence, SEQUENCE_KEY } from './visitor/sequence';
import { sessionAt } from './visitor/session';
import type { TrackerOptions, TrackOptions } from './tracker-options';

/** The arguments after the name: the payload may be left out where no field of it is required. */
type PayloadArguments<N extends EventName> =
  Partial<PayloadOf<N>> extends PayloadOf<N>
    ? [payload?: PayloadOf<N>, options?: TrackOptions]
    : [payload: PayloadOf<N>, options?: TrackOptions];

/** The arguments of `track`: an event's name, its payload and its options. */
export type TrackedEvent<N extends EventName> = [name: N, ...payload: PayloadArguments<N>];

/** Records events and delivers them. No method throws, or waits for the network. */
export interface Tracker {
  /** Records an event of the contract. */
  track<N extends EventName>(...event: TrackedEvent<N>): void;
  /** Records a custom event, named like `size_guide_open`. */
  custom(name: string, properties?: Record<string, unknown>, options?: TrackOptions): void;
  /**
   * Records a view of the page at the current address. The page before it becomes the referrer.
   *
   * @param titleBefore the title of that page, which a router may not have replaced
   *   yet: never sent for this one
   */
  page(titleBefore?: string): void;
  /** Sets who the shopper is from now on; null is somebody of whom nothing is known. */
  identify(shopper: Shopper | null): void;
  /** Forgets who the shopper is, as after a sign-out. The browser keeps its id and its session. */
  reset(): void;
  /** Sets what the shopper allows. Forgets what was stored of them unless everything is granted. */
  setConsent(consent: Consent): void;
  /** The consent in force, with the browser's privacy signals applied. */
  consent(): Consent;
  /** Id of the browser, as for a webhook; undefined before the first event, or if unknown. */
  clientId(): string | undefined;
  /** Session of the last event; undefined before the first, or if sessions are not followed. */
  sessionId(): string | undefined;
  /** Sends waiting events now. Settles when they were answered, or when a request has failed. */
  flush(): Promise<void>;
  /** Stops timers and listeners. */
  stop(): void;
}

/** The prefix of all keys under which the tracker stores data on the device. */
const KEYS = 'clickstream.';
/** The address of the page that was viewed last, in any document. */
const PAGE_KEY = 'clickstream.page';

/** Milliseconds between checks for a title that comes after its view, and the number of checks. */
const TITLE_PAUSE = 100;
const TITLE_LOOKS = 15;

/** The arguments of {@link Tracker.track} and its like. */
type RecordArguments = [name: string, payload?: object, options?: TrackOptions, where?: Where];

/** The location of an event: address, previous page, title. */
type Where = readonly [url: string, referrer: string, title: string];

/**
 * True when this document was loaded by a reload or by the back button, so that its referrer did
 * not bring the shopper again. Uses the older of two APIs: all browsers have both, and it takes a
 * third of the bytes.
 */
function isReturn(): boolean {
  return performance.navigation?.type > 0;
}

/** Makes the tracker of a page. Browsers only. */
export function createTracker(options: TrackerOptions): Tracker {
  const { endpoint, flushAfter = 30_000 } = options;
  let consent: Consent = 'granted';
  let shopper = options.shopper ?? ANONYMOUS;
  let sessionId: string | undefined;
  let lastMoment = 0;
  let address: string | undefined;
  let titleBefore: string | undefined;
  /** The page that was open before the shopper had agreed to anything. */
  let landing: Where | undefined;
  const storage = browserStorage(() => consent === 'granted');
  setConsent(options.consent ?? 'granted');
  let referrer = (isReturn() && storage.get(PAGE_KEY)) || document.referrer;
  const queue = eventQueue(storage);
  // eslint-disable-next-line no-unused-labels -- the script tag leaves it out: bundle.mjs
  OBSERVED: Object.assign(queue, { observe: options.observe });
  const reportLoss = (properties: object) => record(LOSS_REPORT, { properties });
  const delivery = createDelivery({ endpoint, storage, queue, flushAfter, reportLoss });

  function setConsent(wanted: Consent): void {
    const isWithout = wanted === 'granted' && !options.ignoreSignals && asksForPrivacy();
    const next = isWithout ? 'cookieless' : wanted;
    if (next === consent) return;
    // While the storage is still open: ids, and the events that carry them. A shopper who agrees
    // has no ids yet, only a count.
    storage.keysFrom(next === 'granted' ? SEQUENCE_KEY : KEYS).forEach(storage.forget);
    sessionId = undefined;
    consent = next;
    if (!landing) return;
    record('page_view', {}, {}, landing);
    if (landing[0] !== address) recordView();
    landing = undefined;
  }

  /** Time of an event; events of one millisecond get one each, which keeps their order. */
  function nextMoment(): number {
    const now = Date.now();
    const isSameMoment = now <= lastMoment && lastMoment - now < 1_000;
    lastMoment = isSameMoment ? lastMoment + 1 : now;
    return lastMoment;
  }

  /** The ids of the visitor, as far as the consent allows. */
  function visitorAt(now: number, name: string) {
    if (consent !== 'granted') return { userId: null };
    const [clientId, isNew] = browserId(storage);
    const session = sessionAt(now, storage, isNew);
    // A session that begins on a page which stayed open has only that page as its source.
    if (sessionId && sessionId !== session.id && name !== 'page_view') referrer = address ?? referrer;
    sessionId = session.id;
    return { clientId, sessionId, isFirstVisit: session.isFirst, userId: shopper.userId };
  }

  const sanitizeUrl = (url: string) =>
    scrubUrl(consent === 'granted' ? url : withoutQuery(url)).slice(0, LIMITS.maxUrl);

  const sanitizeTitle = (text: string) => scrubText(text).slice(0, LIMITS.maxText) || null;
  const title = () => (document.title === titleBefore ? '' : document.title);

  /**
   * An event as it is sent. The search term is scrubbed like the address next to it. The id of a
   * cart outlives the session, and needs consent. An order keeps its number.
   */
  const toJson = (event: object) =>
    JSON.stringify(event, (key, value: unknown) => {
      if (key === 'term') return scrubText(String(value));
      return key === 'cartId' && consent !== 'granted' ? undefined : value;
    });

  function record(...known: RecordArguments) {
    const [name, payload = {}, { eventId } = {}, where] = known;
    try {
      // A prerendered page may never be shown: it counts once it is.
      if ((document as { prerendering?: boolean }).prerendering) {
        document.addEventListener('prerenderingchange', () => record(...known));
        return undefined;
      }
      if (consent === 'denied') return undefined;
      const now = nextMoment();
      const id = eventId ?? newEventId(now);
      const sequence = nextSequence(storage);
      const visitor = visitorAt(now, name);
      const [url, from, titleThere] = where ?? [location.href, referrer, title()];
      const event = {
        eventName: name,
        eventId: id,
        eventTimestamp: new Date(now).toISOString(),
        sequence,
        schemaVersion: SCHEMA_VERSION,
        ...visitor,
        userLoginState: shopper.loginState,
        identitySource: shopper.identitySource,
        pageUrl: sanitizeUrl(url),
        pageTitle: sanitizeTitle(titleThere),
        referrer: sanitizeUrl(from),
        ...payload,
      };
      delivery.add({ id, name, sequence, line: toJson(event) });
      return event;
    } catch {
      // The shop matters more than its statistics: an error in here must never reach the page.
      return undefined;
    }
  }

  /**
   * Records the view of the current page, and corrects its title as long as the page may set it
   * late.
   */
  function recordView(): void {
    const event = record('page_view');
    const page = address;
    if (event) storage.set(PAGE_KEY, event.pageUrl);
    const look = (looks: number) => {
      if (!event || page !== location.href) return;
      const pageTitle = sanitizeTitle(title());
      if (pageTitle && pageTitle !== event.pageTitle)
        queue.amend(event.eventId, toJson(Object.assign(event, { pageTitle })));
      if (looks > 0) setTimeout(look, TITLE_PAUSE, looks - 1);
    };
    look(TITLE_LOOKS);
  }

  function view(before?: string): void {
    titleBefore = before;
    referrer = (address === location.href ? storage.get(PAGE_KEY) : address) ?? referrer;
    address = location.href;
    if (consent === 'denied') landing ??= [address, referrer, title()];
    else recordView();
  }

  return {
    track: record as Tracker['track'],
    custom: (name, properties, options) => void record(name, { properties }, options),
    page: view,
    identify(known) {
      shopper = known ?? ANONYMOUS;
    },
    reset() {
      shopper = ANONYMOUS;
    },
    setConsent,
    consent: () => consent,
    clientId: () => storage.get(CLIENT_KEY) ?? undefined,
    sessionId: () => sessionId,
    flush: delivery.flush,
    stop: delivery.stop,
  };
}

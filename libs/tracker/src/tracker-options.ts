import type { Observe } from './delivery/observe';
import type { Consent } from './visitor/consent';
import type { Shopper } from './visitor/identity';

/** The options of a tracker. */
export interface TrackerOptions {
  /** The address to which events are posted, such as `https://…/clickstream`. */
  readonly endpoint: string;
  /** The shopper at the start. Default: anonymous. */
  readonly shopper?: Shopper;
  /** The shopper's consent at the start. Default: granted. */
  readonly consent?: Consent;
  /** Keeps a granted consent even if the browser asks for privacy (GPC, DNT). Default: false. */
  readonly ignoreSignals?: boolean;
  /** Milliseconds that events wait for others, again from each page view. Default: 30,000. */
  readonly flushAfter?: number;
  /** Learns what happens to each event, as for an inspector. The script tag has no such option. */
  readonly observe?: Observe;
}

/** Options of one event. */
export interface TrackOptions {
  /** UUID of the event; sent twice, it counts once. Default: a new UUIDv7. */
  readonly eventId?: string;
}

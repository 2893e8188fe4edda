/** A JSON object as it was parsed. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The convention of an event; `clickstream` is ours, `other` is any that no adapter knows. */
export type SenderName =
  | 'clickstream'
  | 'workshop'
  | 'ga4'
  | 'universal-analytics'
  | 'order-lines'
  | 'segment'
  | 'snowplow'
  | 'other';

/**
 * An event under the names of our contract, with unchecked values: read them with the functions of
 * `field-values`.
 */
export interface SourceEvent {
  readonly eventId?: unknown;
  readonly eventName?: unknown;
  readonly eventTimestamp?: unknown;
  readonly sequence?: unknown;
  readonly schemaVersion?: unknown;
  readonly clientId?: unknown;
  readonly sessionId?: unknown;
  readonly isFirstVisit?: unknown;
  readonly userId?: unknown;
  readonly userLoginState?: unknown;
  readonly identitySource?: unknown;
  readonly pageUrl?: unknown;
  readonly pageTitle?: unknown;
  readonly referrer?: unknown;
  readonly isStaff?: unknown;
  readonly product?: unknown;
  readonly cart?: unknown;
  readonly order?: unknown;
  readonly list?: unknown;
  readonly search?: unknown;
  readonly category?: unknown;
  readonly checkout?: unknown;
  readonly login?: unknown;
  readonly promotion?: unknown;
  readonly filter?: unknown;
  readonly form?: unknown;
  readonly wishlisted?: unknown;
  readonly channel?: unknown;
  readonly element?: unknown;
  readonly properties?: unknown;
  /** The session according to an export, which our rules cannot see: `{ device, channel }`. */
  readonly exported?: unknown;
  /** The currency of amounts that are not in a cart or order with a currency. */
  readonly currency?: unknown;
  /** The stamp of its receipt; absent: the event's `_ingest`. */
  readonly _ingest?: unknown;
}

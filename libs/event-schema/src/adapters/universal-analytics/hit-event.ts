/** A product of a hit, with the export's field names. Amounts are in millionths of the currency. */
export type HitProduct = Readonly<Record<string, unknown>>;

/**
 * The events of one hit of the export: its page, each list that it shows, the search that led to
 * it, the action on a product or an order, or a custom event.
 */
export type HitPart = 'page' | 'list' | 'search' | 'action' | 'event';

/** One event of a session of the Universal Analytics 360 export, with the export's names. */
export interface HitEvent {
  readonly eventId: string;
  readonly fullVisitorId: string;
  readonly visitId: unknown;
  readonly visitNumber?: unknown;
  readonly visitStartTime: unknown;
  readonly newVisits?: unknown;
  readonly userId?: unknown;
  readonly channelGrouping?: unknown;
  readonly trafficSource?: unknown;
  readonly device?: unknown;
  readonly geoNetwork?: unknown;
  readonly part: HitPart;
  /** Its position among the parts of its hit, from 0. */
  readonly index: number;
  /** The hit, with the products of this part only. */
  readonly hit: Readonly<Record<string, unknown>>;
}

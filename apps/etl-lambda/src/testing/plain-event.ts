import type { BoughtItem } from '@clickstream/warehouse-load/reading';

/** An event as the property test generates it. */
export interface PlainEvent {
  readonly id: string;
  /** Time at which it happened, after correction. */
  readonly at: number;
  /** Correction of the browser's time; null where there was none. */
  readonly offset: number | null;
  readonly sequence: number | null;
  readonly name: string;
  readonly session: string | null;
  readonly client: string | null;
  readonly user: string | null;
  readonly state: string | null;
  readonly bot: boolean;
  readonly staff: boolean;
  readonly firstVisit: boolean | null;
  readonly path: string;
  readonly source: string | null;
  readonly product: PlainProduct | null;
  /** A list that was shown: the position of its first product, and their number. */
  readonly list?: { readonly name: string; readonly first: number | null; readonly shown: number } | null;
  readonly cart: PlainCart | null;
  readonly order: PlainOrder | null;
  /** The hour of its receipt, in hours after the first one. */
  readonly receivedHour: number;
  /** True when it is in another sender's convention. */
  readonly isThirdParty: boolean;
}

/**
 * The sender and the faults of an event: the event reader determines them, and is tested elsewhere.
 */
export interface PlainReading {
  readonly sender: string;
  readonly corrections: readonly string[];
}

interface PlainProduct {
  readonly id: string;
  readonly name: string;
  readonly price: number;
  readonly discountPrice: number | null;
  readonly quantity: number | null;
  readonly listName?: string | null;
  readonly position?: number | null;
}

interface PlainCart {
  readonly id: string | null;
  readonly value: number | null;
  readonly currency: string | null;
  readonly items: readonly BoughtItem[] | null;
}

interface PlainOrder {
  readonly id: string | null;
  /** The id of a refund. */
  readonly refund: string | null;
  readonly revenue: number | null;
  readonly currency: string | null;
  readonly items: readonly BoughtItem[];
}

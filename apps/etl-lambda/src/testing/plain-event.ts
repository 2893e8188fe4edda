import type { BoughtItem } from '@clickstream/warehouse-load/reading';

/** An event as the property test makes it up. */
export interface PlainEvent {
  readonly id: string;
  /** When it happened, after correction. */
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
  readonly cart: PlainCart | null;
  readonly order: PlainOrder | null;
  /** The hour of its receipt, in hours after the first one. */
  readonly receivedHour: number;
  /** True when it is in another convention than ours. */
  readonly isForeign: boolean;
}

/**
 * Who wrote an event, and what is wrong with it: the reader of events says
 * so, and is tested elsewhere.
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
}

interface PlainCart {
  readonly id: string | null;
  readonly value: number | null;
  readonly currency: string | null;
  readonly items: readonly BoughtItem[] | null;
}

interface PlainOrder {
  readonly id: string | null;
  /** Of a refund. */
  readonly refund: string | null;
  readonly revenue: number | null;
  readonly currency: string | null;
  readonly items: readonly BoughtItem[];
}

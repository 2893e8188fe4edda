/** The way in which a metric is counted, judged and worded. */
export interface Metric {
  /** A sum is of money; a share is a part of something. */
  readonly kind: 'count' | 'sum' | 'share';
  /** The direction that does harm: the other is not an alert. */
  readonly harm: 'fewer' | 'more';
  /** The smallest change that is worth an alert: of the expectation, or of all when `more`. */
  readonly floor: number;
  readonly words: string;
  /** Of a share, what it is a part of. */
  readonly of?: string;
}

/** At least so many events, sessions or orders are missing or too many in an alert. */
export const COUNT_FLOOR = 20;

const FEWER = { harm: 'fewer', floor: 0.25 } as const;
const MORE = { kind: 'share', harm: 'more', floor: 0.02 } as const;

/** Everything that is watched. */
export const METRICS = {
  sessions: { kind: 'count', ...FEWER, words: 'Sessions' },
  orders: { kind: 'count', ...FEWER, words: 'Orders' },
  revenue: { kind: 'sum', ...FEWER, words: 'Revenue' },
  step_view: { kind: 'share', ...FEWER, words: 'Sessions with a product view', of: 'sessions' },
  step_cart: { kind: 'share', ...FEWER, words: 'Add to cart', of: 'sessions with a product view' },
  step_checkout: { kind: 'share', ...FEWER, words: 'Checkout', of: 'sessions with a cart' },
  step_order: { kind: 'share', ...FEWER, words: 'Order', of: 'sessions with a checkout' },
  // A name that goes silent loses nearly all: fewer of its events are for the other metrics.
  event: { kind: 'count', harm: 'fewer', floor: 0.9, words: 'Events' },
  rejected: { ...MORE, words: 'Rejected events', of: 'received events' },
  quarantined: { ...MORE, words: 'Events in quarantine', of: 'received events' },
  orders_without_session: { ...MORE, words: 'Orders without a session', of: 'orders' },
} as const satisfies Record<string, Metric>;

export type MetricName = keyof typeof METRICS;

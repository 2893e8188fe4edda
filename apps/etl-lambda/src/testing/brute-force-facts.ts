import type { BoughtItem } from '@clickstream/warehouse-load/reading';
import { bruteForceSettled, inOrder } from './brute-force-clocks';
import { bruteForceCommerce, type PlainCommerce } from './brute-force-commerce';
import { currencyOf, tellerOf } from './brute-force-orders';

/** An event as the property test makes it up. */
export interface PlainEvent {
  readonly id: string;
  /** When it happened, after correction. */
  readonly at: number;
  /** What corrected the time that its browser told; null where nothing did. */
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
  /** Whether it is in another convention than ours. */
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

/**
 * Rows of the tables of facts, each under a key, with times in milliseconds and amounts as numbers.
 */
export interface PlainFacts extends PlainCommerce {
  readonly sessions: Readonly<Record<string, object>>;
  readonly activity: Readonly<Record<string, object>>;
  readonly productHours: Readonly<Record<string, object>>;
  readonly products: Readonly<Record<string, object>>;
  readonly senderFaults: Readonly<Record<string, object>>;
}

const HOUR = 3_600_000;
const STEP_NAMES = [
  'add_to_cart_click',
  'remove_from_cart_click',
  'checkout_start',
  'checkout_step',
  'checkout_complete',
];

/**
 * The facts by their definition, with no thought of speed, and without a
 * line of the code under test.
 *
 * @param readingOf what the reader of events finds in one
 */
export function bruteForceFacts(
  all: readonly PlainEvent[],
  readingOf: (event: PlainEvent) => PlainReading,
): PlainFacts {
  const events = inOrder(all);
  const settled = bruteForceSettled(all);
  const hourOf = (event: PlainEvent) => event.at - (event.at % HOUR);
  const stateOf = (event: PlainEvent) => event.state ?? 'unknown';
  const unique = <T>(values: readonly T[]) => [...new Set(values)];

  const activityKeys = events.map((e) => `${hourOf(e)} ${e.name} ${stateOf(e)} ${e.bot} ${e.staff}`);
  const activity = unique(activityKeys).map(
    (key) => [key, { events: activityKeys.filter((other) => other === key).length }] as const,
  );

  const faultKeys = events.flatMap((e) => {
    const { sender, corrections } = readingOf(e);
    return corrections.map((fault) => `${e.receivedHour} ${sender} ${fault}`);
  });
  const senderFaults = unique(faultKeys).map(
    (key) => [key, { events: faultKeys.filter((other) => other === key).length }] as const,
  );

  const completions = events.filter(({ name }) => name === 'checkout_complete');
  /** The first completion of each order, with the one that says who ordered. */
  const placed = completions
    .filter((e) => !e.order?.id || completions.find((o) => o.order?.id === e.order?.id) === e)
    .map((first) => ({ first, teller: tellerOf(events, first) }));

  const shown = events.flatMap((e) =>
    e.product && ['product_view', 'add_to_cart_click'].includes(e.name)
      ? [{ key: `${hourOf(e)} ${e.product.id} ${stateOf(e)} ${e.bot} ${e.staff} -`, name: e.name }]
      : [],
  );
  const sold = placed.flatMap(({ first, teller }) =>
    (first.order?.items ?? first.cart?.items ?? []).map((line) => ({
      key: `${hourOf(first)} ${line.id} ${stateOf(teller)} ${teller.bot} ${teller.staff} ${currencyOf(first) ?? '-'}`,
      line,
    })),
  );
  const productHours = unique([...shown, ...sold].map(({ key }) => key)).map((key) => {
    const lines = sold.filter((sale) => sale.key === key).map(({ line }) => line);
    const shownAs = (name: string) => shown.filter((show) => show.key === key && show.name === name).length;
    return [
      key,
      {
        views: shownAs('product_view'),
        addToCarts: shownAs('add_to_cart_click'),
        units: lines.reduce((sum, { quantity }) => sum + quantity, 0),
        revenue: cents(lines.map((line) => line.quantity * (line.discountPrice ?? line.price ?? 0))),
      },
    ] as const;
  });

  const shows = events.flatMap((e) => [
    ...(e.product ? [{ ...e.product, at: e.at }] : []),
    ...(e.name === 'checkout_complete' ? (e.order?.items ?? []).map((item) => ({ ...item, at: e.at })) : []),
  ]);
  const products = unique(shows.filter(({ name }) => name).map(({ id }) => id)).map((productId) => {
    const last = shows.filter(({ id, name }) => id === productId && name).at(-1);
    return [productId, { name: last?.name, price: last?.price ?? null, at: last?.at }] as const;
  });

  const spans = unique(events.flatMap(({ session }) => session ?? [])).map((session) => {
    const own = settled.filter((e) => e.session === session);
    const times = own.map(({ at }) => at);
    return {
      client: own[0]?.client ?? null,
      hasViewed: own.some(({ name }) => name === 'product_view'),
      from: Math.min(...times),
      to: Math.max(...times),
    };
  });
  const sessions = unique(events.flatMap(({ session }) => session ?? [])).map((session) => {
    const own = settled.filter((e) => e.session === session);
    const [first] = own;
    const last = own.at(-1);
    const landing = own.find(({ name }) => name.endsWith('_view'));
    const step = own.find(({ name }) => STEP_NAMES.includes(name));
    const isResumed = step !== undefined && (!landing || own.indexOf(step) < own.indexOf(landing));
    const goesOn =
      isResumed &&
      spans.some(
        (other) =>
          first?.client != null &&
          other.client === first.client &&
          other.hasViewed &&
          other.from < first.at &&
          other.to >= first.at - 24 * HOUR,
      );
    const viewed = own.find((e) => e.name === 'product_view')?.at ?? null;
    const begins = goesOn && first ? first.at : viewed;
    const since = (times: readonly number[]) => {
      const found = times.filter((time) => begins !== null && time >= begins);
      return found.length > 0 ? Math.min(...found) : null;
    };
    const timesOf = (...names: readonly string[]) =>
      own.filter(({ name }) => names.includes(name)).map(({ at }) => at);
    const orders = placed.filter(({ teller }) => teller.session === session).map(({ teller }) => teller.at);
    const checkouts = timesOf('checkout_start', 'checkout_step');
    const source = landing ? landing.source : isResumed ? null : (first?.source ?? null);
    const visits = own.map(({ firstVisit }) => firstVisit).filter((flag) => flag !== null);
    return [
      session,
      {
        client: first?.client ?? null,
        user: own.map(({ user }) => user).findLast((user) => user !== null) ?? null,
        from: first?.at,
        to: last?.at,
        hour: first && hourOf(first),
        resumed: isResumed,
        viewed: begins,
        carted: since([...timesOf('add_to_cart_click'), ...checkouts, ...orders]),
        checkout: since([...checkouts, ...orders]),
        ordered: since(orders),
        events: own.length,
        pageViews: own.filter(({ name }) => name === 'page_view').length,
        orders: orders.length,
        firstVisit: visits.length === 0 ? null : visits.includes(true),
        bot: own.some(({ bot }) => bot),
        staff: own.some(({ staff }) => staff),
        state:
          ['logged_in', 'guest', 'anonymous'].find((state) => own.some((e) => e.state === state)) ??
          'unknown',
        entry: first?.path,
        exit: last?.path,
        source,
      },
    ] as const;
  });

  return {
    sessions: Object.fromEntries(sessions),
    activity: Object.fromEntries(activity),
    productHours: Object.fromEntries(productHours),
    products: Object.fromEntries(products),
    senderFaults: Object.fromEntries(senderFaults),
    ...bruteForceCommerce(events, settled),
  };
}

/** A sum of amounts that have two decimals. */
function cents(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + Math.round(amount * 100), 0) / 100;
}

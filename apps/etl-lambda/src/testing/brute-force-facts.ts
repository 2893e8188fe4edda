import { bruteForceSettled, inOrder } from './brute-force-clocks';
import { bruteForceLists } from './brute-force-lists';
import { bruteForceCommerce, type PlainCommerce } from './brute-force-commerce';
import { currencyOf, buyerEventOf } from './brute-force-orders';
import { bruteForceSessions } from './brute-force-sessions';
import type { PlainEvent, PlainReading } from './plain-event';

/**
 * Rows of the tables of facts, each under a key, with times in milliseconds and amounts as numbers.
 */
export interface PlainFacts extends PlainCommerce {
  readonly sessions: Readonly<Record<string, object>>;
  readonly activity: Readonly<Record<string, object>>;
  readonly productHours: Readonly<Record<string, object>>;
  readonly listHours: Readonly<Record<string, object>>;
  readonly products: Readonly<Record<string, object>>;
  readonly senderFaults: Readonly<Record<string, object>>;
}

const HOUR = 3_600_000;

/**
 * The facts by their definition, with no regard for speed, and without using the code under test.
 *
 * @param readingOf the result of the event reader for one event
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
  /** The first completion of each order, with the one that identifies the buyer. */
  const placed = completions
    .filter((e) => !e.order?.id || completions.find((o) => o.order?.id === e.order?.id) === e)
    .map((first) => ({ first, buyerEvent: buyerEventOf(events, first) }));

  const shown = events.flatMap((e) =>
    e.product && ['product_view', 'add_to_cart_click'].includes(e.name)
      ? [{ key: `${hourOf(e)} ${e.product.id} ${stateOf(e)} ${e.bot} ${e.staff} -`, name: e.name }]
      : [],
  );
  const sold = placed.flatMap(({ first, buyerEvent }) =>
    (first.order?.items ?? first.cart?.items ?? []).map((line) => ({
      key: `${hourOf(first)} ${line.id} ${stateOf(buyerEvent)} ${buyerEvent.bot} ${buyerEvent.staff} ${currencyOf(first) ?? '-'}`,
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

  return {
    sessions: bruteForceSessions(events, settled, placed),
    activity: Object.fromEntries(activity),
    productHours: Object.fromEntries(productHours),
    listHours: bruteForceLists(events, placed),
    products: Object.fromEntries(products),
    senderFaults: Object.fromEntries(senderFaults),
    ...bruteForceCommerce(events, settled),
  };
}

/** A sum of amounts that have two decimals. */
function cents(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + Math.round(amount * 100), 0) / 100;
}

import type { BoughtItem } from '../row/bought-items';
import { bruteForceCommerce, type PlainCommerce } from './brute-force-commerce';

/** An event as the property test makes it up. */
export interface PlainEvent {
  readonly id: string;
  readonly at: number;
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
  readonly product: { id: string; name: string; price: number; discountPrice: number | null } | null;
  readonly cart: PlainCart | null;
  readonly order: PlainOrder | null;
}

interface PlainCart {
  readonly id: string | null;
  readonly value: number | null;
  readonly currency: string | null;
  readonly items: readonly BoughtItem[] | null;
}

interface PlainOrder {
  readonly id: string | null;
  readonly revenue: number;
  readonly currency: string | null;
  readonly items: readonly BoughtItem[];
}

/** Rows of the tables of facts, each under a key, with times in milliseconds and amounts as numbers. */
export interface PlainFacts extends PlainCommerce {
  readonly sessions: Readonly<Record<string, object>>;
  readonly activity: Readonly<Record<string, object>>;
  readonly productHours: Readonly<Record<string, object>>;
  readonly products: Readonly<Record<string, object>>;
}

const HOUR = 3_600_000;

/** The facts by their definition, with no thought of speed, and without a line of the code under test. */
export function bruteForceFacts(all: readonly PlainEvent[]): PlainFacts {
  const events = [...all].sort(
    (a, b) => a.at - b.at || (a.sequence ?? -1) - (b.sequence ?? -1) || (a.id < b.id ? -1 : 1),
  );
  const hourOf = (event: PlainEvent) => event.at - (event.at % HOUR);
  const stateOf = (event: PlainEvent) => event.state ?? 'unknown';
  const unique = <T>(values: readonly T[]) => [...new Set(values)];

  const activityKeys = events.map((e) => `${hourOf(e)} ${e.name} ${stateOf(e)} ${e.bot}`);
  const activity = unique(activityKeys).map((key) => {
    const own = events.filter((_, index) => activityKeys[index] === key);
    const orders = own.flatMap((e) => (e.name === 'checkout_complete' && e.order ? [e.order.revenue] : []));
    return [key, { events: own.length, revenue: cents(orders) }] as const;
  });

  const touches = events.flatMap((e) => {
    const shown = e.product && ['product_view', 'add_to_cart_click'].includes(e.name) ? [e.product.id] : [];
    const bought = e.name === 'checkout_complete' ? (e.order?.items ?? []).map(({ id }) => id) : [];
    return [...shown, ...bought].map((id) => `${hourOf(e)} ${id} ${stateOf(e)} ${e.bot}`);
  });
  const productHours = unique(touches).map((key) => {
    const own = (e: PlainEvent, id: string) => `${hourOf(e)} ${id} ${stateOf(e)} ${e.bot}` === key;
    const shownIn = (name: string) =>
      events.filter((e) => e.name === name && e.product && own(e, e.product.id)).length;
    const lines = events
      .filter(({ name }) => name === 'checkout_complete')
      .flatMap((e) => (e.order?.items ?? []).filter(({ id }) => own(e, id)));
    return [
      key,
      {
        views: shownIn('product_view'),
        addToCarts: shownIn('add_to_cart_click'),
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

  const sessions = unique(events.flatMap(({ session }) => session ?? [])).map((session) => {
    const own = events.filter((e) => e.session === session);
    const [first] = own;
    const last = own.at(-1);
    const viewed = own.find((e) => e.name === 'product_view')?.at ?? null;
    const next = (name: string, from: number | null) =>
      from === null ? null : (own.find((e) => e.name === name && e.at >= from)?.at ?? null);
    const carted = next('add_to_cart_click', viewed);
    const checkout = next('checkout_start', carted);
    const orders = own.filter(({ name }) => name === 'checkout_complete');
    const visits = own.map(({ firstVisit }) => firstVisit).filter((flag) => flag !== null);
    return [
      session,
      {
        client: first?.client ?? null,
        user: own.map(({ user }) => user).findLast((user) => user !== null) ?? null,
        from: first?.at,
        to: last?.at,
        hour: first && hourOf(first),
        viewed,
        carted,
        checkout,
        ordered: next('checkout_complete', checkout),
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
        source: first?.source ?? null,
        revenue: cents(orders.flatMap(({ order }) => (order ? [order.revenue] : []))),
      },
    ] as const;
  });

  return {
    sessions: Object.fromEntries(sessions),
    activity: Object.fromEntries(activity),
    productHours: Object.fromEntries(productHours),
    products: Object.fromEntries(products),
    ...bruteForceCommerce(events),
  };
}

/** A sum of amounts that have two decimals. */
function cents(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + Math.round(amount * 100), 0) / 100;
}

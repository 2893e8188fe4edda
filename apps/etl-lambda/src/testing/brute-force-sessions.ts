import type { PlainEvent } from './plain-event';

const HOUR = 3_600_000;
const STEP_NAMES = [
  'add_to_cart_click',
  'remove_from_cart_click',
  'checkout_start',
  'checkout_step',
  'checkout_complete',
];

/**
 * The sessions by their definition.
 *
 * @param events as they happened
 * @param settled the same, in the order of their browsers' clocks
 * @param placed the first completion of each order, with the one that identifies the buyer
 */
export function bruteForceSessions(
  events: readonly PlainEvent[],
  settled: readonly PlainEvent[],
  placed: readonly { readonly buyerEvent: PlainEvent }[],
): Readonly<Record<string, object>> {
  const hourOf = (event: PlainEvent) => event.at - (event.at % HOUR);
  const unique = <T>(values: readonly T[]) => [...new Set(values)];
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
    const orders = placed
      .filter(({ buyerEvent }) => buyerEvent.session === session)
      .map(({ buyerEvent }) => buyerEvent.at);
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
  return Object.fromEntries(sessions);
}

import { currencyOf, unique } from './brute-force-orders';
import type { PlainEvent } from './plain-event';

const HOUR = 3_600_000;

/** One count of a list, under the key of its row. */
interface Told {
  readonly key: string;
  readonly what: 'views' | 'clicks' | 'addToCarts' | 'lines';
}

/**
 * Rows of the view of lists by their definition.
 *
 * @param placed the first completion of each order, with the one that identifies the buyer
 */
export function bruteForceLists(
  events: readonly PlainEvent[],
  placed: readonly { readonly first: PlainEvent; readonly buyerEvent: PlainEvent }[],
): Readonly<Record<string, object>> {
  const keyOf = (at: PlainEvent, by: PlainEvent, of: readonly unknown[], currency = '-') =>
    [at.at - (at.at % HOUR), ...of, by.state ?? 'unknown', by.bot, by.staff, currency].join(' ');
  const told = events.flatMap((event): Told[] => {
    const { name, list, product } = event;
    if (list && list.shown > 0)
      return [{ key: keyOf(event, event, [list.name, list.first ?? 1, list.shown]), what: 'views' }];
    if (!product?.listName) return [];
    const key = keyOf(event, event, [product.listName, product.position ?? 0, 0]);
    if (name === 'select_item') return [{ key, what: 'clicks' }];
    return name === 'add_to_cart_click' ? [{ key, what: 'addToCarts' }] : [];
  });
  const sold = placed.flatMap(({ first, buyerEvent }) =>
    (first.order?.items ?? []).flatMap(({ list, position }): Told[] => {
      if (!list) return [];
      const place = [list, position ?? 0, 0];
      return [{ key: keyOf(first, buyerEvent, place, currencyOf(first) ?? '-'), what: 'lines' }];
    }),
  );
  const all = [...told, ...sold];
  const rows = unique(all.map(({ key }) => key)).map((key) => {
    const count = (what: Told['what']) => all.filter((one) => one.key === key && one.what === what).length;
    const row = { views: count('views'), clicks: count('clicks'), addToCarts: count('addToCarts') };
    return [key, { ...row, lines: count('lines') }] as const;
  });
  return Object.fromEntries(rows);
}

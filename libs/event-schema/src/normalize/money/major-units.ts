import type { SourceEvent } from '../../source-event';
import { amountOf, currencyOf, objectOf } from '../field-values';
import { isInGroups, currencyDigits, minorAmount } from './minor-amount';

type Part = Readonly<Record<string, unknown>>;

const PRODUCT_AMOUNTS = ['price', 'discountPrice'];
const CART_AMOUNTS = ['value'];
const ORDER_AMOUNTS = ['revenue', 'tax', 'shipping', 'discount'];

/** One or two digits after a point or a comma, and after them at most a currency. */
const DECIMALS = /[.,]\d{1,2}\s*\D{0,4}$/;

/**
 * Converts amounts in whole units of a currency, such as 30.03 USD, to its smallest unit, as in the
 * contract: 3003. An amount of the event with a fraction shows that the event uses whole units,
 * since cents have no fraction. In a currency without a smaller unit, `199.000` in text is not a
 * fraction. Amounts of an unknown currency stay as they are.
 */
export function inMinorUnits(event: SourceEvent): SourceEvent {
  const { product, cart, order } = event;
  const currency = currencyOf(
    objectOf(order)?.['currency'] ?? objectOf(cart)?.['currency'] ?? event.currency,
  );
  if (currency === null || !hasOtherUnits(event, currency)) return event;
  const convert = (part: unknown, names: readonly string[]) => converted(part, names, currency);
  return {
    ...event,
    ...(product !== undefined && { product: convert(product, PRODUCT_AMOUNTS) }),
    ...(cart !== undefined && { cart: convert(cart, CART_AMOUNTS) }),
    ...(order !== undefined && { order: convert(order, ORDER_AMOUNTS) }),
  };
}

/**
 * True when an amount of the event is not in the smallest unit of its currency, or not written in
 * it.
 */
function hasOtherUnits({ product, cart, order }: SourceEvent, currency: string): boolean {
  const isOther =
    currencyDigits(currency) === 0 ? (value: unknown) => isInGroups(value, currency) : isInWholeUnits;
  const isOtherIn = (value: unknown, names: readonly string[]): boolean => {
    const part = objectOf(value);
    if (!part) return false;
    return (
      names.some((name) => isOther(part[name])) ||
      itemsOf(part).some((item) => isOtherIn(item, PRODUCT_AMOUNTS))
    );
  };
  return (
    isOtherIn(product, PRODUCT_AMOUNTS) || isOtherIn(cart, CART_AMOUNTS) || isOtherIn(order, ORDER_AMOUNTS)
  );
}

/** Decimals in text show whole units also when they are zeros: `1,299.00`. */
function isInWholeUnits(value: unknown): boolean {
  const amount = amountOf(value);
  if (amount === null) return false;
  return !Number.isInteger(amount) || (typeof value === 'string' && DECIMALS.test(value));
}

function converted(value: unknown, names: readonly string[], currency: string | null): unknown {
  const part = objectOf(value);
  if (!part) return value;
  const amounts = names.flatMap((name): [string, unknown][] =>
    part[name] === undefined ? [] : [[name, minorAmount(part[name], currency) ?? part[name]]],
  );
  const items = Array.isArray(part['items']) && {
    items: part['items'].map((item: unknown) => converted(item, PRODUCT_AMOUNTS, currency)),
  };
  return { ...part, ...Object.fromEntries(amounts), ...items };
}

const itemsOf = (part: Part): readonly unknown[] => (Array.isArray(part['items']) ? part['items'] : []);

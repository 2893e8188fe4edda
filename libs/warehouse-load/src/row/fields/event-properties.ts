import { LIMITS } from '@clickstream/event-schema';
import type { SourceEvent } from '@clickstream/event-schema/adapters';
import { amountOf, countOf, flagOf, objectOf, textOf } from '@clickstream/event-schema/normalize';
import { withoutNulls } from '../../text/without-nulls';

const PARTS = [
  'properties',
  'category',
  'list',
  'search',
  'checkout',
  'login',
  'promotion',
  'filter',
  'form',
  'wishlisted',
  'channel',
  'order',
] as const satisfies readonly (keyof SourceEvent)[];

/**
 * Data of an event without a column, for column `properties`: a custom event's properties, and the
 * small parts of known events. Null when there is none.
 */
export function propertiesOf(event: SourceEvent): Readonly<Record<string, unknown>> | null {
  if (!hasParts(event)) return null;
  const results = countOf(objectOf(event.search)?.['results']);
  const parts: Readonly<Record<string, unknown>> = withoutNulls({
    ...objectOf(event.properties),
    category: textOf(event.category),
    list: listOf(event),
    results,
    checkout: objectOf(event.checkout),
    login: objectOf(event.login),
    promotion: objectOf(event.promotion),
    filter: objectOf(event.filter),
    form: objectOf(event.form),
    wishlisted: event.wishlisted === undefined ? null : flagOf(event.wishlisted),
    share_channel: textOf(event.channel),
    coupon: couponOf(objectOf(event.order)?.['coupon']),
    discount: amountOf(objectOf(event.order)?.['discount']),
    // Only the reader of the event writes under these names.
    _sender: null,
    _corrections: null,
  });
  return Object.keys(parts).length > 0 ? parts : null;
}

/**
 * The list that was shown, with the position of its first product and their number, or the one in
 * which the product of the event was chosen.
 */
function listOf({ list: given, product: about }: SourceEvent): Readonly<Record<string, unknown>> | null {
  const list = objectOf(given);
  if (list) {
    const { id, name, items } = list;
    const shown = Array.isArray(items) ? Math.min(items.length, LIMITS.maxItems) : 0;
    const first = shown > 0 && (countOf(objectOf((items as unknown[])[0])?.['position'], 1) ?? 1);
    return { id: textOf(id), name: textOf(name), ...(first && { first }), shown };
  }
  const product = objectOf(about);
  const name = textOf(product?.['listName']);
  return name === null ? null : withoutNulls({ name, position: countOf(product?.['position']) });
}

/** The code of a coupon, or all codes of several coupons. */
function couponOf(value: unknown): string | null {
  if (!Array.isArray(value)) return textOf(value) ?? textOf(objectOf(value)?.['code']);
  const codes = value.map((one: unknown) => textOf(one) ?? textOf(objectOf(one)?.['code']));
  return textOf(codes.filter((code) => code !== null).join(', '));
}

function hasParts(event: SourceEvent): boolean {
  for (const part of PARTS) if (event[part] !== undefined) return true;
  return objectOf(event.product)?.['listName'] !== undefined;
}

import { idOf, objectOf, objectsOf, textOf } from '../../normalize/field-values';
import { currencyDigits } from '../../normalize/money/minor-amount';
import type { SourceEvent } from '../../source-event';
import { millionthsOf, minorUnits, timesMillionths } from './exact-total';

type Fields = Readonly<Record<string, unknown>>;

const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

/**
 * An order of a shop's books under our names. An order with a negative total, or that returns
 * pieces for nothing, is a refund: a cancellation, a correction or a write-off.
 */
export function toSourceEvent(event: Fields): SourceEvent {
  const lines = objectsOf(event['lines']);
  const currency = textOf(event['currency']);
  const digits = currencyDigits(currency);
  let total = 0n;
  let pieces = 0n;
  for (const { quantity, unitPrice } of lines) {
    total += timesMillionths(millionthsOf(quantity), millionthsOf(unitPrice));
    pieces += millionthsOf(quantity);
  }
  const isRefund = total < 0n || (total === 0n && pieces < 0n);
  const order = {
    orderId: event['invoice'],
    revenue: minorUnits(absolute(total), digits),
    currency,
    items: lines.map((line) => itemOf(line, digits)),
  };
  const customer = idOf(event['customerId']);
  return {
    eventId: event['eventId'],
    eventName: isRefund ? 'order_refund' : 'checkout_complete',
    eventTimestamp: event['invoiceDate'],
    userId: customer,
    userLoginState: customer === null ? 'guest' : 'logged_in',
    order: isRefund ? { ...order, refundId: event['invoice'] } : order,
    properties: { country: event['country'] },
    _ingest: { receivedAt: objectOf(event['_ingest'])?.['receivedAt'] },
  };
}

function itemOf({ sku, name, quantity, unitPrice }: Fields, digits: number): Fields {
  return {
    id: sku,
    name,
    quantity: Number(absolute(millionthsOf(quantity)) / 1_000_000n),
    price: minorUnits(absolute(millionthsOf(unitPrice)), digits),
  };
}

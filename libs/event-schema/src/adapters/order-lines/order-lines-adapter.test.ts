import fc from 'fast-check';
import { adapterFor } from '..';
import { timeOfEventId } from '../../ids/event-id';
import { orderEvent, type OrderLine } from './order-event';
import { orderLines } from './order-lines-adapter';

const line = (quantity: string, unitPrice: string, sku = 'A1'): OrderLine => ({
  sku,
  name: 'Lantern',
  quantity,
  unitPrice,
});

function read(lines: readonly OrderLine[], over: object = {}) {
  const event = orderEvent({
    invoice: '536365',
    invoiceDate: '2010-12-01T08:26:00.000Z',
    customerId: '17850',
    country: 'France',
    currency: 'GBP',
    lines,
    ...over,
  });
  return orderLines.toSourceEvent(event as never);
}

describe('lines of an order', () => {
  it('are an order of their customer, with the id and the time of the order', () => {
    const event = orderEvent({
      invoice: '1',
      invoiceDate: '2010-12-01T08:26:00.000Z',
      currency: 'GBP',
      lines: [line('6', '2.55')],
    });
    expect(adapterFor(event as never)).toBe(orderLines);
    expect(timeOfEventId(event.eventId)).toBe(Date.parse('2010-12-01T08:26:00Z'));
    expect(read([line('6', '2.55'), line('1', '0', 'GIFT')])).toMatchObject({
      eventName: 'checkout_complete',
      eventTimestamp: '2010-12-01T08:26:00.000Z',
      userId: '17850',
      userLoginState: 'logged_in',
      order: {
        orderId: '536365',
        revenue: 1530,
        currency: 'GBP',
        items: [
          { id: 'A1', name: 'Lantern', quantity: 6, price: 255 },
          { id: 'GIFT', quantity: 1, price: 0 },
        ],
      },
      properties: { country: 'France' },
    });
  });

  it('without a customer are an order of a guest', () => {
    expect(read([line('1', '1')], { customerId: undefined })).toMatchObject({
      userId: null,
      userLoginState: 'guest',
    });
  });

  it('keep a tenth of a penny', () => {
    expect(read([line('100', '1.255')]).order).toMatchObject({ revenue: 12_550, items: [{ price: 125.5 }] });
    expect(read([line('1', '0.001')]).order).toMatchObject({ revenue: 0.1 });
  });

  it.each([
    ['a cancellation', [line('-6', '2.55')], 1530],
    ['a correction', [line('1', '-11062.06')], 1_106_206],
    ['a write-off', [line('-40', '0')], 0],
  ])('of %s are a refund, with its pieces', (_what, lines, revenue) => {
    const event = read(lines);
    expect(event).toMatchObject({ eventName: 'order_refund', order: { revenue, refundId: '536365' } });
    expect((event.order as { items: { quantity: number }[] }).items[0]?.quantity).toBeGreaterThan(0);
  });

  it('amount to the exact sum of their products', () => {
    const anyLine = fc.record({
      quantity: fc.integer({ min: 1, max: 90_000 }),
      thousandths: fc.integer({ min: 0, max: 9_999_999 }),
    });
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 30 }), (lines) => {
        const thousandths = lines.reduce(
          (sum, { quantity, thousandths: price }) => sum + quantity * price,
          0,
        );
        const asText = lines.map(({ quantity, thousandths: price }) =>
          line(String(quantity), (price / 1000).toFixed(3)),
        );
        expect((read(asText).order as { revenue: number }).revenue).toBe(thousandths / 10);
      }),
    );
  });
});

import { readEvent } from '../read-event';
import { unpackExportRow } from './ga4';
import { orderEvent } from './order-lines';
import { unpackSession } from './universal-analytics';

const NOW = Date.parse('2026-11-29T05:00:00Z');
const ITEM = { item_id: 'SKU_1', item_name: 'Tee', price: '10.01', quantity: '3', index: '1' };
const MONEY = { currency: 'USD', value: '30.03', tax: 4.9 };

/** Reads the faults of an event as ingest records them. */
function faultsOf(event: unknown): readonly string[] {
  const read = readEvent(event, NOW);
  return read.ok ? read.corrections : [`${read.reason}: ${read.detail}`];
}

describe('an event that is complete in its own convention has no faults', () => {
  it.each([
    ['purchase', { transaction_id: 'T_1', ...MONEY, items: [ITEM] }],
    ['refund', { transaction_id: 'T_1', ...MONEY }],
    ['view_item', { items: [ITEM], currency: 'USD' }],
    ['view_item_list', { item_list_name: 'Related', items: [ITEM], currency: 'USD' }],
    ['add_to_cart', { items: [ITEM], currency: 'USD' }],
    ['begin_checkout', { items: [ITEM], ...MONEY }],
    ['add_payment_info', { payment_type: 'card', items: [ITEM], ...MONEY }],
    ['search', { search_term: 'monitor' }],
    ['login', { method: 'google' }],
    ['scroll', { percent_scrolled: 90 }],
  ])('%s of the Measurement Protocol', (name, params) => {
    expect(faultsOf({ client_id: 'c.1', timestamp_micros: '1795916500000000', name, params })).toEqual([]);
  });

  it('a row of the export of Google Analytics 4', () => {
    const row = {
      event_name: 'purchase',
      event_timestamp: '1795916500000000',
      user_pseudo_id: '555.123',
      event_params: [{ key: 'currency', value: { string_value: 'USD' } }],
      ecommerce: { transaction_id: 'T_1', purchase_revenue: 30.03 },
      items: [ITEM],
    };
    expect(faultsOf(unpackExportRow(row))).toEqual([]);
  });

  it('each hit of a session of Universal Analytics', () => {
    const product = {
      productSKU: 'SKU-1',
      productPrice: '1990000',
      productQuantity: '2',
      productListPosition: '1',
    };
    const hits = ['0', '1', '2', '3', '4', '5', '6'].map((action_type, index) => ({
      hitNumber: String(index + 1),
      time: '5',
      type: 'PAGE',
      page: { hostname: 'shop.example', pagePath: '/', searchKeyword: 'tee' },
      eCommerceAction: { action_type, step: '2' },
      transaction: { transactionId: 'ORD1', transactionRevenue: '3980000', currencyCode: 'USD' },
      product: [product, { ...product, isImpression: true, productListName: 'Category' }],
    }));
    const session = { fullVisitorId: '1', visitId: '1501621191', visitStartTime: '1501621191', hits };
    const events = unpackSession(session) ?? [];
    expect(events).toHaveLength(27);
    expect(events.flatMap((event) => faultsOf(event))).toEqual([]);
  });

  it('an order of a shop’s books', () => {
    const lines = [{ sku: 'A1', name: 'Lantern', quantity: '6', unitPrice: '2.55' }];
    expect(
      faultsOf(orderEvent({ invoice: '1', invoiceDate: '2010-12-01T08:26:00.000Z', currency: 'GBP', lines })),
    ).toEqual([]);
  });
});

it('an order in flat names of Google, in an envelope like ours, is read as such before and after it is stored', () => {
  const event = {
    eventName: 'purchase',
    clientId: 'ga-1',
    sessionId: 'ga-1',
    transaction_id: 'T_1',
    ...MONEY,
    items: [ITEM],
  };
  const stamp = { receivedAt: '2026-11-29T05:00:00.000Z', requestId: 'r', sourceIp: null, userAgent: null };
  for (const sent of [event, { ...event, _ingest: { ...stamp, sender: 'ga4' } }]) {
    expect(readEvent(sent, NOW)).toMatchObject({
      ok: true,
      sender: 'ga4',
      eventName: 'checkout_complete',
      corrections: [],
      event: {
        order: {
          orderId: 'T_1',
          revenue: 3003,
          tax: 490,
          items: [{ id: 'SKU_1', price: 1001, quantity: 3 }],
        },
      },
    });
  }
});

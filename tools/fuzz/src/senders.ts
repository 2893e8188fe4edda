import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { WORKSPACE } from '@clickstream/bench/bundle-of';
import { aCheckoutComplete, aPageView, aProductListView, aSearch } from '@clickstream/event-schema/testing';

/** A request as its sender sends it. */
export interface SentRequest {
  readonly path: string;
  readonly body: unknown;
}

const OURS = '/clickstream';
const TP2 = '/com.snowplowanalytics.snowplow/tp2';
const ITEMS = [{ item_id: 'SKU_1', item_name: 'Tee', price: 10.01, quantity: 3 }];
const PURCHASE = { transaction_id: 'T_1', value: 30.03, tax: 4.9, currency: 'USD', items: ITEMS };
const TRACK = {
  type: 'track',
  messageId: 'm-1',
  anonymousId: 'a-1',
  userId: 'u-1',
  timestamp: '2026-11-02T09:00:00.000Z',
  event: 'Order Completed',
  properties: {
    order_id: 'O-1',
    total: 30.03,
    currency: 'USD',
    products: [{ product_id: 'P', price: 10.01 }],
  },
  context: { page: { url: 'https://shop.example/?utm_source=mail' }, traits: { email: 'a@b.example' } },
};
const ORDER_LINES = {
  eventId: '019a4341-7f6a-7abc-8def-000000000001',
  invoice: '536365',
  invoiceDate: '2026-11-01T08:26:00',
  customerId: '17850',
  currency: 'GBP',
  lines: [{ sku: '85123A', name: 'HOLDER', quantity: '6', unitPrice: '2.55' }],
};
const WORKSHOP = {
  eventName: 'checkout_complete',
  eventId: '1793600000000-1a2b3c4d',
  identity_source: 'cookie',
  product: { id: 'P', brandName: 'b', price: '1.000.000' },
  element: { dataset: { order_id: 'O', total: '120000', currency: 'VND' } },
};

/** Requests of every sender, to every route. */
export const SENT_REQUESTS: readonly SentRequest[] = [
  { path: OURS, body: { sentAt: '2026-11-02T09:00:00Z', events: [aPageView(), aCheckoutComplete()] } },
  { path: OURS, body: [aProductListView(), aSearch(), WORKSHOP] },
  { path: OURS, body: WORKSHOP },
  { path: OURS, body: { eventName: 'purchase', clientId: 'ga-1', ...PURCHASE } },
  { path: OURS, body: { event: 'purchase', ecommerce: PURCHASE, client_id: 'ga-1', ga_session_id: 's' } },
  { path: OURS, body: ORDER_LINES },
  { path: OURS, body: sharedFixture('tools/conformance/fixtures/sessions.jsonl') },
  { path: OURS, body: [TRACK] },
  {
    path: '/mp/collect',
    body: {
      client_id: 'ga-1',
      timestamp_micros: 1793600000000000,
      events: [{ name: 'purchase', params: PURCHASE }],
    },
  },
  { path: '/v1/t', body: TRACK },
  {
    path: '/v1/p',
    body: { ...TRACK, type: 'page', properties: { url: 'https://shop.example/', title: 'A' } },
  },
  { path: '/v1/identify', body: { ...TRACK, type: 'identify', traits: { email: 'a@b.example' } } },
  { path: '/v1/screen', body: { ...TRACK, type: 'screen', name: 'Home' } },
  {
    path: '/v1/batch',
    body: { batch: [TRACK, { ...TRACK, event: 'Product Added' }], context: { ip: '1.2.3.4' } },
  },
  { path: TP2, body: sharedFixture('libs/event-schema/src/adapters/snowplow/fixtures/base64.json') },
  { path: TP2, body: sharedFixture('libs/event-schema/src/adapters/snowplow/fixtures/plain.json') },
];

/** The query of Snowplow's pixel. */
export const PIXEL_QUERY = (
  sharedFixture('libs/event-schema/src/adapters/snowplow/fixtures/get.json') as { query: string }
).query;

/** The first value of a file of JSON or of lines of JSON. */
function sharedFixture(file: string): unknown {
  const text = readFileSync(resolve(WORKSPACE, file), 'utf8');
  return JSON.parse(file.endsWith('.jsonl') ? (text.split('\n')[0] ?? '') : text) as unknown;
}

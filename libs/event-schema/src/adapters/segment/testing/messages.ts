import { segment } from '../segment-adapter';

export const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const TIME = '2026-11-29T04:00:00.000Z';

export const message = (over: object) => ({
  type: 'track',
  messageId: 'm-1',
  anonymousId: 'browser-1',
  timestamp: TIME,
  ...over,
});

export const track = (event: string, properties: object = {}) =>
  segment.toSourceEvent(message({ event, properties }));

export const MOUSE = {
  product_id: 'ACC-7',
  name: 'Mouse',
  category: 'accessories',
  price: '19.99',
  quantity: 2,
};

export const TRACKED_MOUSE = expect.objectContaining({
  id: 'ACC-7',
  name: 'Mouse',
  price: 1999,
  quantity: 2,
});

import { newVisitorId, type ClickstreamEvent } from '@clickstream/event-schema';
import {
  aCheckoutStart,
  aClick,
  anAddToCart,
  aPageView,
  aProductListView,
  aProductView,
  aProduct,
} from '@clickstream/event-schema/testing';

/** Events in one request: what a browser collects in a few seconds of shopping. */
export const BATCH_SIZE = 20;

const LIST = Array.from({ length: 12 }, (_, index) => aProduct({ id: `LAP-${index}`, position: index + 1 }));

/** Actions of a shopper, in about the mix in which events arrive. */
const VISIT: readonly (() => ClickstreamEvent)[] = [
  aPageView,
  () => aProductListView({ list: { name: 'category:laptops', items: LIST } }),
  aClick,
  aPageView,
  aProductView,
  aClick,
  anAddToCart,
  aClick,
  aPageView,
  aCheckoutStart,
];

/** The bodies of so many requests, as the tracker posts them. */
export function batchBodies(count: number): string[] {
  return Array.from({ length: count }, () =>
    JSON.stringify({
      sentAt: new Date().toISOString(),
      events: Array.from({ length: BATCH_SIZE }, (_, index) => ({
        ...(VISIT[index % VISIT.length] ?? aPageView)(),
        clientId: newVisitorId(),
        sessionId: newVisitorId(),
        pageUrl: 'https://shop.example/product/aero-14?utm_source=mail&utm_campaign=spring',
      })),
    }),
  );
}

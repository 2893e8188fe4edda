import { AnalyticsBrowser, type MiddlewareFunction } from '@segment/analytics-next';
import { CURRENCY, reportPage, type SoldLine, type SoldOrder, type SoldProduct } from './journey';

/** Puts a visit into each message, as docs/senders/segment.md shows it. */
const nameVisit: MiddlewareFunction = ({ payload, next }) => {
  const [id, last] = (localStorage.getItem('visit') ?? '').split(' ');
  const visit = id && Date.now() - Number(last) < 30 * 60_000 ? id : crypto.randomUUID();
  localStorage.setItem('visit', `${visit} ${Date.now()}`);
  payload.obj.context = { ...payload.obj.context, sessionId: visit };
  next(payload);
};

/** A page with Segment's own library, and the calls of its e-commerce specification. */
void reportPage(async (endpoint) => {
  const writeKey = 'any-key';
  const isBatching = new URLSearchParams(location.search).has('batching');
  const [analytics] = await AnalyticsBrowser.load({
    writeKey,
    cdnSettings: {
      integrations: {
        'Segment.io': {
          apiKey: writeKey,
          apiHost: `${endpoint.host}/v1`,
          protocol: endpoint.protocol.slice(0, -1),
          ...(isBatching ? { deliveryStrategy: { strategy: 'batching', config: { timeout: 100 } } } : {}),
        },
      },
    },
  });
  if (new URLSearchParams(location.search).has('visits')) await analytics.addSourceMiddleware(nameVisit);
  const sent: Promise<unknown>[] = [];
  const track = (...event: Parameters<typeof analytics.track>) => void sent.push(analytics.track(...event));
  const product = ({ id, ...rest }: SoldProduct | SoldLine) => ({ product_id: id, ...rest });
  const order = ({ id, total, tax, shipping, lines }: SoldOrder) => ({
    order_id: id,
    total,
    tax,
    shipping,
    currency: CURRENCY,
    products: lines.map(product),
  });
  return {
    pageShown: () => void sent.push(analytics.page()),
    productShown: (shown) => track('Product Viewed', { ...product(shown), currency: CURRENCY }),
    addedToCart: (line, cart) =>
      track('Product Added', { cart_id: cart.id, currency: CURRENCY, ...product(line) }),
    checkoutBegun: (cart) =>
      track('Checkout Started', {
        cart_id: cart.id,
        value: cart.total,
        currency: CURRENCY,
        products: cart.lines.map(product),
      }),
    orderPlaced: (placed) => track('Order Completed', order(placed)),
    refunded: (refund) => track('Order Refunded', order(refund)),
    delivered: async () => void (await Promise.all(sent)),
  };
});

import {
  SnowplowEcommercePlugin,
  trackAddToCart,
  trackCheckoutStep,
  trackProductView,
  trackRefund,
  trackTransaction,
} from '@snowplow/browser-plugin-snowplow-ecommerce';
import { newTracker, trackPageView } from '@snowplow/browser-tracker';
import { CURRENCY, reportPage, type SoldLine, type SoldProduct } from './journey';

/** The longest stay on a page: the next page sends what was not answered. */
const PATIENCE_MS = 2_000;

/** A page with Snowplow's own tracker and its e-commerce plugin. */
void reportPage((endpoint) => {
  let answered = 0;
  let tracked = 0;
  newTracker('shop', endpoint.origin, {
    appId: 'shop',
    plugins: [SnowplowEcommercePlugin()],
    eventMethod: new URLSearchParams(location.search).get('method') === 'get' ? 'get' : 'post',
    encodeBase64: new URLSearchParams(location.search).get('base64') !== 'no',
    onRequestSuccess: (batch) => (answered += batch.length),
  });
  const counted = (track: () => void) => {
    tracked += 1;
    track();
  };
  const product = (sold: SoldProduct | SoldLine) => ({ ...sold, currency: CURRENCY });
  return {
    pageShown: () => counted(() => trackPageView()),
    productShown: (shown) => counted(() => trackProductView(product(shown))),
    addedToCart: (line, cart) =>
      counted(() =>
        trackAddToCart({
          cart_id: cart.id,
          total_value: cart.total,
          currency: CURRENCY,
          products: [product(line)],
        }),
      ),
    checkoutBegun: () => counted(() => trackCheckoutStep({ step: 1 })),
    orderPlaced: ({ id, total, tax, shipping, lines }) =>
      counted(() =>
        trackTransaction({
          transaction_id: id,
          revenue: total,
          tax,
          shipping,
          currency: CURRENCY,
          payment_method: 'card',
          products: lines.map(product),
        }),
      ),
    refunded: ({ id, total, lines }) =>
      counted(() =>
        trackRefund({
          transaction_id: id,
          refund_amount: total,
          currency: CURRENCY,
          products: lines.map(product),
        }),
      ),
    delivered: async () => {
      const giveUpAt = Date.now() + PATIENCE_MS;
      while (answered < tracked && Date.now() < giveUpAt)
        await new Promise((resolve) => setTimeout(resolve, 20));
    },
  };
});

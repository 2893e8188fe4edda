import {
  SnowplowEcommercePlugin,
  trackAddToCart,
  trackCheckoutStep,
  trackProductView,
  trackRefund,
  trackTransaction,
} from '@snowplow/browser-plugin-snowplow-ecommerce';
import { newTracker, trackPageView } from '@snowplow/browser-tracker';
import { CURRENCY, tellPage, type SoldLine, type SoldProduct } from './journey';

/** Nobody stays on a page for longer: what was not answered is sent by the next page. */
const PATIENCE_MS = 2_000;

/** A page with Snowplow's own tracker and its e-commerce plugin. */
void tellPage((endpoint) => {
  let answered = 0;
  let told = 0;
  newTracker('shop', endpoint.origin, {
    appId: 'shop',
    plugins: [SnowplowEcommercePlugin()],
    eventMethod: new URLSearchParams(location.search).get('method') === 'get' ? 'get' : 'post',
    encodeBase64: new URLSearchParams(location.search).get('base64') !== 'no',
    onRequestSuccess: (batch) => (answered += batch.length),
  });
  const tell = (track: () => void) => {
    told += 1;
    track();
  };
  const product = (sold: SoldProduct | SoldLine) => ({ ...sold, currency: CURRENCY });
  return {
    pageShown: () => tell(() => trackPageView()),
    productShown: (shown) => tell(() => trackProductView(product(shown))),
    addedToCart: (line, cart) =>
      tell(() =>
        trackAddToCart({
          cart_id: cart.id,
          total_value: cart.total,
          currency: CURRENCY,
          products: [product(line)],
        }),
      ),
    checkoutBegun: () => tell(() => trackCheckoutStep({ step: 1 })),
    orderPlaced: ({ id, total, tax, shipping, lines }) =>
      tell(() =>
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
      tell(() =>
        trackRefund({
          transaction_id: id,
          refund_amount: total,
          currency: CURRENCY,
          products: lines.map(product),
        }),
      ),
    delivered: async () => {
      const giveUpAt = Date.now() + PATIENCE_MS;
      while (answered < told && Date.now() < giveUpAt)
        await new Promise((resolve) => setTimeout(resolve, 20));
    },
  };
});

/** @jest-environment jsdom */
import { changeConsent } from './storefront-tracker';
import { TrackCheckout } from './track-checkout';
import { TrackView } from './track-view';
import { Layout } from './testing/layout';
import { aShopCart, aShopProduct } from './testing/shop-values';
import { openTrackedPage, type TrackedPage } from './testing/tracked-page';
import { toTrackedProduct } from './tracked-product';

const product = toTrackedProduct(aShopProduct());
const names = () => page.events().map((event) => event.eventName);

let page: TrackedPage;
beforeAll(() => {
  page = openTrackedPage();
});
afterAll(() => page.close());

describe('a shopper who is asked first', () => {
  it('sends nothing until they agree, and then what the page shows, once', async () => {
    await page.goTo('/cart', <Layout consent="denied" />);
    await page.goTo(
      '/checkout',
      <Layout consent="denied">
        <TrackView event={['product_view', { product }]} />
        <TrackCheckout cart={aShopCart(1, { analyticsId: 'cart-asked' })} />
      </Layout>,
    );
    expect(names()).toEqual([]);
    changeConsent('granted');
    changeConsent('cookieless');
    changeConsent('granted');
    expect(names().filter((name) => name !== 'page_view')).toEqual(['product_view', 'checkout_start']);
  });

  it('sends nothing of a page that they left before they agreed', async () => {
    changeConsent('denied');
    await page.goTo(
      '/product/solenne-air-13',
      <Layout consent="denied">
        <TrackView event={['product_view', { product }]} />
      </Layout>,
    );
    await page.goTo('/cart', <Layout consent="denied" />);
    changeConsent('granted');
    expect(names()).not.toContain('product_view');
  });
});

/** @jest-environment jsdom */
import { rememberList } from './choices/last-list';
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

  it('counts a product once that they had chosen from a list before they agreed', async () => {
    changeConsent('denied');
    await page.goTo('/category/laptops', <Layout consent="denied" />);
    rememberList({ ...product, listName: 'category:laptops', position: 1 });
    // New elements each time, as a page that is rendered again.
    const shown = () => (
      <Layout consent="denied">
        <TrackView event={['product_view', { product }]} />
      </Layout>
    );
    await page.goTo('/product/solenne-air-13', shown());
    // The list is forgotten with all that was kept without consent.
    changeConsent('granted');
    await page.show(shown());
    expect(names().filter((name) => name !== 'page_view')).toEqual(['product_view']);
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

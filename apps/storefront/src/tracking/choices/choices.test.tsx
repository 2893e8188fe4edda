/** @jest-environment jsdom */
import type { Consent } from '@clickstream/tracker';
import { Layout } from '../testing/layout';
import { aShopCart, aShopOrder, aShopProduct } from '../testing/shop-values';
import { openTrackedPage, type TrackedPage } from '../testing/tracked-page';
import { trackCartChange } from '../track-cart';
import { TrackOrder } from '../track-order';
import { TrackView } from '../track-view';
import { toTrackedCart, toTrackedList, toTrackedProduct } from '../tracked-product';
import { lastPlaces } from './last-list';
import { TrackCartView } from './track-cart-view';

const product = aShopProduct();
const variant = aShopProduct({ id: 'solenne-air-13-32', slug: 'solenne-air-13-32' });
const PLACE = { listName: 'category:laptops', position: 13 };
const SHOWN = toTrackedList('category:laptops', [product], 12);

let page: TrackedPage;
beforeAll(() => {
  page = openTrackedPage();
  // The pages of these links are not there.
  document.addEventListener('click', (event) => event.preventDefault());
});
afterAll(() => page.close());

/** The events since the last call, but for views of pages and clicks. */
const told = () =>
  page.events().filter(({ eventName }) => !['page_view', 'click', 'product_list_view'].includes(eventName));

/** A department with one product; its link stays on the page. */
async function showDepartment(consent: Consent = 'granted'): Promise<void> {
  await page.goTo(
    '/category/laptops?page=2',
    <Layout consent={consent}>
      <TrackView event={['product_list_view', SHOWN]} />
      <nav data-filter="brand" data-filter-list="category:laptops">
        <a href="#solenne" data-value="Solenne">
          Solenne
        </a>
        <a href="#all" id="all">
          All brands
        </a>
      </nav>
      <ul data-list="category:laptops">
        <li>
          <article data-product-id={product.id}>
            <a href="#product" id="card">
              <b>{product.name}</b>
            </a>
          </article>
        </li>
      </ul>
    </Layout>,
  );
  told();
}

/** The page of a product, with a link to another variant of its family. */
async function showProduct(consent: Consent = 'granted', shown = product): Promise<void> {
  await page.goTo(
    `/product/${shown.id}`,
    <Layout consent={consent}>
      <TrackView event={['product_view', { product: toTrackedProduct(shown) }]} />
      <div data-variant-of={shown.id}>
        <a href="#variant" id="variant" data-variant={variant.id}>
          32 GB
        </a>
      </div>
    </Layout>,
  );
}

describe('a product that is chosen in a list', () => {
  it('is told with its list and position, and keeps them up to the order', async () => {
    await showDepartment();
    await page.click('#card b');
    await showProduct();
    trackCartChange(product, aShopCart(0), aShopCart(1));
    const events = told();
    const names = events.map(({ eventName }) => eventName);
    expect(names).toEqual(['select_item', 'product_view', 'add_to_cart_click']);
    for (const event of events) expect(event).toMatchObject({ product: { id: product.id, ...PLACE } });
    expect(events[2]).toMatchObject({ cart: { items: [PLACE] } });
    expect(lastPlaces()).toEqual([{ productId: product.id, ...PLACE }]);

    const eventIds = { review: crypto.randomUUID(), complete: crypto.randomUUID() };
    await page.goTo(
      '/order/SBW-1',
      <Layout>
        <TrackOrder order={aShopOrder({ orderId: 'SBW-LIST' })} eventIds={eventIds} />
      </Layout>,
    );
    expect(told().at(-1)).toMatchObject({ eventName: 'checkout_complete', order: { items: [PLACE] } });
  });

  it('gives them to its variants', async () => {
    await showDepartment();
    await page.click('#card b');
    await showProduct();
    told();
    await page.click('#variant');
    await showProduct('granted', variant);
    const items = [{ product: variant, quantity: 1, unitPrice: variant.price }];
    trackCartChange(variant, aShopCart(0), aShopCart(1, { items }));
    const [view, add] = told();
    expect(view).toMatchObject({ eventName: 'product_view', product: { id: variant.id, ...PLACE } });
    expect(add).toMatchObject({ eventName: 'add_to_cart_click', product: { id: variant.id, ...PLACE } });
  });

  it('has none when it was opened otherwise', async () => {
    localStorage.removeItem('clickstream.shop.lists');
    await showProduct();
    await page.click('#variant');
    expect(lastPlaces()).toEqual([]);
    expect(told()).toEqual([expect.objectContaining({ product: toTrackedProduct(product) })]);
  });

  it('is told without consent to be recognised, and nothing of it is stored', async () => {
    await showDepartment('cookieless');
    await page.click('#card b');
    await showProduct('cookieless');
    await page.click('#variant');
    await showProduct('cookieless', variant);
    expect(told()).toMatchObject([
      { eventName: 'select_item', product: PLACE },
      { eventName: 'product_view', product: PLACE },
      { eventName: 'product_view', product: { id: variant.id, ...PLACE } },
    ]);
    expect(Object.keys(localStorage)).toEqual([]);
  });
});

describe('other choices', () => {
  it('are told: a filter, and all that it leaves', async () => {
    await showDepartment();
    await page.click('a[href="#solenne"]');
    await page.click('#all');
    const filter = { list: 'category:laptops', name: 'brand' };
    expect(told()).toMatchObject([
      { eventName: 'product_list_filter', filter: { ...filter, value: 'Solenne' } },
      { eventName: 'product_list_filter', filter: { ...filter, value: null } },
    ]);
  });

  it('are told of a promotion, which was seen before', async () => {
    const promotion = { id: 'hero', name: 'The desk', slot: 'home:hero' };
    await page.goTo(
      '/',
      <Layout>
        <TrackView event={['view_promotion', { promotion }]} />
        <section data-promotion="hero">
          <a href="#laptops">Shop laptops</a>
        </section>
      </Layout>,
    );
    await page.click('a[href="#laptops"]');
    expect(told()).toMatchObject([
      { eventName: 'view_promotion', promotion },
      { eventName: 'select_promotion', promotion },
    ]);
  });
});

describe('the cart', () => {
  it('is told once when it is shown, although it changes there', async () => {
    const shown = (pieces: number) => (
      <Layout>
        <TrackCartView cart={toTrackedCart(aShopCart(pieces))} />
      </Layout>
    );
    await page.goTo('/cart', shown(1));
    await page.show(shown(2));
    expect(told()).toMatchObject([{ eventName: 'view_cart', cart: { value: 26_490_000 } }]);
  });
});

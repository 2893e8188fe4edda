/** @jest-environment jsdom */
import { newEventId } from '@clickstream/event-schema';
import type { Consent } from '@clickstream/tracker';
import { trackCartChange } from './track-cart';
import { TrackCheckout } from './track-checkout';
import { TrackOrder } from './track-order';
import { TrackView } from './track-view';
import { TrackedForm } from './tracked-form';
import { Layout, SHOPPERS } from './testing/layout';
import { CHECKOUT, aShopCart, aShopOrder, aShopProduct } from './testing/shop-values';
import { openTrackedPage, type TrackedPage } from './testing/tracked-page';
import { toTrackedProduct } from './tracked-product';

const SIGN_INS = [newEventId(), newEventId()] as const;
const EVENT_IDS = { review: newEventId(), complete: newEventId() };
const product = toTrackedProduct(aShopProduct());
const names = () => page.events().map((event) => event.eventName);

let page: TrackedPage;

beforeAll(() => {
  page = openTrackedPage();
});

afterEach(async () => {
  await page.goTo('/', <Layout />);
  page.events();
});

afterAll(() => page.close());

describe('the storefront', () => {
  it('counts nothing at the desk, whose people are no shoppers', async () => {
    await page.goTo(
      '/desk/orders',
      <Layout>
        <button id="packed">Packed</button>
      </Layout>,
    );
    await page.click('#packed');
    expect(page.events()).toEqual([]);
    await page.goTo('/desks', <Layout />);
    expect(names()).toEqual(['page_view']);
  });

  it('marks what somebody of the shop does, until they sign out', async () => {
    const view = () => <TrackView event={['product_view', { product }]} />;
    await page.goTo('/product/a', <Layout shopper={SHOPPERS.linh} isStaff children={view()} />);
    await page.goTo('/product/b', <Layout children={view()} />);
    const views = page.events().filter(({ eventName }) => eventName === 'product_view');
    expect(views.map((event) => 'isStaff' in event)).toEqual([true, false]);
  });

  it('records what a page shows once, after its page view', async () => {
    await page.goTo(
      '/product/solenne-air-13',
      <Layout>
        <TrackView event={['product_view', { product }]} />
      </Layout>,
    );
    expect(page.events()).toMatchObject([
      { eventName: 'page_view', pageUrl: 'http://localhost/product/solenne-air-13' },
      { eventName: 'product_view', pageUrl: 'http://localhost/product/solenne-air-13', product },
    ]);
  });

  it('does not record it again on a re-render, but does on a second visit', async () => {
    const home = (
      <Layout>
        <TrackView event={['home_view']} />
      </Layout>
    );
    await page.goTo('/?q=1', home);
    await page.show(<Layout shopper={SHOPPERS.guest}>{home.props.children}</Layout>);
    expect(names()).toEqual(['page_view', 'home_view']);
    await page.goTo('/cart', <Layout />);
    await page.goTo('/?q=1', home);
    expect(names()).toEqual(['page_view', 'page_view', 'home_view']);
  });

  it('records a new search in the same component', async () => {
    const results = (term: string) => (
      <Layout>
        <TrackView event={['search', { search: { term, results: 0 } }]} />
      </Layout>
    );
    await page.goTo('/search?q=a', results('a'));
    await page.goTo('/search?q=b', results('b'));
    expect(names()).toEqual(['page_view', 'search', 'page_view', 'search']);
  });

  it.each(['bug.hunter@example.org', 'order of Bug.Hunter@Example.org'])(
    'records neither the term nor the URL of a search for %s',
    async (term) => {
      await page.goTo(
        `/search?q=${encodeURIComponent(term)}`,
        <Layout>
          <TrackView event={['search', { search: { term, results: 0 } }]} />
        </Layout>,
      );
      const events = page.events();
      expect(events.map(({ eventName }) => eventName)).toEqual(['page_view', 'search']);
      expect(decodeURIComponent(JSON.stringify(events))).not.toMatch(/bug\.hunter/i);
    },
  );

  it('records events under the identity that the shopper had at the time', async () => {
    await page.goTo('/checkout?step=payment', <Layout shopper={SHOPPERS.guest} />);
    await page.goTo('/account', <Layout shopper={SHOPPERS.linh} />);
    expect(page.events()).toMatchObject([
      { userId: null, userLoginState: 'guest', identitySource: 'guest_checkout' },
      { userId: 'sub-linh', userLoginState: 'logged_in', identitySource: 'cognito_email' },
    ]);
  });

  it('records a sign-in once, on the page that follows it', async () => {
    const home = (
      <Layout shopper={SHOPPERS.linh} signInId={SIGN_INS[0]}>
        <TrackView event={['home_view']} />
      </Layout>
    );
    await page.goTo('/?signed-in', home);
    await page.show(home);
    await page.goTo('/cart', <Layout shopper={SHOPPERS.linh} signInId={SIGN_INS[0]} />);
    const events = page.events();
    expect(events.map((event) => event.eventName)).toEqual([
      'page_view',
      'login_success',
      'home_view',
      'page_view',
    ]);
    expect(events[1]).toMatchObject({
      eventId: SIGN_INS[0],
      userId: 'sub-linh',
      login: { method: 'email' },
    });
    await page.goTo('/', <Layout shopper={SHOPPERS.linh} signInId={SIGN_INS[1]} />);
    expect(names()).toContain('login_success');
  });

  it('records a sign-out under the identity that signs out', async () => {
    await page.goTo(
      '/account',
      <Layout shopper={SHOPPERS.linh}>
        <TrackedForm event={['logout']} action={() => undefined}>
          <button>Sign out</button>
        </TrackedForm>
      </Layout>,
    );
    page.events();
    await page.click('button');
    const events = page.events();
    expect(events.map((event) => event.eventName)).toEqual(['click', 'logout']);
    expect(events[1]).toMatchObject({ userId: 'sub-linh', userLoginState: 'logged_in' });
  });
});

describe('the cart', () => {
  it.each([
    [0, 1, 'add_to_cart_click', 1],
    [1, 3, 'add_to_cart_click', 2],
    [3, 2, 'remove_from_cart_click', 1],
    [2, 0, 'remove_from_cart_click', 2],
  ])('from %i to %i pieces is %s of %i', (before, after, eventName, quantity) => {
    trackCartChange(aShopProduct(), aShopCart(before), aShopCart(after));
    expect(page.events()).toMatchObject([
      { eventName, product: { ...product, quantity }, cart: { cartId: 'cart-1', value: after * 26_490_000 } },
    ]);
  });

  it('records nothing when nothing changed, as with an eleventh item', () => {
    trackCartChange(aShopProduct(), aShopCart(10), aShopCart(10));
    expect(page.events()).toEqual([]);
  });
});

describe('the checkout', () => {
  const checkout = (analyticsId: string, progress: object) => (
    <Layout shopper={SHOPPERS.guest}>
      <TrackCheckout cart={aShopCart(2, { analyticsId, checkout: progress })} />
    </Layout>
  );

  it('begins once in a session, and each step is completed once for each choice', async () => {
    const { delivery, payment } = CHECKOUT;
    await page.goTo('/checkout', checkout('cart-a', {}));
    await page.goTo('/checkout?step=payment', checkout('cart-a', { delivery }));
    await page.goTo('/checkout?step=delivery', checkout('cart-a', { delivery }));
    const express = { ...delivery, method: 'express' };
    await page.goTo('/checkout?step=payment', checkout('cart-a', { delivery: express }));
    await page.goTo('/checkout?step=review', checkout('cart-a', { delivery: express, payment }));
    const events = page.events().filter(({ eventName }) => eventName !== 'page_view');
    const cart = { cartId: 'cart-a', value: 52_980_000 };
    expect(events).toMatchObject([
      { eventName: 'checkout_start', cart },
      { eventName: 'checkout_step', checkout: { step: 1, name: 'delivery', option: 'standard' }, cart },
      { eventName: 'checkout_step', checkout: { step: 1, name: 'delivery', option: 'express' }, cart },
      { eventName: 'checkout_step', checkout: { step: 2, name: 'payment', option: 'bank_transfer' }, cart },
    ]);
  });

  it('is complete exactly once for each order, even if its page is opened again', async () => {
    const done = (
      <Layout shopper={SHOPPERS.guest}>
        <TrackOrder order={aShopOrder()} eventIds={EVENT_IDS} />
      </Layout>
    );
    await page.goTo('/order/SBW-23456789', done);
    await page.goTo('/', <Layout />);
    await page.goTo('/order/SBW-23456789', done);
    const events = page.events().filter(({ eventName }) => eventName !== 'page_view');
    expect(events).toMatchObject([
      { eventName: 'checkout_step', checkout: { step: 3, name: 'review' }, cart: { cartId: 'cart-1' } },
      {
        eventName: 'checkout_complete',
        eventId: EVENT_IDS.complete,
        cart: { cartId: 'cart-1' },
        order: { orderId: 'SBW-23456789', revenue: 52_980_000, items: [{ ...product, quantity: 2 }] },
      },
    ]);
  });
});

describe('a shopper who does not want to be known', () => {
  const order = (consent: Consent) => (
    <Layout consent={consent}>
      <TrackOrder order={aShopOrder({ orderId: 'SBW-34567892' })} eventIds={EVENT_IDS} />
    </Layout>
  );

  it('is counted without ids, and nothing of it stays in the browser', async () => {
    await page.goTo('/order/SBW-34567892', order('cookieless'));
    const events = page.events();
    expect(events.map((event) => event.eventName)).toEqual([
      'page_view',
      'checkout_step',
      'checkout_complete',
    ]);
    expect(events.filter((event) => event.clientId ?? event.sessionId)).toEqual([]);
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it('is not counted after a no', async () => {
    await page.goTo('/cart', <Layout consent="denied" />);
    expect(page.events()).toEqual([]);
    expect(Object.keys(localStorage)).toEqual([]);
  });
});

import { adapterFor } from '@clickstream/event-schema/adapters';
import { openChromium } from '@clickstream/local-servers/chromium';
import type { Browser, Page } from 'playwright-core';
import { openDataLayerPage, type DataLayerPage } from './testing/data-layer-page';
import { eventually } from './testing/eventually';

const ITEM = { item_id: 'SKU_1', item_name: 'Tee', price: 10.01, quantity: 3 };
const PURCHASE = {
  transaction_id: 'T_1',
  value: 30.03,
  tax: 4.9,
  shipping: 5.99,
  currency: 'USD',
  items: [ITEM],
};

type Gtag = (command: string, name: string, parameters: object) => void;
type ShopWindow = {
  readonly gtag: Gtag;
  readonly dataLayer: object[];
  readonly clickstream: { flush(): Promise<void> };
};

describe('a page with Google’s tag', () => {
  let browser: Browser;
  let shop: DataLayerPage;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    browser = await openChromium();
    shop = await openDataLayerPage();
    page = await browser.newPage();
    page.on('pageerror', ({ message }) => faults.push(message));
    await page.goto(shop.url);
  });
  afterAll(async () => {
    await browser.close();
    await shop.close();
  });

  it('needs no extra code: the events for Google are also sent to us', async () => {
    await page.evaluate((purchase) => {
      const { gtag, dataLayer, clickstream } = globalThis as unknown as ShopWindow;
      gtag('event', 'add_to_cart', { currency: 'USD', items: purchase.items });
      gtag('event', 'page_view', {});
      dataLayer.push({ ecommerce: null }, { event: 'begin_checkout', ecommerce: { items: purchase.items } });
      dataLayer.push({ event: 'purchase', ecommerce: purchase });
      return clickstream.flush();
    }, PURCHASE);
    await eventually(
      async () => shop.events.map(({ eventName }) => eventName),
      (names) => names.includes('purchase'),
    );

    // The first was reported before the tracker started; the one page view is the tracker's.
    const names = shop.events.map(({ eventName }) => eventName);
    expect(names.filter((name) => name !== 'page_view')).toEqual([
      'view_item',
      'add_to_cart',
      'begin_checkout',
      'purchase',
    ]);
    expect(names.filter((name) => name === 'page_view')).toHaveLength(1);
    expect(faults).toEqual([]);
  });

  it('sends orders that are read as ours, with the visitor and the session of the tracker', () => {
    const view = shop.events.find(({ eventName }) => eventName === 'page_view');
    const purchase = shop.events.find(({ eventName }) => eventName === 'purchase') ?? {};
    const adapter = adapterFor(purchase);
    expect(adapter.name).toBe('ga4');
    expect(adapter.toSourceEvent(purchase)).toMatchObject({
      eventId: purchase['eventId'],
      eventName: 'checkout_complete',
      clientId: view?.['clientId'],
      sessionId: view?.['sessionId'],
      pageUrl: shop.url,
      order: {
        orderId: 'T_1',
        revenue: 3003,
        tax: 490,
        shipping: 599,
        currency: 'USD',
        items: [{ id: 'SKU_1', name: 'Tee', price: 1001, quantity: 3 }],
      },
    });
  });
});

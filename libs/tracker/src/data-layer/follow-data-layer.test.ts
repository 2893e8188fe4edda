import { followDataLayer } from './follow-data-layer';

type Told = [name: string, payload: Readonly<Record<string, unknown>>];

/** A page with a data layer, Google's `gtag`, and a tracker that notes what it is told. */
function aPage({ hasTracker = true } = {}) {
  const told: Told[] = [];
  const listener = { track: (...event: Told) => void told.push(event) };
  const page = { layer: [] as unknown[], tracker: hasTracker ? listener : undefined };
  // Google's snippet pushes the arguments themselves, which are not an array.
  function gtag(..._args: unknown[]): void {
    // eslint-disable-next-line prefer-rest-params
    page.layer.push(arguments);
  }
  return { page, told, gtag, listener, follow: () => followDataLayer(page.layer, () => page.tracker) };
}

const PURCHASE = { transaction_id: 'T_1', value: 30.03, currency: 'USD', items: [{ item_id: 'SKU_1' }] };

describe('followDataLayer', () => {
  it('tells the tracker an event that gtag is called with', () => {
    const { told, gtag, follow } = aPage();
    follow();
    gtag('event', 'purchase', PURCHASE);
    expect(told).toEqual([['purchase', PURCHASE]]);
  });

  it('tells the tracker an event that is pushed with its e-commerce data', () => {
    const { page, told, follow } = aPage();
    follow();
    page.layer.push({ ecommerce: null }, { event: 'purchase', ecommerce: PURCHASE });
    expect(told).toEqual([['purchase', PURCHASE]]);
  });

  it('tells what a page pushed before, in order', () => {
    const { page, told, gtag, follow } = aPage();
    page.layer.push({ event: 'view_item', ecommerce: { items: [] } });
    gtag('event', 'begin_checkout', { value: 1 });
    follow();
    expect(told.map(([name]) => name)).toEqual(['view_item', 'begin_checkout']);
  });

  it('keeps events until the tracker is there', () => {
    const { page, told, gtag, listener, follow } = aPage({ hasTracker: false });
    const tell = follow();
    gtag('event', 'add_to_cart', { value: 2 });
    expect(told).toEqual([]);
    page.tracker = listener;
    tell();
    expect(told).toEqual([['add_to_cart', { value: 2 }]]);
  });

  it('tells a name without e-commerce data by the fields next to it', () => {
    const { page, told, follow } = aPage();
    follow();
    page.layer.push({ event: 'search', search_term: 'monitor' });
    expect(told).toEqual([['search', { search_term: 'monitor' }]]);
  });

  it.each(['page_view', 'gtm.js', 'gtm.click', 'scroll', 'user_engagement', 'purchase_button_color', ''])(
    'leaves %p to others',
    (name) => {
      const { page, told, gtag, follow } = aPage();
      follow();
      page.layer.push({ event: name });
      gtag('event', name);
      expect(told).toEqual([]);
    },
  );

  it.each([
    [null],
    [undefined],
    ['text'],
    [7],
    [() => undefined],
    [{ event: {} }],
    [{ event: 'purchase', ecommerce: null }],
  ])('throws nothing into a page that pushes %p', (entry) => {
    const { page, follow } = aPage();
    follow();
    expect(() => page.layer.push(entry)).not.toThrow();
    expect([...page.layer]).toEqual([entry]);
  });

  it('goes on after a tracker that throws', () => {
    const { page, told, listener, follow } = aPage();
    follow();
    page.tracker = {
      track() {
        throw new Error('broken');
      },
    };
    expect(() => page.layer.push({ event: 'login' })).not.toThrow();
    page.tracker = listener;
    page.layer.push({ event: 'sign_up' });
    expect(told.map(([name]) => name)).toEqual(['sign_up']);
  });

  it('lets the page and Google have what push gives, and what they put over it', () => {
    const { page, told, follow } = aPage();
    follow();
    const ours = page.layer.push;
    page.layer.push = (...entries) => ours.apply(page.layer, entries) + 0;
    expect(page.layer.push({ event: 'login' }, { a: 1 })).toBe(2);
    expect(told.map(([name]) => name)).toEqual(['login']);
  });
});

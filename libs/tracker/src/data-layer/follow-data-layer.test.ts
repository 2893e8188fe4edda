import { followDataLayer } from './follow-data-layer';

type Tracked = [name: string, payload: Readonly<Record<string, unknown>>];

/** A page with a data layer, Google's `gtag`, and a tracker that records its calls. */
function aPage({ hasTracker = true } = {}) {
  const tracked: Tracked[] = [];
  const listener = { track: (...event: Tracked) => void tracked.push(event) };
  const page = { layer: [] as unknown[], tracker: hasTracker ? listener : undefined };
  // Google's snippet pushes the arguments themselves, which are not an array.
  function gtag(..._args: unknown[]): void {
    // eslint-disable-next-line prefer-rest-params
    page.layer.push(arguments);
  }
  return { page, tracked, gtag, listener, follow: () => followDataLayer(page.layer, () => page.tracker) };
}

const PURCHASE = { transaction_id: 'T_1', value: 30.03, currency: 'USD', items: [{ item_id: 'SKU_1' }] };

describe('followDataLayer', () => {
  it('passes an event of a gtag call to the tracker', () => {
    const { tracked, gtag, follow } = aPage();
    follow();
    gtag('event', 'purchase', PURCHASE);
    expect(tracked).toEqual([['purchase', PURCHASE]]);
  });

  it('passes an event that is pushed with its e-commerce data to the tracker', () => {
    const { page, tracked, follow } = aPage();
    follow();
    page.layer.push({ ecommerce: null }, { event: 'purchase', ecommerce: PURCHASE });
    expect(tracked).toEqual([['purchase', PURCHASE]]);
  });

  it('passes on what a page pushed before, in order', () => {
    const { page, tracked, gtag, follow } = aPage();
    page.layer.push({ event: 'view_item', ecommerce: { items: [] } });
    gtag('event', 'begin_checkout', { value: 1 });
    follow();
    expect(tracked.map(([name]) => name)).toEqual(['view_item', 'begin_checkout']);
  });

  it('keeps events until the tracker is there', () => {
    const { page, tracked, gtag, listener, follow } = aPage({ hasTracker: false });
    const flush = follow();
    gtag('event', 'add_to_cart', { value: 2 });
    expect(tracked).toEqual([]);
    page.tracker = listener;
    flush();
    expect(tracked).toEqual([['add_to_cart', { value: 2 }]]);
  });

  it('passes on a name without e-commerce data with the fields next to it', () => {
    const { page, tracked, follow } = aPage();
    follow();
    page.layer.push({ event: 'search', search_term: 'monitor' });
    expect(tracked).toEqual([['search', { search_term: 'monitor' }]]);
  });

  it.each(['page_view', 'gtm.js', 'gtm.click', 'scroll', 'user_engagement', 'purchase_button_color', ''])(
    'ignores %p',
    (name) => {
      const { page, tracked, gtag, follow } = aPage();
      follow();
      page.layer.push({ event: name });
      gtag('event', name);
      expect(tracked).toEqual([]);
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

  it('continues after a tracker that throws', () => {
    const { page, tracked, listener, follow } = aPage();
    follow();
    page.tracker = {
      track() {
        throw new Error('broken');
      },
    };
    expect(() => page.layer.push({ event: 'login' })).not.toThrow();
    page.tracker = listener;
    page.layer.push({ event: 'sign_up' });
    expect(tracked.map(([name]) => name)).toEqual(['sign_up']);
  });

  it('keeps the result of push for the page and Google, and their replacements of push', () => {
    const { page, tracked, follow } = aPage();
    follow();
    const ours = page.layer.push;
    page.layer.push = (...entries) => ours.apply(page.layer, entries) + 0;
    expect(page.layer.push({ event: 'login' }, { a: 1 })).toBe(2);
    expect(tracked.map(([name]) => name)).toEqual(['login']);
  });
});

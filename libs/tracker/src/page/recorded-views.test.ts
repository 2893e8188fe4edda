import { aProduct } from '@clickstream/event-schema/testing';
import { aNewPageForEachTest, aTracker, received } from '../testing/a-tracker';

aNewPageForEachTest();

describe('the referrer', () => {
  it('is the previous page, also when no page was loaded in between', async () => {
    const tracker = aTracker();
    tracker.page();
    history.pushState(null, '', '/product/aero-14');
    tracker.page();
    tracker.track('product_view', { product: aProduct() });
    const events = await received(tracker);
    expect(events.map((event) => event.referrer)).toEqual(['', 'http://localhost/', 'http://localhost/']);
  });
});

describe('the title', () => {
  const titlesOf = async (tracker: ReturnType<typeof aTracker>) =>
    (await received(tracker)).map(({ eventName, pageTitle }) => [eventName, pageTitle]);
  const goTo = (path: string, tracker: ReturnType<typeof aTracker>) => {
    history.pushState(null, '', path);
    tracker.page(document.title);
  };

  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('that comes late is reported with the view, and never that of the previous page', async () => {
    const tracker = aTracker();
    tracker.page();
    goTo('/product/1', tracker);
    tracker.track('home_view');
    jest.advanceTimersByTime(150);
    document.title = 'Product 1';
    jest.advanceTimersByTime(150);
    tracker.track('home_view');
    expect(await titlesOf(tracker)).toEqual([
      ['page_view', 'Home'],
      ['page_view', 'Product 1'],
      ['home_view', null],
      ['home_view', 'Product 1'],
    ]);
  });

  it('that a page sets after it was left is not reported for it, and its view is not lost', async () => {
    const tracker = aTracker();
    tracker.page();
    goTo('/product/1', tracker);
    goTo('/cart', tracker);
    document.title = 'Cart';
    jest.advanceTimersByTime(5_000);
    expect(await titlesOf(tracker)).toEqual([
      ['page_view', 'Home'],
      ['page_view', null],
      ['page_view', 'Cart'],
    ]);
  });

  it('with which a landing page replaces its first is reported', async () => {
    document.title = 'Loading';
    const tracker = aTracker();
    tracker.page();
    document.title = 'Laptops "A" $& 4111 1111 1111 1111';
    jest.advanceTimersByTime(200);
    expect(await titlesOf(tracker)).toEqual([['page_view', 'Laptops "A" $& [redacted]']]);
  });
});

describe('a session that resumes in an idle tab', () => {
  it('comes from the page that stayed open, not from its landing again', async () => {
    jest.useFakeTimers({ now: Date.parse('2026-11-23T12:00:00Z') });
    Object.defineProperty(document, 'referrer', { value: 'https://zalo.me/', configurable: true });
    history.replaceState(null, '', '/p/1');
    const tracker = aTracker();
    tracker.page();
    jest.setSystemTime(Date.now() + 35 * 60_000);
    tracker.track('add_to_cart_click', { product: aProduct() });
    const events = await received(tracker);
    jest.useRealTimers();
    Object.defineProperty(document, 'referrer', { value: '', configurable: true });
    expect(events.map(({ referrer }) => referrer)).toEqual(['https://zalo.me/', 'http://localhost/p/1']);
    expect(events[1]?.sessionId).not.toBe(events[0]?.sessionId);
  });
});

describe('the way back to the landing page', () => {
  const NAVIGATIONS = ['navigate', 'reload', 'back_forward'] as const;
  const arriveBy = (way: (typeof NAVIGATIONS)[number]) => {
    const type = NAVIGATIONS.indexOf(way);
    Object.defineProperty(performance, 'navigation', { value: { type }, configurable: true });
    const tracker = aTracker();
    tracker.page();
    return tracker;
  };

  beforeEach(() =>
    Object.defineProperty(document, 'referrer', { value: 'https://www.google.com/', configurable: true }),
  );
  afterEach(() => {
    Object.defineProperty(document, 'referrer', { value: '', configurable: true });
    Object.defineProperty(performance, 'navigation', { value: undefined, configurable: true });
  });

  it('comes from the previous page, in a new document or in the old one', async () => {
    history.replaceState(null, '', '/plain');
    const landing = arriveBy('navigate');
    history.replaceState(null, '', '/other');
    Object.defineProperty(document, 'referrer', { value: 'http://localhost/plain', configurable: true });
    arriveBy('navigate');
    history.replaceState(null, '', '/plain');
    // The old document, restored from the browser's memory, and a new one in its place.
    landing.page();
    history.replaceState(null, '', '/other');
    arriveBy('navigate');
    history.replaceState(null, '', '/plain');
    Object.defineProperty(document, 'referrer', { value: 'https://www.google.com/', configurable: true });
    const again = arriveBy('back_forward');
    const referrers = (await received(again)).map(({ referrer }) => referrer);
    expect(referrers).toEqual([
      'https://www.google.com/',
      'http://localhost/plain',
      'http://localhost/other',
      'http://localhost/plain',
      'http://localhost/other',
    ]);
  });

  it('by a reload is not a second arrival, but it is the first one where nothing was reported before', async () => {
    expect(await received(arriveBy('reload'))).toMatchObject([{ referrer: 'https://www.google.com/' }]);
    const events = await received(arriveBy('reload'));
    expect(events.at(-1)).toMatchObject({ referrer: 'http://localhost/' });
  });
});

describe('a page that the browser has prerendered', () => {
  const prerender = (is: boolean) =>
    Object.defineProperty(document, 'prerendering', { value: is, configurable: true });

  beforeEach(() => prerender(true));
  afterEach(() => prerender(false));

  it('counts nothing while it is not shown, and then counts its events in order', async () => {
    const tracker = aTracker();
    tracker.page();
    tracker.track('home_view');
    expect(await received(tracker)).toEqual([]);
    expect(Object.keys(localStorage)).toEqual([]);
    prerender(false);
    const shownAt = Date.now();
    document.dispatchEvent(new Event('prerenderingchange'));
    tracker.custom('size_guide_open');
    const events = await received(tracker);
    expect(events.map(({ eventName }) => eventName)).toEqual(['page_view', 'home_view', 'size_guide_open']);
    expect(Date.parse(events[0]?.eventTimestamp ?? '')).toBeGreaterThanOrEqual(shownAt);
  });
});

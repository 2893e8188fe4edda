import { aProduct } from '@clickstream/event-schema/testing';
import { validateEvent } from '@clickstream/event-schema/validate';
import { aNewPageForEachTest, aTracker, linh, received, theServer } from '../testing/a-tracker';

aNewPageForEachTest();

/** The tracker's values on the device. */
const keptOnDevice = () => Object.keys(localStorage);

describe('a shopper who does not want to be known', () => {
  const order = { orderId: 'SBW-1', revenue: 100, items: [aProduct()] };

  it('is counted without any id, and nothing is kept on the device', async () => {
    history.replaceState(null, '', '/?gclid=click-1#part');
    const tracker = aTracker({ consent: 'cookieless', shopper: linh });
    tracker.track('add_to_cart_click', { product: aProduct(), cart: { cartId: 'cart-1', value: 100 } });
    tracker.track('checkout_complete', { order });
    expect(keptOnDevice()).toEqual([]);
    const events = await received(tracker);
    for (const event of events) {
      expect(validateEvent(event)).toMatchObject({ ok: true });
      expect(event).not.toHaveProperty('clientId');
      expect(event).not.toHaveProperty('sessionId');
      expect(event).not.toHaveProperty('isFirstVisit');
      expect(event).toMatchObject({
        userId: null,
        userLoginState: 'logged_in',
        pageUrl: 'http://localhost/',
      });
    }
    expect(events).toMatchObject([
      { cart: { value: 100 }, sequence: 1 },
      { order, sequence: 2 },
    ]);
    expect(JSON.stringify(events)).not.toMatch(/cart-1|click-1|sub-linh/);
    expect(tracker.sessionId()).toBeUndefined();
    expect(keptOnDevice()).toEqual([]);
  });

  it('is neither counted nor known after saying no', async () => {
    const tracker = aTracker({ consent: 'denied' });
    tracker.track('checkout_complete', { order });
    dispatchEvent(new Event('pagehide'));
    expect(await received(tracker)).toEqual([]);
    expect(keptOnDevice()).toEqual([]);
  });

  it.each(['denied', 'cookieless'] as const)(
    'is forgotten with what was not sent yet when consent becomes %s on the way',
    async (consent) => {
      localStorage.setItem('sbw.wishlist', 'LT-1301');
      const tracker = aTracker();
      tracker.track('home_view');
      expect(keptOnDevice().length).toBeGreaterThan(1);
      tracker.setConsent(consent);
      expect(keptOnDevice()).toEqual(['sbw.wishlist']);
      expect(await received(tracker)).toEqual([]);
      expect(tracker.consent()).toBe(consent);
    },
  );

  it('is forgotten though the consent of an earlier visit had left something', () => {
    aTracker().track('home_view');
    aTracker({ consent: 'denied' });
    expect(keptOnDevice()).toEqual([]);
  });

  it('keeps what waits when told once more what is so already', async () => {
    const tracker = aTracker({ consent: 'cookieless' });
    tracker.track('home_view');
    tracker.setConsent('cookieless');
    expect(await received(tracker)).toHaveLength(1);
  });

  it('who agrees loses nothing that was counted before, and is not known from it', async () => {
    const tracker = aTracker({ consent: 'cookieless' });
    tracker.track('home_view');
    tracker.track('search', { search: { term: 'oled', results: 3 } });
    tracker.setConsent('granted');
    tracker.track('checkout_start');
    const events = await received(tracker);
    const numbers = events.map((event) => [event.eventName, event.sequence, 'clientId' in event]);
    expect(numbers).toHaveLength(3);
    expect(numbers).toEqual(
      expect.arrayContaining([
        ['home_view', 1, false],
        ['search', 2, false],
        ['checkout_start', 1, true],
      ]),
    );
  });

  it('is a new one after agreeing', async () => {
    const before = aTracker();
    before.track('home_view');
    const [known] = await received(before);
    before.setConsent('denied');
    before.track('home_view');
    before.setConsent('granted');
    before.track('home_view');
    const events = await received(before);
    expect(events).toHaveLength(2);
    expect(events[1]).toMatchObject({ sequence: 1, isFirstVisit: true });
    expect(events[1]?.clientId).not.toBe(known?.clientId);
  });
});

describe('a page that asks first', () => {
  const land = () => {
    history.replaceState(null, '', '/consent?utm_source=zalo&utm_medium=social');
    Object.defineProperty(document, 'referrer', { value: 'https://zalo.me/', configurable: true });
    const tracker = aTracker({ consent: 'denied' });
    tracker.page();
    tracker.track('home_view');
    return tracker;
  };

  afterEach(() => Object.defineProperty(document, 'referrer', { value: '', configurable: true }));

  it('tells its landing once the shopper agrees, with campaign and referrer, and then the next page', async () => {
    const tracker = land();
    expect(await received(tracker)).toEqual([]);
    expect(keptOnDevice()).toEqual([]);
    tracker.setConsent('granted');
    history.pushState(null, '', '/p/1');
    tracker.page();
    const events = await received(tracker);
    expect(events.map(({ eventName, pageUrl, referrer }) => [eventName, pageUrl, referrer])).toEqual([
      ['page_view', 'http://localhost/consent?utm_source=zalo&utm_medium=social', 'https://zalo.me/'],
      ['page_view', 'http://localhost/p/1', 'http://localhost/consent?utm_source=zalo&utm_medium=social'],
    ]);
    for (const event of events) expect(validateEvent(event)).toMatchObject({ ok: true });
    expect(events[0]).toMatchObject({ isFirstVisit: true, pageTitle: 'Home', sequence: 1 });
  });

  it('tells it, and the page that is shown by then, though routes lie between', async () => {
    const tracker = land();
    for (const path of ['/p/1', '/p/2']) {
      history.pushState(null, '', path);
      tracker.page();
    }
    tracker.setConsent('granted');
    const pages = (await received(tracker)).map((event) => [event.pageUrl, event.referrer]);
    expect(pages).toEqual([
      ['http://localhost/consent?utm_source=zalo&utm_medium=social', 'https://zalo.me/'],
      ['http://localhost/p/2', 'http://localhost/p/1'],
    ]);
  });

  it('tells it without its query to who is only counted, and once to who changes their mind', async () => {
    const tracker = land();
    tracker.setConsent('denied');
    tracker.setConsent('cookieless');
    tracker.setConsent('granted');
    tracker.setConsent('denied');
    const events = await received(tracker);
    expect(events).toEqual([]);
    const other = land();
    other.setConsent('cookieless');
    expect(await received(other)).toMatchObject([{ pageUrl: 'http://localhost/consent' }]);
    expect(keptOnDevice()).toEqual([]);
  });
});

describe('a browser that asks for privacy', () => {
  const ask = (name: string, value: unknown) =>
    Object.defineProperty(navigator, name, { value, configurable: true });

  afterEach(() => {
    ask('globalPrivacyControl', undefined);
    ask('doNotTrack', null);
  });

  it.each([
    ['globalPrivacyControl', true],
    ['doNotTrack', '1'],
  ])('by %s is counted without ids, though consent was granted', async (name, value) => {
    aTracker().track('home_view');
    theServer().requests.length = 0;
    ask(name, value);
    const tracker = aTracker({ consent: 'granted' });
    tracker.track('home_view');
    const events = await received(tracker);
    expect(events.map((event) => [event.clientId, event.sessionId])).toEqual([[undefined, undefined]]);
    expect(keptOnDevice()).toEqual([]);
    tracker.setConsent('denied');
    expect(tracker.consent()).toBe('denied');
  });

  it.each([
    ['globalPrivacyControl', false],
    ['doNotTrack', '0'],
    ['doNotTrack', 'unspecified'],
  ])('is none that says %s = %s', (name, value) => {
    ask(name, value);
    expect(aTracker().consent()).toBe('granted');
  });

  it('is overruled only by a shop that says so', () => {
    ask('globalPrivacyControl', true);
    expect(aTracker({ ignoreSignals: true }).consent()).toBe('granted');
  });
});

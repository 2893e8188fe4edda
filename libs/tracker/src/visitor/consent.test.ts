import { aProduct } from '@clickstream/event-schema/testing';
import { validateEvent } from '@clickstream/event-schema/validate';
import { aNewPageForEachTest, aTracker, linh, received, theServer } from '../testing/a-tracker';

aNewPageForEachTest();

/** The tracker's values on the device. */
const keptOnDevice = () => Object.keys(localStorage);

describe('a shopper who does not want to be known', () => {
  const order = { orderId: 'SBW-1', revenue: 100, items: [aProduct()] };

  it('is counted without any id, and nothing is stored on the device', async () => {
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

  it('is neither counted nor known after declining', async () => {
    const tracker = aTracker({ consent: 'denied' });
    tracker.track('checkout_complete', { order });
    dispatchEvent(new Event('pagehide'));
    expect(await received(tracker)).toEqual([]);
    expect(keptOnDevice()).toEqual([]);
  });

  it.each(['denied', 'cookieless'] as const)(
    'is forgotten with all unsent events when consent becomes %s in between',
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

  it('is forgotten, with the data that an earlier consent had left', () => {
    aTracker().track('home_view');
    aTracker({ consent: 'denied' });
    expect(keptOnDevice()).toEqual([]);
  });

  it('keeps waiting events when the same consent is set again', async () => {
    const tracker = aTracker({ consent: 'cookieless' });
    tracker.track('home_view');
    tracker.setConsent('cookieless');
    expect(await received(tracker)).toHaveLength(1);
  });

  it('who agrees loses nothing that was counted before, and is not identified by it', async () => {
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

  it('is a new shopper after agreeing', async () => {
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
  ])('by %s is counted without ids, even if consent was granted', async (name, value) => {
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
  ])('is not one that sends %s = %s', (name, value) => {
    ask(name, value);
    expect(aTracker().consent()).toBe('granted');
  });

  it('is overruled only by a shop that configures it', () => {
    ask('globalPrivacyControl', true);
    expect(aTracker({ ignoreSignals: true }).consent()).toBe('granted');
  });
});

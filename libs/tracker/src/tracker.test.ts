import { timeOfEventId, type ClickstreamEvent } from '@clickstream/event-schema';
import { aProduct } from '@clickstream/event-schema/testing';
import { validateEvent } from '@clickstream/event-schema/validate';
import { createTracker, type Tracker, type TrackerOptions } from './tracker';
import { installFakeServer, type FakeServer } from './testing/fake-server';
import { forbidStorage } from './testing/page';

let server: FakeServer;
const trackers: Tracker[] = [];

beforeEach(() => {
  server = installFakeServer();
  localStorage.clear();
  history.replaceState(null, '', '/');
  document.title = 'Home';
});

afterEach(() => trackers.splice(0).forEach((tracker) => tracker.stop()));

function aTracker(options: Partial<TrackerOptions> = {}): Tracker {
  const tracker = createTracker({ endpoint: 'https://api.example/clickstream', ...options });
  trackers.push(tracker);
  return tracker;
}

async function received(tracker: Tracker): Promise<ClickstreamEvent[]> {
  await tracker.flush();
  return server.requests.flatMap(({ events }) => events);
}

/** What the tracker has left on the device. */
const keptOnDevice = () => Object.keys(localStorage);

const linh = { userId: 'sub-linh', loginState: 'logged_in', identitySource: 'cognito_email' } as const;

describe('an event', () => {
  it('fits the contract with every field of its envelope filled', async () => {
    const tracker = aTracker();
    const before = Date.now();
    tracker.track('product_view', { product: aProduct() });
    const [event] = await received(tracker);
    expect(validateEvent(event)).toMatchObject({ ok: true });
    expect(event).toMatchObject({
      eventName: 'product_view',
      schemaVersion: 1,
      isFirstVisit: true,
      userId: null,
      userLoginState: 'anonymous',
      identitySource: 'anonymous',
      pageUrl: 'http://localhost/',
      pageTitle: 'Home',
      referrer: '',
      product: aProduct(),
    });
    for (const id of [event?.clientId, event?.sessionId]) expect(id).toMatch(/^[0-9a-z]{21}$/);
    expect(Date.parse(event?.eventTimestamp ?? '')).toBeGreaterThanOrEqual(before);
    expect(timeOfEventId(event?.eventId ?? '')).toBe(Date.parse(event?.eventTimestamp ?? ''));
  });

  it('keeps what it was when it happened, though the page changes its data later', async () => {
    const tracker = aTracker();
    const product = { ...aProduct(), price: 100 };
    tracker.track('product_view', { product });
    product.price = 999;
    expect(await received(tracker)).toMatchObject([{ product: { price: 100 } }]);
  });

  it('has a later time than the one before it, though both happen within a millisecond', async () => {
    const clock = jest.spyOn(Date, 'now').mockReturnValue(1_000_000);
    const tracker = aTracker();
    ['a', 'b', 'c'].forEach((name) => tracker.custom(name));
    clock.mockReturnValue(400_000);
    tracker.custom('after_the_clock_was_set_back');
    clock.mockRestore();
    const times = (await received(tracker)).map((event) => Date.parse(event.eventTimestamp ?? ''));
    expect(times).toEqual([1_000_000, 1_000_001, 1_000_002, 400_000]);
  });

  it("of the shop's own carries its properties", async () => {
    const tracker = aTracker();
    tracker.custom('newsletter_signup', { place: 'footer' });
    const [event] = await received(tracker);
    expect(event).toMatchObject({ eventName: 'newsletter_signup', properties: { place: 'footer' } });
    expect(validateEvent(event)).toMatchObject({ ok: true });
  });

  it('fits the contract on a page whose address and title are endless', async () => {
    history.replaceState(null, '', `/?q=${'x'.repeat(10_000)}`);
    document.title = 'x'.repeat(2_000);
    const tracker = aTracker();
    tracker.page();
    const [event] = await received(tracker);
    expect(validateEvent(event)).toMatchObject({ ok: true });
  });

  it('belongs to the session of the browser, and a later page knows the browser again', async () => {
    const first = aTracker();
    first.track('home_view');
    const second = aTracker();
    second.track('home_view');
    await first.flush();
    const [one, two] = await received(second);
    expect(second.sessionId()).toBe(two?.sessionId);
    expect(two?.clientId).toBe(one?.clientId);
    expect(two?.sessionId).toBe(one?.sessionId);
    expect(two?.eventId).not.toBe(one?.eventId);
  });

  it('is checked by the compiler: names, and payloads where the contract requires them', () => {
    const tracker = aTracker({ consent: 'denied' });
    tracker.track('home_view');
    tracker.track('checkout_start');
    // @ts-expect-error a product view is about a product
    tracker.track('product_view');
    // @ts-expect-error a price is a number
    tracker.track('product_view', { product: { id: 'LAP-001', price: '1' } });
    // @ts-expect-error names that the contract does not know go through custom()
    tracker.track('size_guide_open');
  });
});

describe('who the shopper is', () => {
  it('is told by each event as it was at that time', async () => {
    const tracker = aTracker();
    tracker.track('home_view');
    tracker.identify(linh);
    tracker.track('login_success', { login: { method: 'email' } });
    tracker.reset();
    tracker.track('logout');
    const events = await received(tracker);
    expect(events.map((event) => [event.userId, event.userLoginState, event.identitySource])).toEqual([
      [null, 'anonymous', 'anonymous'],
      ['sub-linh', 'logged_in', 'cognito_email'],
      [null, 'anonymous', 'anonymous'],
    ]);
    expect(new Set(events.map((event) => event.clientId)).size).toBe(1);
  });

  it('may be null after a sign-out, on a page without a compiler', async () => {
    const tracker = aTracker({ shopper: linh });
    tracker.identify(null);
    tracker.track('logout');
    expect(await received(tracker)).toMatchObject([{ userId: null, userLoginState: 'anonymous' }]);
  });

  it('can be known from the start', async () => {
    const tracker = aTracker({ shopper: linh });
    tracker.track('home_view');
    expect(await received(tracker)).toMatchObject([{ userId: 'sub-linh', userLoginState: 'logged_in' }]);
  });
});

describe('the referrer', () => {
  it('is the page before, also when the page was never loaded anew', async () => {
    const tracker = aTracker();
    tracker.page();
    history.pushState(null, '', '/product/aero-14');
    tracker.page();
    tracker.track('product_view', { product: aProduct() });
    const events = await received(tracker);
    expect(events.map((event) => event.referrer)).toEqual(['', 'http://localhost/', 'http://localhost/']);
  });
});

describe('tracking', () => {
  it('never throws into the page, whatever fails', async () => {
    const allow = forbidStorage();
    const circular: Record<string, unknown> = {};
    circular['itself'] = circular;
    const tracker = aTracker();
    tracker.custom('circular', circular);
    tracker.track('home_view');
    Object.defineProperty(document, 'title', { configurable: true, get: () => undefined });
    tracker.track('home_view');
    delete (document as { title?: string }).title;
    const events = await received(tracker);
    allow();
    expect(events.map((event) => event.eventName)).toEqual(['home_view']);
  });

  it('goes on where the last page ended, though that was never closed in order', async () => {
    server.answers.push('offline');
    const killed = aTracker();
    killed.track('home_view');
    await killed.flush();
    killed.stop();
    const next = aTracker();
    next.track('search', { search: { term: 'oled', results: 3 } });
    const events = await received(next);
    expect(events.map((event) => [event.eventName, event.sequence])).toEqual([
      ['home_view', 1],
      ['home_view', 1],
      ['search', 2],
    ]);
    expect(events[0]?.eventId).toBe(events[1]?.eventId);
  });

  it('takes e-mail addresses and secrets out of addresses before they leave the page', async () => {
    const tracker = aTracker();
    history.replaceState(null, '', '/reset?token=abc&who=mai%40shop.vn&utm_source=mail');
    tracker.page();
    history.pushState(null, '', '/');
    tracker.page();
    const [first, second] = await received(tracker);
    const scrubbed = 'http://localhost/reset?token=[redacted]&who=[redacted]&utm_source=mail';
    expect([first?.pageUrl, second?.referrer]).toEqual([scrubbed, scrubbed]);
    expect(JSON.stringify({ ...localStorage })).not.toMatch(/abc|mai/);
  });

  it('takes e-mail addresses out of the title of the page', async () => {
    document.title = 'Account of mai@shop.vn';
    const tracker = aTracker();
    tracker.page();
    expect(await received(tracker)).toMatchObject([{ pageTitle: 'Account of [redacted]' }]);
  });

  it('sends nothing more by itself once it is stopped', async () => {
    jest.useFakeTimers();
    const tracker = aTracker();
    tracker.track('home_view');
    tracker.stop();
    dispatchEvent(new Event('pagehide'));
    tracker.track('home_view');
    await jest.advanceTimersByTimeAsync(10_000);
    jest.useRealTimers();
    expect(server.requests).toEqual([]);
  });
});

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
    server.requests.length = 0;
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

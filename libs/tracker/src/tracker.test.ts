import { isUuid, timeOfEventId, type ClickstreamEvent } from '@clickstream/event-schema';
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
    expect(isUuid(event?.clientId ?? '') && isUuid(event?.sessionId ?? '')).toBe(true);
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
    const tracker = aTracker({ mayTrack: () => false });
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
  it('records and stores nothing while the shopper does not agree, and begins when they do', async () => {
    let agreed = false;
    const tracker = aTracker({ mayTrack: () => agreed });
    tracker.track('home_view');
    expect(await received(tracker)).toEqual([]);
    expect(localStorage).toHaveLength(0);
    agreed = true;
    tracker.track('home_view');
    expect(await received(tracker)).toHaveLength(1);
  });

  it('never throws into the page, whatever fails', async () => {
    const allow = forbidStorage();
    const circular: Record<string, unknown> = {};
    circular['itself'] = circular;
    const tracker = aTracker({
      mayTrack: () => {
        if (server.requests.length > 0) throw new Error('the consent tool is broken');
        return true;
      },
    });
    tracker.custom('circular', circular);
    tracker.track('home_view');
    expect(await received(tracker)).toHaveLength(1);
    tracker.track('home_view');
    allow();
    expect(await received(tracker)).toHaveLength(1);
  });

  it('sends nothing more by itself once it is stopped', async () => {
    jest.useFakeTimers();
    const tracker = aTracker();
    tracker.track('home_view');
    tracker.stop();
    dispatchEvent(new Event('pagehide'));
    await jest.advanceTimersByTimeAsync(10_000);
    jest.useRealTimers();
    expect(server.requests).toEqual([]);
  });
});

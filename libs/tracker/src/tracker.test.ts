import { timeOfEventId } from '@clickstream/event-schema';
import { aProduct } from '@clickstream/event-schema/testing';
import { validateEvent } from '@clickstream/event-schema/validate';
import { aNewPageForEachTest, aTracker, linh, received } from './testing/a-tracker';

aNewPageForEachTest();

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

  it('keeps its data from when it happened, even if the page changes them later', async () => {
    const tracker = aTracker();
    const product = { ...aProduct(), price: 100 };
    tracker.track('product_view', { product });
    product.price = 999;
    expect(await received(tracker)).toMatchObject([{ product: { price: 100 } }]);
  });

  it('has a later time than the one before it, even if both happen within a millisecond', async () => {
    const clock = jest.spyOn(Date, 'now').mockReturnValue(1_000_000);
    const tracker = aTracker();
    ['a', 'b', 'c'].forEach((name) => tracker.custom(name));
    clock.mockReturnValue(400_000);
    tracker.custom('after_the_clock_was_set_back');
    clock.mockRestore();
    const times = (await received(tracker)).map((event) => Date.parse(event.eventTimestamp ?? ''));
    expect(times).toEqual([1_000_000, 1_000_001, 1_000_002, 400_000]);
  });

  it('with a custom name carries its properties', async () => {
    const tracker = aTracker();
    tracker.custom('newsletter_signup', { place: 'footer' });
    const [event] = await received(tracker);
    expect(event).toMatchObject({ eventName: 'newsletter_signup', properties: { place: 'footer' } });
    expect(validateEvent(event)).toMatchObject({ ok: true });
  });

  it('has the id that the page gives it, so that an order reported on two pages is one event', async () => {
    const order = { orderId: 'SBW-1', revenue: 100 };
    const eventId = '019a0000-0000-7000-8000-000000000001';
    const tracker = aTracker();
    tracker.track('checkout_complete', { order }, { eventId });
    tracker.custom('newsletter_signup', {}, { eventId });
    tracker.track('checkout_complete', { order });
    const ids = (await received(tracker)).map((event) => event.eventId);
    expect(ids.slice(0, 2)).toEqual([eventId, eventId]);
    expect(ids[2]).not.toBe(eventId);
  });

  it('fits the contract on a page whose address and title are endless', async () => {
    history.replaceState(null, '', `/?q=${'x'.repeat(10_000)}`);
    document.title = 'x'.repeat(2_000);
    const tracker = aTracker();
    tracker.page();
    const [event] = await received(tracker);
    expect(validateEvent(event)).toMatchObject({ ok: true });
  });

  it('belongs to the session of the browser, and a later page recognises the browser', async () => {
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

describe('the shopper’s identity', () => {
  it('is in each event as it was at that time', async () => {
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

describe('the id of the browser', () => {
  it('is known from its first event on, while the shopper allows it', async () => {
    const tracker = aTracker();
    expect(tracker.clientId()).toBeUndefined();
    tracker.track('home_view');
    expect(tracker.clientId()).toBe((await received(tracker))[0]?.clientId);
    tracker.setConsent('cookieless');
    expect(tracker.clientId()).toBeUndefined();
  });
});

import { validateEvent } from '@clickstream/event-schema/validate';
import { aNewPageForEachTest, aTracker, received } from '../testing/a-tracker';

aNewPageForEachTest();

/** The tracker's values on the device. */
const keptOnDevice = () => Object.keys(localStorage);

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

  it('reports its landing once the shopper agrees, with campaign and referrer, and then the next page', async () => {
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

  it('reports it, and the page that is shown by then, even with routes between them', async () => {
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

  it('reports it without its query for a shopper who is only counted, and once for one who changes their mind', async () => {
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

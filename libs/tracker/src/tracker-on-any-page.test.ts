import { aNewPageForEachTest, aTracker, received, theServer } from './testing/a-tracker';
import { forbidStorage } from './testing/page';

aNewPageForEachTest();

describe('tracking', () => {
  it('never throws into the page, whatever fails', async () => {
    const allow = forbidStorage();
    const circular: Record<string, unknown> = {};
    circular['itself'] = circular;
    const tracker = aTracker();
    tracker.custom('circular', circular);
    tracker.track('home_view');
    const fail = () => {
      throw new Error('no title');
    };
    Object.defineProperty(document, 'title', { configurable: true, get: fail });
    tracker.track('home_view');
    delete (document as { title?: string }).title;
    const events = await received(tracker);
    allow();
    expect(events.map((event) => event.eventName)).toEqual(['home_view']);
  });

  it('continues where the last page ended, even if that was never closed properly', async () => {
    theServer().answers.push('offline');
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

  it('removes e-mail addresses and secrets from addresses before they leave the page', async () => {
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

  it('removes e-mail addresses from the title of the page', async () => {
    document.title = 'Account of mai@shop.vn';
    const tracker = aTracker();
    tracker.page();
    expect(await received(tracker)).toMatchObject([{ pageTitle: 'Account of [redacted]' }]);
  });

  it('sends nothing more once it is stopped', async () => {
    jest.useFakeTimers();
    const tracker = aTracker();
    tracker.track('home_view');
    tracker.stop();
    dispatchEvent(new Event('pagehide'));
    tracker.track('home_view');
    await jest.advanceTimersByTimeAsync(10_000);
    jest.useRealTimers();
    expect(theServer().requests).toEqual([]);
  });
});

describe('personal data', () => {
  it('is removed from a search term, as it is from the address next to it', async () => {
    const tracker = aTracker();
    const terms = ['bug.hunter@example.org', 'gọi 0912 345 678', '4111 1111 1111 1111', 'laptop 24.990.000'];
    for (const term of terms) tracker.track('search', { search: { term, results: 0 } });
    const events = await received(tracker);
    expect(events.map((event) => ('search' in event ? event.search : null))).toMatchObject([
      { term: '[redacted]' },
      { term: 'gọi [redacted]' },
      { term: '[redacted]' },
      { term: 'laptop 24.990.000' },
    ]);
  });
});

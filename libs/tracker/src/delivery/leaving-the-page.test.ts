import {
  add,
  addLarge,
  delivery,
  names,
  openPage,
  openPageForEachTest,
  server,
  waiting,
} from '../testing/delivering-page';
import { forbidStorage, hidePage, leavePage, returnToPage } from '../testing/page';

openPageForEachTest();

describe('leaving the page', () => {
  it('hands all waiting events to the browser, in batches under 48 KB, and keeps it', () => {
    for (const name of names(1, 4)) addLarge(name, 30_000);
    leavePage();
    const beacons = server.requests.filter(({ by }) => by === 'beacon');
    expect(beacons.flatMap(({ events }) => events.map((event) => event.eventName))).toEqual(names(2, 4));
    for (const { body } of beacons) expect(body.length).toBeLessThan(48 * 1024);
    expect(waiting()).toEqual(names(1, 4));
  });

  it('does not send them a second time in another way while the page closes', async () => {
    add('a');
    leavePage();
    hidePage();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(server.requests.map(({ by }) => by)).toEqual(['beacon']);
  });

  it('keeps the rest when the browser refuses a beacon', async () => {
    add(...names(1, 49));
    server.answers.push(503);
    await delivery.flush();
    add(...names(50, 80));
    server.requests.length = 0;
    server.beaconsAllowed = 1;
    leavePage();
    expect(server.eventNames()).toEqual(names(1, 50));
    expect(waiting()).toEqual(names(1, 80));
  });

  it('hands over small events even if the browser refuses a large one before them', async () => {
    const allow = forbidStorage();
    delivery.stop();
    openPage();
    server.answers.push('offline');
    addLarge('large', 60_000);
    await jest.advanceTimersByTimeAsync(0);
    add('a', 'b');
    server.requests.length = 0;
    const take = navigator.sendBeacon.bind(navigator);
    Object.defineProperty(navigator, 'sendBeacon', {
      configurable: true,
      value: (url: string, body: string) => body.length < 50_000 && take(url, body),
    });
    leavePage();
    allow();
    expect(server.eventNames()).toEqual(['a', 'b', 'tracker_events_lost']);
  });

  it('also hands over events that happen while the page closes', () => {
    const allow = forbidStorage();
    delivery.stop();
    openPage();
    add('a');
    leavePage();
    add('time_on_page');
    allow();
    expect(server.requests.map(({ by, events }) => [by, events.length])).toEqual([
      ['beacon', 1],
      ['beacon', 1],
    ]);
    expect(server.eventNames()).toEqual(['a', 'time_on_page']);
  });

  it('lets the next page send the unanswered events again, and nothing else', async () => {
    add('a');
    await delivery.flush();
    add('b');
    leavePage();
    delivery.stop();
    server.requests.length = 0;
    openPage();
    await jest.advanceTimersByTimeAsync(2_000);
    expect(server.eventNames()).toEqual(['b']);
    expect(waiting()).toEqual([]);
  });

  it('sends them again, and continues, when the shopper returns to the same page', async () => {
    add('a');
    leavePage();
    returnToPage();
    await jest.advanceTimersByTimeAsync(0);
    expect(server.requests.map(({ by }) => by)).toEqual(['beacon', 'fetch']);
    expect(waiting()).toEqual([]);
  });

  it('loses nothing in a browser without beacons', () => {
    Object.defineProperty(navigator, 'sendBeacon', { value: undefined, configurable: true });
    add('a');
    leavePage();
    expect(waiting()).toEqual(['a']);
  });

  it('leaves events in flight to their request', async () => {
    add('a');
    const flushed = delivery.flush();
    add('b');
    leavePage();
    await flushed;
    expect(server.requests.map(({ by, events }) => [by, events.length])).toEqual([
      ['fetch', 1],
      ['beacon', 1],
    ]);
    expect(server.eventNames()).toEqual(['a', 'b']);
  });
});

describe('hiding the page, which may live on', () => {
  it('sends waiting events by a request, whose answer counts', async () => {
    add('a');
    hidePage();
    await jest.advanceTimersByTimeAsync(0);
    expect(server.requests.map(({ by }) => by)).toEqual(['fetch']);
    expect(waiting()).toEqual([]);
  });
});

describe('events that had to be dropped', () => {
  it('are counted when too many wait, commerce last, and reported once the server accepts events again', async () => {
    delivery.stop();
    openPage(20 * 1_030);
    server.answers.push('offline');
    addLarge('add_to_cart_click', 1_000);
    for (const name of names(1, 39)) addLarge(name, 1_000);
    await jest.advanceTimersByTimeAsync(300_000);
    const received = new Set(server.requests.slice(1).flatMap(({ events }) => events));
    const reports = [...received].filter((event) => event.eventName === 'tracker_events_lost');
    const lost = reports.reduce((sum, event) => sum + Number(Object(event)['properties'].lost), 0);
    expect(lost).toBeGreaterThan(0);
    expect(received.size - reports.length + lost).toBe(40);
    expect([...received].map((event) => event.eventName)).toContain('add_to_cart_click');
  });

  it('are also reported by a page without storage whose last events the browser accepts', () => {
    delivery.stop();
    const allow = forbidStorage();
    openPage();
    addLarge('endless', 400_000);
    add('a');
    leavePage();
    allow();
    expect(server.eventNames()).toEqual(['a', 'tracker_events_lost']);
  });

  it('are counted when a page without storage is left and the browser accepts no more', () => {
    delivery.stop();
    const allow = forbidStorage();
    openPage();
    for (const name of names(1, 5)) addLarge(name, 25_000);
    server.answers.push('offline');
    server.requests.length = 0;
    server.beaconsAllowed = 2;
    const handOverOnce = navigator.sendBeacon.bind(navigator);
    let refused = 0;
    Object.defineProperty(navigator, 'sendBeacon', {
      configurable: true,
      // The browser accepts one large body, and then only small ones.
      value: (url: string, body: string) =>
        body.length > 10_000 && refused + server.requests.length > 0
          ? ((refused += 1), false)
          : handOverOnce(url, body),
    });
    leavePage();
    allow();
    const sent = server.requests.flatMap(({ events }) => events);
    const reported = sent.filter((event) => event.eventName === 'tracker_events_lost');
    expect(reported).toMatchObject([{ properties: { reason: 'storage_failed' } }]);
    const lost = Number(Object(reported[0])['properties'].lost);
    expect(sent.length - 1 + lost).toBe(4);
  });
});

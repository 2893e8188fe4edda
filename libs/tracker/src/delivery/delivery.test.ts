import {
  add,
  addLarge,
  delivery,
  ENDPOINT,
  names,
  openPage,
  openPageForEachTest,
  server,
  waiting,
} from '../testing/delivering-page';
import { hidePage } from '../testing/page';

openPageForEachTest();

describe('sending', () => {
  it('waits a moment and sends the events until then in one request', async () => {
    add('a');
    await jest.advanceTimersByTimeAsync(1_500);
    add('b');
    expect(server.requests).toHaveLength(0);
    await jest.advanceTimersByTimeAsync(500);
    expect(server.requests).toHaveLength(1);
    expect(server.eventNames()).toEqual(['a', 'b']);
    expect(waiting()).toEqual([]);
  });

  it('waits another moment after a page view, in which its title may come', async () => {
    add('a');
    await jest.advanceTimersByTimeAsync(1_500);
    add('page_view');
    await jest.advanceTimersByTimeAsync(1_900);
    expect(server.requests).toHaveLength(0);
    await jest.advanceTimersByTimeAsync(100);
    expect(server.eventNames()).toEqual(['a', 'page_view']);
  });

  it('sends at once when a batch is full', async () => {
    add(...names(1, 50));
    await jest.advanceTimersByTimeAsync(0);
    expect(server.eventNames()).toEqual(names(1, 50));
  });

  it('sends at once when the bytes of a batch are full', async () => {
    addLarge('a', 30_000);
    addLarge('b', 30_000);
    await jest.advanceTimersByTimeAsync(0);
    expect(server.requests.map(({ events }) => events.length)).toEqual([1, 1]);
  });

  it('posts plain text that outlives the page, so that no preflight is needed', async () => {
    add('a');
    await delivery.flush();
    expect(server.requests[0]).toMatchObject({ by: 'fetch', url: ENDPOINT });
    expect(server.requests[0]?.init).toMatchObject({ method: 'POST', keepalive: true });
    expect(typeof server.requests[0]?.init?.body).toBe('string');
    expect(server.requests[0]?.init?.headers).toBeUndefined();
  });

  it('sends a body over the limit of keepalive without it, since the browser would refuse it', async () => {
    addLarge('large', 70_000);
    await delivery.flush();
    expect(server.requests[0]?.init?.keepalive).toBe(false);
  });

  it('carries the time of sending, not that of recording', async () => {
    jest.setSystemTime(new Date('2026-11-23T12:00:00Z'));
    add('a');
    await jest.advanceTimersByTimeAsync(2_000);
    expect(server.requests[0]?.sentAt).toBe('2026-11-23T12:00:02.000Z');
  });

  it('keeps events that come during a request for the next one, each once', async () => {
    add('a');
    const flushed = delivery.flush();
    add('b');
    await flushed;
    await jest.advanceTimersByTimeAsync(5_000);
    expect(server.requests.map(({ events }) => events.length)).toEqual([1, 1]);
    expect(server.eventNames()).toEqual(['a', 'b']);
  });
});

describe('a page whose events wait for half a minute', () => {
  beforeEach(() => {
    delivery.stop();
    openPage(undefined, 30_000);
  });

  it('sends them then, in one request, and a page view begins the time again', async () => {
    add('a');
    await jest.advanceTimersByTimeAsync(20_000);
    add('page_view');
    await jest.advanceTimersByTimeAsync(15_000);
    add('b');
    await jest.advanceTimersByTimeAsync(14_900);
    expect(server.requests).toHaveLength(0);
    await jest.advanceTimersByTimeAsync(100);
    expect(server.requests).toHaveLength(1);
    expect(server.eventNames()).toEqual(['a', 'page_view', 'b']);
  });

  it('does not let an order wait, nor what came before it', async () => {
    add('page_view', 'checkout_complete');
    await jest.advanceTimersByTimeAsync(0);
    expect(server.eventNames()).toEqual(['page_view', 'checkout_complete']);
  });

  it('does not let events of an earlier page wait, though the next one is viewed', async () => {
    add('a');
    delivery.stop();
    openPage(undefined, 30_000);
    add('page_view');
    await jest.advanceTimersByTimeAsync(2_000);
    expect(server.eventNames()).toEqual(['a', 'page_view']);
  });

  it('tries again after seconds when a request has failed', async () => {
    jest.spyOn(Math, 'random').mockReturnValue(1);
    server.answers.push(503);
    add('a');
    await jest.advanceTimersByTimeAsync(30_000 + 4_000);
    jest.restoreAllMocks();
    expect(server.eventNames()).toEqual(['a', 'a']);
  });

  it('sends at once what waits when the page is hidden', async () => {
    add('a');
    hidePage();
    await jest.advanceTimersByTimeAsync(0);
    expect(server.requests.map(({ by }) => by)).toEqual(['fetch']);
    expect(waiting()).toEqual([]);
  });
});

describe('a server that asks for a pause', () => {
  it.each([
    ['seconds', () => '300'],
    ['a date', () => new Date(Date.now() + 300_000).toUTCString()],
  ])('gets that pause, given in %s, whatever page or event comes', async (_form, retryAfter) => {
    jest.setSystemTime(new Date('2026-11-23T12:00:00Z'));
    server.answers.push({ status: 503, retryAfter: retryAfter() });
    add('a');
    await delivery.flush();
    delivery.stop();
    openPage();
    add(...names(1, 40));
    dispatchEvent(new Event('online'));
    void delivery.flush();
    await jest.advanceTimersByTimeAsync(299_000);
    expect(server.requests).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(6_000);
    expect(server.eventNames()).toEqual(['a', 'a', ...names(1, 40)]);
  });

  it('gets a request after an hour, even if it asked for more', async () => {
    server.answers.push({ status: 429, retryAfter: '31536000' });
    add('a');
    await jest.advanceTimersByTimeAsync(3_602_000);
    expect(waiting()).toEqual([]);
  });

  it('does not get a longer pause because the clock was set back', async () => {
    server.answers.push({ status: 503, retryAfter: '60' });
    add('a');
    await delivery.flush();
    jest.setSystemTime(Date.now() - 24 * 3_600_000);
    await delivery.flush();
    expect(waiting()).toEqual([]);
  });
});

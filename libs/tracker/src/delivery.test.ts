import { createDelivery, type Delivery } from './delivery';
import { memoryQueue, type EventQueue } from './queue';
import { installFakeServer, type FakeServer } from './testing/fake-server';
import { hidePage, showPage } from './testing/page';

const ENDPOINT = 'https://api.example/clickstream';

let server: FakeServer;
let queue: EventQueue;
let delivery: Delivery;

beforeEach(() => {
  jest.useFakeTimers();
  server = installFakeServer();
  queue = memoryQueue();
  delivery = createDelivery(ENDPOINT, queue, 2_000);
});

afterEach(() => {
  delivery.stop();
  showPage();
  jest.useRealTimers();
});

function add(...names: string[]): void {
  for (const eventName of names) delivery.add({ id: eventName, json: JSON.stringify({ eventName }) });
}

const names = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `event_${from + index}`);

const waiting = () => queue.waiting().map(({ id }) => id);

describe('sending', () => {
  it('waits a moment and sends what has come by then in one request', async () => {
    add('a');
    await jest.advanceTimersByTimeAsync(1_500);
    add('b');
    expect(server.requests).toHaveLength(0);
    await jest.advanceTimersByTimeAsync(500);
    expect(server.requests).toHaveLength(1);
    expect(server.eventNames()).toEqual(['a', 'b']);
    expect(waiting()).toEqual([]);
  });

  it('sends at once when a batch is full', async () => {
    add(...names(1, 20));
    await jest.advanceTimersByTimeAsync(0);
    expect(server.eventNames()).toEqual(names(1, 20));
  });

  it('sends at once when the bytes of a batch are full', async () => {
    const large = (id: string) => ({ id, json: JSON.stringify({ eventName: id, text: 'x'.repeat(30_000) }) });
    delivery.add(large('a'));
    delivery.add(large('b'));
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
    delivery.add({ id: 'large', json: JSON.stringify({ eventName: 'large', text: 'x'.repeat(70_000) }) });
    await delivery.flush();
    expect(server.requests[0]?.init?.keepalive).toBe(false);
  });

  it('says when it was sent, not when it was recorded', async () => {
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

describe('retrying', () => {
  it('sends the same events again after 503, and then no more', async () => {
    server.answers.push(503, 202);
    add('a');
    await jest.advanceTimersByTimeAsync(2_000);
    expect(waiting()).toEqual(['a']);
    await jest.advanceTimersByTimeAsync(120_000);
    expect(server.eventNames()).toEqual(['a', 'a']);
    expect(waiting()).toEqual([]);
  });

  it.each([500, 502, 429, 408, 'offline'] as const)('keeps the events after %s', async (answer) => {
    server.answers.push(answer);
    add('a');
    await delivery.flush();
    expect(waiting()).toEqual(['a']);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(server.requests).toHaveLength(2);
  });

  it.each([400, 413, 403])('never sends again what was answered with %i', async (status) => {
    server.answers.push(status);
    add('a');
    await jest.advanceTimersByTimeAsync(300_000);
    expect(server.eventNames()).toEqual(['a']);
    expect(waiting()).toEqual([]);
  });

  it('waits longer after each failure, and at most a minute', async () => {
    jest.spyOn(Math, 'random').mockReturnValue(1);
    server.answers.push(...Array.from({ length: 9 }, () => 503));
    add('a');
    const sent: number[] = [];
    for (let second = 0; second <= 250; second += 1) {
      if (server.requests.length > sent.length) sent.push(second);
      await jest.advanceTimersByTimeAsync(1_000);
    }
    const pauses = sent.slice(1).map((time, index) => time - (sent[index] ?? 0));
    expect(pauses.slice(0, 6)).toEqual([4, 8, 16, 32, 60, 60]);
    jest.restoreAllMocks();
  });

  it('does not hurry back to a server that fails because more events come', async () => {
    server.answers.push(503);
    add(...names(1, 20));
    await jest.advanceTimersByTimeAsync(0);
    add(...names(21, 60));
    await jest.advanceTimersByTimeAsync(1_000);
    expect(server.requests).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(server.eventNames().slice(20)).toEqual(names(1, 60));
  });
});

describe('leaving the page', () => {
  it('hands everything that waits to the browser, in batches', () => {
    add(...names(1, 19));
    hidePage();
    expect(server.requests.map(({ by }) => by)).toEqual(['beacon']);
    expect(server.eventNames()).toEqual(names(1, 19));
    expect(waiting()).toEqual([]);
  });

  it('does it on pagehide too, and sends nothing twice', () => {
    add('a');
    dispatchEvent(new Event('pagehide'));
    hidePage();
    expect(server.eventNames()).toEqual(['a']);
  });

  it('keeps the rest when the browser refuses a beacon, and sends it by fetch', async () => {
    server.answers.push(503);
    add(...names(1, 20));
    await jest.advanceTimersByTimeAsync(0);
    add(...names(21, 30));
    server.requests.length = 0;
    server.beaconsAllowed = 1;
    server.answers.push('offline');
    hidePage();
    await jest.advanceTimersByTimeAsync(0);
    expect(server.requests.map(({ by }) => by)).toEqual(['beacon', 'fetch']);
    expect(waiting()).toEqual(names(21, 30));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(waiting()).toEqual([]);
  });

  it('uses fetch in a browser without beacons', async () => {
    Object.defineProperty(navigator, 'sendBeacon', { value: undefined, configurable: true });
    add('a');
    hidePage();
    await jest.advanceTimersByTimeAsync(0);
    expect(server.requests.map(({ by }) => by)).toEqual(['fetch']);
  });

  it('leaves events whose request is on its way to that request', async () => {
    add('a');
    const flushed = delivery.flush();
    add('b');
    hidePage();
    await flushed;
    expect(server.requests.map(({ by, events }) => [by, events.length])).toEqual([
      ['fetch', 1],
      ['beacon', 1],
    ]);
    expect(server.eventNames()).toEqual(['a', 'b']);
  });
});

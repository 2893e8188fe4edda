import { createDelivery, type Delivery } from './delivery';
import { browserStorage, type TextStorage } from './browser-storage';
import { eventQueue, type EventQueue } from './queue';
import { installFakeServer, type FakeServer } from './testing/fake-server';
import { forbidStorage, hidePage, leavePage, returnToPage, showPage } from './testing/page';

const ENDPOINT = 'https://api.example/clickstream';

let server: FakeServer;
let storage: TextStorage;
let queue: EventQueue;
let delivery: Delivery;
let sequence = 0;

beforeEach(() => {
  jest.useFakeTimers();
  localStorage.clear();
  server = installFakeServer();
  openPage();
});

afterEach(() => {
  delivery.stop();
  showPage();
  jest.useRealTimers();
});

function openPage(capacity?: number): void {
  storage = browserStorage();
  queue = eventQueue(storage, capacity);
  const reportLoss = (properties: object) => addOne('tracker_events_lost', { properties });
  delivery = createDelivery({ endpoint: ENDPOINT, storage, queue, flushAfter: 2_000, reportLoss });
}

function addOne(eventName: string, more: object = {}): void {
  sequence += 1;
  const json = JSON.stringify({ eventName, ...more });
  delivery.add({ id: `id-${sequence}`, name: eventName, sequence, json });
}

const add = (...names: string[]) => names.forEach((name) => addOne(name));
const addLarge = (name: string, characters: number) => addOne(name, { text: 'x'.repeat(characters) });

const names = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `event_${from + index}`);

const waiting = () =>
  [...queue.waiting(new Set())].map(({ json }) => (JSON.parse(json) as { eventName: string }).eventName);

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

  it.each([500, 502, 429, 408, 403, 404, 'offline'] as const)('keeps the events after %s', async (answer) => {
    server.answers.push(answer);
    add('a');
    await delivery.flush();
    expect(waiting()).toEqual(['a']);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(server.requests).toHaveLength(2);
  });

  it.each([
    ['breaks off', 'broken'],
    ['tells of fewer events', { accepted: 0, rejected: [] }],
    ['is of another service', { ok: true }],
    ['is null', null],
  ])('keeps the events when the answer 200 %s', async (_title, body) => {
    server.answers.push({ status: 200, body });
    add('a');
    await delivery.flush();
    expect(waiting()).toEqual(['a']);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(waiting()).toEqual([]);
  });

  it('forgets an event that the server has kept among the rejected, as it does the others', async () => {
    const rejected = [{ index: 1, eventId: null, reason: 'the name is wrong' }];
    server.answers.push({ status: 202, body: { accepted: 1, rejected } });
    add('a', 'b');
    await jest.advanceTimersByTimeAsync(300_000);
    expect(server.eventNames()).toEqual(['a', 'b']);
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

  it('does not hurry back to a network that fails slowly because events come meanwhile', async () => {
    jest.spyOn(Math, 'random').mockReturnValue(1);
    const fail = async (_url: string, { body }: RequestInit) => {
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      attempts.push(String(body).length);
      throw new TypeError('Failed to fetch');
    };
    const attempts: number[] = [];
    Object.assign(globalThis, { fetch: fail });
    for (let second = 0; second < 180; second += 1) {
      add('a');
      await jest.advanceTimersByTimeAsync(1_000);
    }
    jest.restoreAllMocks();
    // After 2 + 5, 4 + 5, 8 + 5, 16 + 5, 32 + 5 seconds and then 60 + 5 each.
    expect(attempts).toHaveLength(6);
  });

  it('asks a network that fails for less at once, and for more when it is better', async () => {
    server.answers.push('offline', 'offline');
    add(...names(1, 40));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(server.requests.map(({ events }) => events.length)).toEqual([20, 10, 5, 10, 20, 5]);
    expect(waiting()).toEqual([]);
  });

  it('sends at once when the network is back', async () => {
    server.answers.push(...Array.from({ length: 9 }, () => 'offline' as const));
    add('a');
    await jest.advanceTimersByTimeAsync(60_000);
    server.answers.length = 0;
    expect(waiting()).toEqual(['a']);
    dispatchEvent(new Event('online'));
    await jest.advanceTimersByTimeAsync(0);
    expect(waiting()).toEqual([]);
  });
});

describe('a server that asks to be left alone', () => {
  it.each([
    ['seconds', () => '300'],
    ['a date', () => new Date(Date.now() + 300_000).toUTCString()],
  ])('is left alone for as long, given in %s, whatever page or event comes', async (_form, retryAfter) => {
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

  it('is asked again after an hour, though it wanted more', async () => {
    server.answers.push({ status: 429, retryAfter: '31536000' });
    add('a');
    await jest.advanceTimersByTimeAsync(3_602_000);
    expect(waiting()).toEqual([]);
  });

  it('is not left alone for longer because the clock was set back', async () => {
    server.answers.push({ status: 503, retryAfter: '60' });
    add('a');
    await delivery.flush();
    jest.setSystemTime(Date.now() - 24 * 3_600_000);
    await delivery.flush();
    expect(waiting()).toEqual([]);
  });
});

describe('what was stored and cannot be read', () => {
  const spoil = (value: string) => {
    add('a', 'spoilt', 'b');
    const key = storage.keys('clickstream.event.').find((name) => name.includes('spoilt')) as string;
    storage.set(key, value);
  };

  it.each(['{"eventName":"spo', '\u0000', ']'])(
    'as %p is counted as lost and costs its neighbours nothing',
    async (value) => {
      const taken: string[] = [];
      const fetch = async (_url: string, { body }: { body: string }) => {
        const answer = (status: number, count: number) => ({
          status,
          ok: status === 202,
          headers: { get: () => null },
          json: async () => ({ accepted: count, rejected: [] }),
        });
        try {
          const { events } = JSON.parse(body) as { events: { eventName: string }[] };
          taken.push(...events.map(({ eventName }) => eventName));
          return answer(202, events.length);
        } catch {
          return answer(400, 0);
        }
      };
      Object.assign(globalThis, { fetch });
      spoil(value);
      await jest.advanceTimersByTimeAsync(300_000);
      expect(taken).toEqual(['a', 'b', 'tracker_events_lost']);
      expect(queue.isEmpty()).toBe(true);
    },
  );

  it('as nothing is sent as no event, which the server keeps among the rejected', async () => {
    spoil('');
    await jest.advanceTimersByTimeAsync(300_000);
    expect(server.requests.map(({ body }) => body.match(/,null,/g)?.length)).toEqual([1]);
    expect(queue.isEmpty()).toBe(true);
  });

  it('as two events is sent as both of them, and holds up nothing', async () => {
    spoil('{"eventName":"one"},{"eventName":"two"}');
    await jest.advanceTimersByTimeAsync(2_000);
    expect(server.eventNames()).toEqual(['a', 'one', 'two', 'b']);
    expect(waiting()).toEqual([]);
  });
});

describe('an event that no server takes', () => {
  it('is counted as lost at once, and pushes nothing out of the queue', async () => {
    delivery.stop();
    openPage(300_000);
    add('a');
    addLarge('endless', 400_000);
    await jest.advanceTimersByTimeAsync(300_000);
    expect(server.eventNames()).toEqual(['a', 'tracker_events_lost']);
    expect(server.requests.at(-1)?.events).toMatchObject([{ properties: { lost: 1, reason: 'rejected' } }]);
  });
});

describe('a request that is refused', () => {
  it.each([400, 413])(
    'with %i is never sent again as it is, and only what is at fault is lost',
    async (status) => {
      add(...names(1, 7), 'poison', ...names(8, 12));
      const refuse = () => {
        const last = server.requests.at(-1);
        return last?.events.some((event) => event.eventName === 'poison') ? status : 202;
      };
      server.answers.shift = refuse;
      await delivery.flush();
      const taken = server.requests.filter(({ body }) => !body.includes('poison'));
      const bodies = server.requests.map(({ events }) => events.map((event) => event.eventName).join());
      expect(new Set(bodies).size).toBe(bodies.length);
      expect(taken.flatMap(({ events }) => events.map((event) => event.eventName))).toEqual([
        ...names(1, 12),
        'tracker_events_lost',
      ]);
      const report = taken.at(-1)?.events.at(-1);
      expect(report).toMatchObject({ properties: { lost: 1, reason: 'rejected' } });
      expect(waiting()).toEqual([]);
    },
  );

  it('is asked for in the usual size again after it', async () => {
    server.answers.push(413, 413);
    add(...names(1, 60));
    await delivery.flush();
    expect(server.requests.map(({ events }) => events.length)).toEqual([20, 10, 5, 10, 20, 20, 5]);
  });
});

describe('leaving the page', () => {
  it('hands everything that waits to the browser, in batches under 48 KB, and keeps it', () => {
    for (const name of names(1, 4)) addLarge(name, 30_000);
    leavePage();
    const beacons = server.requests.filter(({ by }) => by === 'beacon');
    expect(beacons.flatMap(({ events }) => events.map((event) => event.eventName))).toEqual(names(2, 4));
    for (const { body } of beacons) expect(body.length).toBeLessThan(48 * 1024);
    expect(waiting()).toEqual(names(1, 4));
  });

  it('does not send it a second time, by another way, while the page goes', async () => {
    add('a');
    leavePage();
    hidePage();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(server.requests.map(({ by }) => by)).toEqual(['beacon']);
  });

  it('keeps the rest when the browser refuses a beacon', async () => {
    add(...names(1, 19));
    server.answers.push(503);
    await delivery.flush();
    add(...names(20, 30));
    server.requests.length = 0;
    server.beaconsAllowed = 1;
    leavePage();
    expect(server.eventNames()).toEqual(names(1, 20));
    expect(waiting()).toEqual(names(1, 30));
  });

  it('hands over small events though the browser refuses a large one before them', async () => {
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

  it('hands over also what happens while the page goes', () => {
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

  it('lets the next page send again what no server has answered for, and nothing else', async () => {
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

  it('sends it again, and goes on, when the shopper comes back to the page itself', async () => {
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

  it('leaves events whose request is on its way to that request', async () => {
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
  it('sends what waits by a request, whose answer counts', async () => {
    add('a');
    hidePage();
    await jest.advanceTimersByTimeAsync(0);
    expect(server.requests.map(({ by }) => by)).toEqual(['fetch']);
    expect(waiting()).toEqual([]);
  });
});

describe('what had to be given up', () => {
  it('is counted when too much waits, commerce last, and reported once the server takes events again', async () => {
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

  it('is reported as well by a page without storage whose last events the browser takes', () => {
    delivery.stop();
    const allow = forbidStorage();
    openPage();
    addLarge('endless', 400_000);
    add('a');
    leavePage();
    allow();
    expect(server.eventNames()).toEqual(['a', 'tracker_events_lost']);
  });

  it('is counted when a page without storage is left and the browser takes no more', () => {
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
      // The browser takes one large body, and then only small ones.
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

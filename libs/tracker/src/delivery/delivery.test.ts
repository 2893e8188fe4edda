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

openPageForEachTest();

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

  it('gives the view of a page a moment of its own, in which its title may come', async () => {
    add('a');
    await jest.advanceTimersByTimeAsync(1_500);
    add('page_view');
    await jest.advanceTimersByTimeAsync(1_900);
    expect(server.requests).toHaveLength(0);
    await jest.advanceTimersByTimeAsync(100);
    expect(server.eventNames()).toEqual(['a', 'page_view']);
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

  it('does not hurry back to a server that fails because another page is viewed', async () => {
    jest.spyOn(Math, 'random').mockReturnValue(1);
    server.answers.push(503, 503, 503);
    add('a');
    await jest.advanceTimersByTimeAsync(2_000 + 4_000 + 8_000);
    add('page_view');
    await jest.advanceTimersByTimeAsync(15_900);
    expect(server.requests).toHaveLength(3);
    await jest.advanceTimersByTimeAsync(100);
    jest.restoreAllMocks();
    expect(server.requests).toHaveLength(4);
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

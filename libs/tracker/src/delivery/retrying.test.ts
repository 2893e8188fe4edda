import { add, delivery, names, openPageForEachTest, server, waiting } from '../testing/delivering-page';

openPageForEachTest();

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
    ['reports fewer events', { accepted: 0, rejected: [] }],
    ['is from another service', { ok: true }],
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

  it('does not retry a failing server earlier because more events come', async () => {
    server.answers.push(503);
    add(...names(1, 50));
    await jest.advanceTimersByTimeAsync(0);
    add(...names(51, 120));
    await jest.advanceTimersByTimeAsync(1_000);
    expect(server.requests).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(server.eventNames().slice(50)).toEqual(names(1, 120));
  });

  it('does not retry a failing server earlier because another page is viewed', async () => {
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

  it('does not retry a slowly failing network earlier because events come meanwhile', async () => {
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

  it('sends smaller requests on a failing network, and larger ones when it recovers', async () => {
    server.answers.push('offline', 'offline');
    add(...names(1, 100));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(server.requests.map(({ events }) => events.length)).toEqual([50, 25, 12, 24, 48, 16]);
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

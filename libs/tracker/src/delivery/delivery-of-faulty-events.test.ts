import {
  add,
  addLarge,
  delivery,
  names,
  openPage,
  openPageForEachTest,
  queue,
  server,
  storage,
  waiting,
} from '../testing/delivering-page';

openPageForEachTest();

describe('a stored event that cannot be read', () => {
  const spoil = (value: string) => {
    add('a', 'spoilt', 'b');
    const key = storage.keysFrom('clickstream.event.').find((name) => name.includes('spoilt')) as string;
    storage.set(key, value);
  };

  it.each(['{"eventName":"spo', '\u0000', ']'])(
    'as %p is counted as lost without affecting its neighbours',
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

  it('as empty text is sent as null, and the server keeps it among the rejected', async () => {
    spoil('');
    await jest.advanceTimersByTimeAsync(300_000);
    expect(server.requests.map(({ body }) => body.match(/,null,/g)?.length)).toEqual([1]);
    expect(queue.isEmpty()).toBe(true);
  });

  it('as two events is sent as both of them, and blocks no others', async () => {
    spoil('{"eventName":"one"},{"eventName":"two"}');
    await jest.advanceTimersByTimeAsync(2_000);
    expect(server.eventNames()).toEqual(['a', 'one', 'two', 'b']);
    expect(waiting()).toEqual([]);
  });
});

describe('an event that no server takes', () => {
  it('is counted as lost at once, and displaces nothing in the queue', async () => {
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
    'with %i is never repeated unchanged, and only the faulty event is lost',
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

  it('is followed by requests of the usual size', async () => {
    server.answers.push(413, 413);
    add(...names(1, 140));
    await delivery.flush();
    expect(server.requests.map(({ events }) => events.length)).toEqual([50, 25, 12, 24, 48, 50, 6]);
  });
});

describe('an event that gets no answer', () => {
  /** A network on which a request with such an event breaks off, or gets this answer. */
  const failFor = (poison: string, answer: 'offline' | 500) => {
    server.answers.shift = () => {
      const names = server.requests.at(-1)?.events.map(({ eventName }) => eventName) ?? [];
      return names.includes(poison) ? answer : 202;
    };
  };
  const answered = () =>
    new Set(server.requests.filter(({ body }) => !body.includes('poison')).flatMap(({ events }) => events));

  it.each(['offline', 500] as const)('from %s does not block its neighbours, and waits', async (answer) => {
    failFor('poison', answer);
    add(...names(1, 7), 'poison', ...names(8, 12));
    await jest.advanceTimersByTimeAsync(600_000);
    expect([...answered()].map(({ eventName }) => eventName).sort()).toEqual(names(1, 12).sort());
    expect(waiting()).toEqual(['poison']);
    add('later');
    await jest.advanceTimersByTimeAsync(120_000);
    expect(waiting()).toEqual(['poison']);
    server.answers.shift = () => 202;
    await jest.advanceTimersByTimeAsync(120_000);
    expect(waiting()).toEqual([]);
  });
});

describe('a server that refuses everything', () => {
  it('does not empty the queue without a pause', async () => {
    server.answers.shift = () => 400;
    add(...names(1, 50));
    await jest.advanceTimersByTimeAsync(10_000);
    expect(waiting().length).toBeGreaterThan(40);
    server.answers.shift = () => 202;
    await jest.advanceTimersByTimeAsync(120_000);
    expect(waiting()).toEqual([]);
    expect(server.eventNames()).toContain('event_50');
  });
});

describe('an origin that the server forbids', () => {
  it('is reported once in the console of the page', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    server.answers.shift = () => 'offline';
    add(...names(1, 5));
    await jest.advanceTimersByTimeAsync(600_000);
    expect(warn.mock.calls).toEqual([[expect.stringMatching(/api\.example\/clickstream.*CORS/)]]);
    warn.mockRestore();
  });

  it('is not assumed while the network is down', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    server.answers.shift = () => 'offline';
    add('a');
    await jest.advanceTimersByTimeAsync(600_000);
    Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });
});

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
} from './testing/delivering-page';

openPageForEachTest();

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

import { newEventId } from '@clickstream/event-schema';
import { aSearch } from '@clickstream/event-schema/testing';
import { fatesOf } from './fates-of';

const ID = newEventId(Date.now());

describe('the fates of events', () => {
  it('are checked against the contract, where no warehouse is reached', async () => {
    const good = aSearch();
    const bad = { ...good, eventId: ID, search: {} };
    const own = { ...good, eventId: 'x', eventName: 'size_guide_open' };
    const { warehouse, events } = await fatesOf([good, bad, own], null);
    expect(warehouse).toBe('absent');
    expect(events[String(good.eventId)]).toEqual({
      faults: [],
      isKnown: true,
      loaded: null,
      quarantined: null,
    });
    expect(events[ID]?.faults).toContainEqual(expect.stringMatching(/^search\.term: /));
    expect(events['x']).toMatchObject({ isKnown: false });
  });

  it('have their rows, by ids that the warehouse can read', async () => {
    const loaded = { object: 'events/x', line: 1, at: null, row: { event_name: 'search' } };
    const asked: string[] = [];
    const ask = async (ids: readonly string[]) => {
      asked.push(...ids);
      return { loadedAt: 'now', loaded: new Map([[ID, loaded]]), quarantined: new Map() };
    };
    const events = [
      { eventName: 'search', eventId: ID },
      { eventName: 'search', eventId: 'no UUID' },
    ];
    const answer = await fatesOf(events, ask);
    expect(asked).toEqual([ID]);
    expect([answer.warehouse, answer.events[ID]?.loaded]).toEqual(['asked', loaded]);
  });

  it('say that a warehouse does not answer', async () => {
    const { warehouse } = await fatesOf([], () => Promise.reject(new Error('down')));
    expect(warehouse).toBe('unreachable');
  });
});

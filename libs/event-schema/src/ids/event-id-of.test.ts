import { isUuid, timeOfEventId } from './event-id';
import { eventIdOf } from './event-id-of';

const PLACED = '2026-11-23T09:00:00.123Z';
const FACT = 'checkout_complete:SBW-23456789';

describe('the id of the single event of a fact', () => {
  it('is the same at any time and on every machine', () => {
    expect(eventIdOf(FACT, PLACED)).toBe('01a207a2-32fb-7fb0-9e42-21ba05086be2');
  });

  it('is a UUIDv7 with the time of the fact, so that the row goes to its month', () => {
    const id = eventIdOf(FACT, PLACED);
    expect([isUuid(id), timeOfEventId(id)]).toEqual([true, Date.parse(PLACED)]);
  });

  it('differs for another order, and for another event of the same order', () => {
    const facts = [FACT, 'checkout_complete:SBW-2345678A', 'checkout_step:SBW-23456789'];
    expect(new Set(facts.map((fact) => eventIdOf(fact, PLACED))).size).toBe(3);
  });
});

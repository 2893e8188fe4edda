import { knownTraffic } from './known-traffic';

const UNTIL = Date.UTC(2026, 10, 23);
const DAY = 86_400_000;

interface Told {
  readonly eventId: string;
  readonly eventTimestamp: string;
}

/** Every event of every delivery that can be told by an id. */
function toldIn(traffic: ReturnType<typeof knownTraffic>) {
  return traffic.deliveries.flatMap(({ body, receivedAt }) => {
    const request = JSON.parse(body) as Told[] | { sentAt: string; events: Told[] };
    const [events, sentAt] = Array.isArray(request)
      ? [request, undefined]
      : [request.events, Date.parse(request.sentAt)];
    return events.map((event) => ({ event, sentAt, receivedAt }));
  });
}

describe('the traffic of a chaos run', () => {
  const traffic = knownTraffic(5_000, 3, UNTIL);
  const told = toldIn(traffic);
  const valid = told.filter(({ event }) => traffic.known.has(event.eventId));

  it('is the same for the same seed, and another for another', () => {
    expect(knownTraffic(1_000, 3, UNTIL)).toEqual(knownTraffic(1_000, 3, UNTIL));
    expect(knownTraffic(1_000, 4, UNTIL).known).not.toEqual(knownTraffic(1_000, 3, UNTIL).known);
  });

  it('holds as many valid events as asked for, about a tenth twice, and 2 % that are not', () => {
    expect(traffic.known.size).toBe(5_000);
    expect(new Set(valid.map(({ event }) => event.eventId)).size).toBe(5_000);
    expect(valid).toHaveLength(traffic.sent);
    expect(told).toHaveLength(traffic.sentInAll);
    expect(traffic.sent).toBeGreaterThan(5_250);
    expect(traffic.sent).toBeLessThan(5_750);
    expect(traffic.invalid.length).toBeGreaterThan(60);
    expect(traffic.invalid.length).toBeLessThan(140);
  });

  it('arrives in no order, up to 30 days late and never in the future', () => {
    const times = traffic.deliveries.map(({ receivedAt }) => receivedAt);
    expect(times).not.toEqual([...times].sort());
    expect(Math.max(...times)).toBeLessThanOrEqual(UNTIL);
    const delays = valid.map(
      ({ event, receivedAt }) => receivedAt - (traffic.known.get(event.eventId)?.happenedAt ?? 0),
    );
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...delays)).toBeGreaterThan(15 * DAY);
  });

  it('tells wrong times where a clock is wrong, and by sentAt how wrong it is', () => {
    const errors = valid.map(({ event, sentAt, receivedAt }) => {
      const { happenedAt = 0, hasWrongClock } = traffic.known.get(event.eventId) ?? {};
      const error = Date.parse(event.eventTimestamp) - happenedAt;
      const seen = sentAt === undefined ? 0 : sentAt - receivedAt;
      return { error, hasWrongClock, unseen: Math.abs(error - seen) };
    });
    const wrong = errors.filter(({ hasWrongClock }) => hasWrongClock);
    expect(errors.filter(({ hasWrongClock, error }) => !hasWrongClock && error !== 0)).toEqual([]);
    expect(wrong.length).toBeGreaterThan(100);
    expect(Math.max(...wrong.map(({ unseen }) => unseen))).toBeLessThan(1_000);
    expect(Math.max(...wrong.map(({ error }) => Math.abs(error)))).toBeLessThanOrEqual(3 * DAY);
  });
});

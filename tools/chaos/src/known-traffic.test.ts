import { knownTraffic } from './known-traffic';

const UNTIL = Date.UTC(2026, 10, 23);
const DAY = 86_400_000;

interface SentEvent {
  readonly eventId: string;
  readonly eventTimestamp: string;
}

/** Every event of every delivery. */
function eventsOf(traffic: ReturnType<typeof knownTraffic>) {
  return traffic.deliveries.flatMap(({ body, receivedAt }) => {
    const request = JSON.parse(body) as SentEvent[] | { sentAt: string; events: SentEvent[] };
    const [events, sentAt] = Array.isArray(request)
      ? [request, undefined]
      : [request.events, Date.parse(request.sentAt)];
    return events.map((event) => ({ event, sentAt, receivedAt }));
  });
}

describe('the traffic of a chaos run', () => {
  const traffic = knownTraffic(5_000, 3, UNTIL);
  const sent = eventsOf(traffic);
  const valid = sent.filter(({ event }) => traffic.known.has(event.eventId));

  it('is the same for the same seed, and different for another', () => {
    expect(knownTraffic(1_000, 3, UNTIL)).toEqual(knownTraffic(1_000, 3, UNTIL));
    expect(knownTraffic(1_000, 4, UNTIL).known).not.toEqual(knownTraffic(1_000, 3, UNTIL).known);
  });

  it('contains the requested number of valid events, about a tenth twice, and 2 % invalid ones', () => {
    expect(traffic.known.size).toBe(5_000);
    expect(new Set(valid.map(({ event }) => event.eventId)).size).toBe(5_000);
    expect(valid).toHaveLength(traffic.sent);
    expect(sent).toHaveLength(traffic.sentInAll);
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

  it('has wrong times if a clock is wrong, and the error of the clock by sentAt', () => {
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

import { SimulatedShop, type PlantedDrop } from '../testing/a-shop';
import { decide, type NewAlert } from './decide';

/** From this hour on, the shop has all weeks that it is compared with. */
const START = 9 * 7 * 24;
const SEEDS = Array.from({ length: 20 }, (_, seed) => seed + 1);

/** The loads after each hour from the start on, with the alerts that they begin and end. */
function loadsOf(shop: SimulatedShop, hours: number) {
  const known: { alert: NewAlert; at: number; end: number | null }[] = [];
  return Array.from({ length: hours }, (_, index) => {
    const before = known
      .filter(({ end }) => end === null || index - end <= 24)
      .map((entry) => ({
        ...entry.alert,
        entry,
        hoursSinceBegin: index - entry.at + entry.alert.hours,
        hoursSinceEnd: entry.end === null ? null : index - entry.end,
      }));
    const { raised, over } = decide(shop.familiesAt(START + index + 1), before);
    for (const { entry } of over) entry.end = index;
    known.push(...raised.map((alert) => ({ alert, at: index, end: null })));
    return { raised: raised.map(nameOf), over: over.map(nameOf) };
  });
}

const nameOf = ({ metric, subject, segment }: Pick<NewAlert, 'metric' | 'subject' | 'segment'>) =>
  [metric, subject, segment.value].filter((part) => part !== '').join(' ');

/** The loads of a shop with a fault from the start on. */
function loadsWith(seed: number, sessionsADay: number, hours: number, drop: Omit<PlantedDrop, 'from'>) {
  const planted = { ...drop, from: START };
  return loadsOf(new SimulatedShop({ seed, hours: START + hours, sessionsADay, drop: planted }), hours);
}

it('raises at most one alert in 60 days of 20 seeds without any fault', () => {
  const days = 60;
  const alerts = SEEDS.flatMap((seed) => {
    // From 100 sessions a day to 2,000.
    const shop = new SimulatedShop({ seed, hours: START + days * 24, sessionsADay: seed * 100 });
    return loadsOf(shop, days * 24).flatMap(({ raised }) => raised);
  });
  expect(alerts.length).toBeLessThanOrEqual(1);
}, 300_000);

describe('a drop of 40 % on one device', () => {
  it.each([
    ['sessions', 40_000],
    ['step_order', 600_000],
  ] as const)('of %s is alerted by the first load, its segment first', (metric, sessionsADay) => {
    const first = SEEDS.map((seed) => {
      const [load] = loadsWith(seed, sessionsADay, 1, { metric, device: 'mobile', lost: 0.4 });
      return load?.raised[0];
    });
    expect(first).toEqual(SEEDS.map(() => `${metric} mobile`));
  });

  it('is alerted in a shop of 10,000 sessions a day once six hours have closed', () => {
    const drop = { metric: 'sessions', device: 'mobile', lost: 0.4 } as const;
    const raised = SEEDS.map((seed) => loadsWith(seed, 10_000, 6, drop).flatMap((load) => load.raised)[0]);
    expect(raised).toEqual(SEEDS.map(() => 'sessions mobile'));
  });

  it('is one alert while it lasts, and over some hours after its end', () => {
    const drop = { metric: 'sessions', device: 'mobile', lost: 0.4, until: START + 48 } as const;
    for (const seed of SEEDS.slice(0, 5)) {
      const loads = loadsWith(seed, 3_000, 60, drop);
      expect(loads.flatMap(({ raised }) => raised).filter((name) => name === 'sessions mobile')).toHaveLength(
        1,
      );
      expect(loads.slice(0, 48).flatMap(({ over }) => over)).toEqual([]);
      expect(loads.slice(48).flatMap(({ over }) => over)).toContain('sessions mobile');
    }
  });
});

it('raises one alert, of all visits, when they drop on all devices', () => {
  const [first] = loadsWith(1, 40_000, 1, { metric: 'sessions', device: '', lost: 0.4 });
  expect(first?.raised.filter((name) => name.startsWith('sessions'))).toEqual(['sessions']);
});

it('raises an alert for an event that goes silent, by its name', () => {
  const [first] = loadsWith(1, 5_000, 1, { metric: 'event', device: 'search', lost: 1 });
  expect(first?.raised).toEqual(['event search']);
});

it('keeps quiet about a drop in a shop that is too small to tell', () => {
  const loads = loadsWith(1, 20, 48, { metric: 'sessions', device: 'mobile', lost: 0.4 });
  expect(loads.flatMap(({ raised }) => raised)).toEqual([]);
});

it('ends an alert about something that is no longer counted', () => {
  const alert = {
    metric: 'event',
    subject: 'old',
    segment: { by: '', value: '' },
    hoursSinceBegin: 1,
    hoursSinceEnd: null,
  } as const;
  expect(decide([], [alert])).toEqual({ raised: [], over: [alert] });
});

import fc from 'fast-check';
import { aWarehouse, type TestWarehouse } from '../testing/a-warehouse';
import { outcomeOf } from '../testing/brute-force-funnel';
import { definitionOf, minutesOf, momentOf, putDataUntil, putJourneys } from '../testing/funnel-journeys';
import type { Funnel, Outcome } from '../testing/funnel-question';

const RUNS = 12;
const JOURNEYS_A_RUN = 850;
let warehouse: TestWarehouse;

beforeAll(async () => {
  warehouse = await aWarehouse();
});
afterAll(() => warehouse.close());

const both = [false, true];
const entries = ['every', 'first'] as const;
const without = { once: true, increase: false, deduplication: false };

/** Every mode: each order with each entry, and with all strict options where it takes them. */
const MODES = entries.flatMap((entry) => [
  ...(['ordered', 'strict'] as const).flatMap((order) =>
    both.flatMap((once) =>
      both.flatMap((increase) =>
        both.map((deduplication) => ({ order, entry, once, increase, deduplication })),
      ),
    ),
  ),
  { order: 'any' as const, entry, ...without },
]);

// Few names, products and minutes: repeats, ties and windows that are hit exactly come often.
const anEvent = fc.record({
  at: fc.integer({ min: 0, max: 30 }),
  name: fc.constantFrom('a', 'a', 'b', 'b', 'c', 'd'),
  product: fc.constantFrom('x', 'y', null),
});
const aJourney = fc
  .array(anEvent, { minLength: 1, maxLength: 8 })
  .map((events) => events.sort((one, other) => one.at - other.at));
const aStep = fc.record(
  {
    event: fc.constantFrom('a', 'b', 'c'),
    product: fc.constantFrom('x', 'y'),
    within: fc.integer({ min: 1, max: 12 }),
  },
  { requiredKeys: ['event'] },
);
const aQuestion = fc.record({
  steps: fc.array(aStep, { minLength: 2, maxLength: 4 }),
  window: fc.integer({ min: 1, max: 20 }),
  watch: fc.constantFrom([], ['d'], ['d', 'c']),
  bounds: fc.record({
    since: fc.integer({ min: 0, max: 5 }),
    until: fc.integer({ min: 10, max: 30 }),
    now: fc.integer({ min: 15, max: 45 }),
  }),
  journeys: fc.array(aJourney, { minLength: JOURNEYS_A_RUN, maxLength: JOURNEYS_A_RUN }),
});

/** Outcomes by session, as the warehouse has them. */
async function outcomes(funnel: Funnel, since: number, until: number): Promise<Map<string, Outcome>> {
  const rows = await warehouse.query(
    'shiny',
    'SELECT unit, is_pending, times FROM dash.funnel_units($1, $2, $3)',
    [JSON.stringify(definitionOf(funnel)), momentOf(since), momentOf(until)],
  );
  return new Map(
    rows.map(({ unit, is_pending, times }) => [
      String(unit),
      {
        times: (times as (Date | null)[]).filter((time) => time !== null).map(minutesOf),
        isPending: is_pending === true,
      },
    ]),
  );
}

it(`comes as far as an exhaustive search in ${RUNS * JOURNEYS_A_RUN} journeys by each of ${MODES.length} modes`, async () => {
  await fc.assert(
    fc.asyncProperty(aQuestion, async ({ steps, window, watch, bounds, journeys }) => {
      await putJourneys(warehouse, journeys);
      await putDataUntil(warehouse, bounds.now);
      for (const mode of MODES) {
        const funnel: Funnel = {
          ...{ ...mode, window },
          steps: mode.order === 'any' ? steps.map(({ within: _, ...step }) => step) : steps,
          watch: mode.order === 'strict' ? watch : [],
        };
        const found = await outcomes(funnel, bounds.since, bounds.until);
        journeys.forEach((journey, session) => {
          const expected = outcomeOf(funnel, journey, bounds);
          const actual = found.get(String(session)) ?? null;
          if (JSON.stringify(actual) !== JSON.stringify(expected))
            throw new Error(JSON.stringify({ funnel, bounds, journey, expected, actual }));
        });
      }
    }),
    { numRuns: RUNS, seed: 12, endOnFailure: true },
  );
});

import { aWarehouse, type TestWarehouse } from '../testing/a-warehouse';
import { momentOf, putJourneys } from '../testing/funnel-journeys';
import { journeyOf, WINDOW_FUNNEL_CASES, type WindowFunnelCase } from '../testing/window-funnel-cases';

let warehouse: TestWarehouse;

beforeAll(async () => {
  warehouse = await aWarehouse();
  await putJourneys(
    warehouse,
    WINDOW_FUNNEL_CASES.map(({ journey }) => journeyOf(journey)),
  );
});
afterAll(() => warehouse.close());

/** ClickHouse never begins again after a break: only the first entry counts where breaks exist. */
function definitionOf({ journey, steps, window, modes }: WindowFunnelCase): object {
  const breaks = modes.includes('strict_order') || modes.includes('strict_deduplication');
  return {
    window: `${window} minutes`,
    entry: breaks ? 'first' : 'every',
    strict_once: modes.includes('strict_once'),
    strict_increase: modes.includes('strict_increase'),
    strict_deduplication: modes.includes('strict_deduplication'),
    ...(modes.includes('strict_order') && {
      order: 'strict',
      watch: journeyOf(journey).map(({ name }) => name),
    }),
    steps: steps.split(' ').map((step) => {
      const [event, products] = step.split(':');
      return { event, ...(products && { product: { one_of: products.split('|') } }) };
    }),
  };
}

describe("dash.funnel_units brings a journey as far as ClickHouse's windowFunnel", () => {
  it.each(WINDOW_FUNNEL_CASES.map((one, session) => ({ ...one, session })))(
    '$journey: $steps in $window $modes is $level',
    async ({ session, ...one }) => {
      const rows = await warehouse.query(
        'shiny',
        'SELECT reached FROM dash.funnel_units($1, $2, $3) WHERE unit = $4',
        [JSON.stringify(definitionOf(one)), momentOf(0), momentOf(1000), String(session)],
      );
      expect(rows[0]?.['reached'] ?? 0).toBe(one.level);
    },
  );
});

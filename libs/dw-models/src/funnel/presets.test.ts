import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aWarehouse, type TestWarehouse } from '../testing/a-warehouse';
import { putDataUntil } from '../testing/funnel-journeys';
import { DAY, STEPS, add, askFunnel, buy, putSession, view, type Row } from '../testing/funnel-shop';

let warehouse: TestWarehouse;
const put = (session: string, events: readonly Row[], about?: object) =>
  putSession(warehouse, session, events, about);
const ask = (more: object = {}) => askFunnel(warehouse, more);
/** Units that did each step. */
const counts = async (more: object = {}) => (await ask(more)).map(({ units }) => Number(units));

beforeAll(async () => {
  warehouse = await aWarehouse();
  await putDataUntil(warehouse, 11 * DAY);
});
beforeEach(() => warehouse.empty('clickstream_events', 'sessions', 'orders', 'identity_links'));
afterAll(() => warehouse.close());

/** The table of presets in docs/funnels.md: unit, order, entry and window by preset. */
const documented = (): Record<string, string[]> =>
  Object.fromEntries(
    [
      ...readFileSync(join(import.meta.dirname, '../../../../docs/funnels.md'), 'utf8').matchAll(
        /^\| `\w+` +\| (?:visitor|session) .*$/gm,
      ),
    ].map(([row]) => {
      const [, preset = '', ...cells] = row.split('|').map((cell) => cell.trim().replaceAll('`', ''));
      return [preset, cells.slice(0, 4)];
    }),
  );

describe('dash.funnel_presets', () => {
  it('are those of the document', async () => {
    const rows = await warehouse.query(
      'shiny',
      `SELECT preset, definition ->> 'unit' AS unit, definition ->> 'order' AS way, definition ->> 'entry' AS entry,
         definition ->> 'window' AS time FROM dash.funnel_presets`,
    );
    expect(
      Object.fromEntries(
        rows.map(({ preset, unit, way, entry, time }) => [preset, [unit, way, entry, time]]),
      ),
    ).toEqual(documented());
  });

  it.each([
    ['ga4', [3, 2, 1]],
    ['ga4_directly_followed', [3, 1, 1]],
    ['posthog', [3, 2, 0]],
    ['posthog_strict', [3, 1, 0]],
    ['posthog_any', [3, 3, 1]],
    ['shopify', [4, 1, 0]],
  ])('counts by %s', async (preset, expected) => {
    await put('other', [view(1), { event_name: 'click', at: 2 }, add(3)]);
    await put('phone', [view(1, { user_id: 'linh' })]);
    await put('laptop', [view(DAY, { user_id: 'linh' }), buy(20 * DAY, { user_id: 'linh' })]);
    await put('direct', [add(1), view(2), buy(3)]);
    await put('tablet', [add(2 * DAY, { user_id: 'linh' })]);
    const [found] = await warehouse.query(
      'shiny',
      'SELECT definition FROM dash.funnel_presets WHERE preset = $1',
      [preset],
    );
    expect(await counts({ ...(found?.['definition'] as object), steps: STEPS })).toEqual(expected);
  });
});

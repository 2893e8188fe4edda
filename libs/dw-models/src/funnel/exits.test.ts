import { aWarehouse, type TestWarehouse } from '../testing/a-warehouse';
import { momentOf, putDataUntil } from '../testing/funnel-journeys';
import { DAY, STEPS, add, buy, putSession, view, type Row } from '../testing/funnel-shop';

let warehouse: TestWarehouse;
const put = (session: string, events: readonly Row[], about?: object) =>
  putSession(warehouse, session, events, about);
const click = (name: string, at: number): Row => ({ event_name: name, at });

beforeAll(async () => {
  warehouse = await aWarehouse();
  await putDataUntil(warehouse, 11 * DAY);
});
beforeEach(() => warehouse.empty('clickstream_events', 'sessions'));
afterAll(() => warehouse.close());

/** Rows of those who left, as step, groups, next event and units. */
const exits = async (more: object = {}) =>
  (
    await warehouse.query('shiny', 'SELECT * FROM dash.funnel_exits($1, $2, $3)', [
      JSON.stringify({ steps: STEPS, ...more }),
      momentOf(0),
      momentOf(11 * DAY),
    ])
  ).map(({ step, group_1, next_event, units }) => [step, group_1, next_event, Number(units)]);

describe('dash.funnel_exits', () => {
  it('counts what those did next who left, and those who did nothing', async () => {
    await put('a', [view(1), click('search', 2), click('click', 3)]);
    await put('b', [view(1), click('search', 4)]);
    await put('c', [view(1), click('click', 2)]);
    await put('nothing', [view(1)]);
    await put('too late', [view(1), click('click', 2 + DAY)]);
    await put('from the cart', [view(1), add(2), click('remove', 3)]);
    await put('bought', [view(1), add(2), buy(3), click('click', 4)]);
    await put('pending', [view(10.5 * DAY), click('click', 10.5 * DAY + 1)]);
    expect(await exits()).toEqual([
      [1, null, 'search', 2],
      [1, null, null, 2],
      [1, null, 'click', 1],
      [2, null, 'remove', 1],
    ]);
  });

  it('names the five most frequent of each group', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'f'];
    for (const [n, name] of names.entries())
      await put(`mail ${n}`, [view(1), click(name, 2)], { channel: 'email' });
    await put('direct', [view(1), click('a', 2)]);
    const rows = await exits({ breakdown: ['channel'] });
    expect(rows.map(([, channel, name, units]) => `${channel} ${name} ${units}`)).toEqual([
      'direct a 1',
      ...['f 2', 'a 1', 'b 1', 'c 1', 'd 1'].map((one) => `email ${one}`),
    ]);
  });
});

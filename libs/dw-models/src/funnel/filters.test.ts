import { aWarehouse, type TestWarehouse } from '../testing/a-warehouse';
import { putDataUntil } from '../testing/funnel-journeys';
import { DAY, STEPS, add, askFunnel, putSession, view, type Row } from '../testing/funnel-shop';

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

describe('dash.funnel', () => {
  it('leaves out bots, and staff where it is asked to', async () => {
    await put('bot', [view(1, { is_bot: true })]);
    await put('staff', [view(1, { is_staff: true })]);
    await put('listed', [view(1, { user_id: 'owner' })]);
    await put('person', [view(1)]);
    await warehouse.query('admin', `INSERT INTO staff_users (user_id) VALUES ('owner')`);
    expect((await counts())[0]).toBe(3);
    expect((await counts({ traffic: 'shoppers' }))[0]).toBe(1);
    expect((await counts({ traffic: 'all' }))[0]).toBe(4);
  });

  it('filters and splits by where an attempt began', async () => {
    await put('a', [view(1, { page_path: '/x' }), add(2, { page_path: '/y' })], { channel: 'email' });
    await put('b', [view(1, { page_path: '/x' })], { device: 'desktop', login_state: 'member' });
    await put('c', [view(1, { page_path: '/z' })], { utm_campaign: 'tet' });
    expect(await counts({ filters: { channel: ['email', 'social'] } })).toEqual([1, 1, 0]);
    expect(await counts({ filters: { device: ['mobile'], campaign: ['tet'] } })).toEqual([1, 0, 0]);
    expect(await counts({ filters: { login_state: ['member'] } })).toEqual([1, 0, 0]);
    const groups = await ask({ breakdown: ['page', 'device'] });
    expect(groups.map(({ step, group_1, group_2, units }) => [group_1, group_2, step, units])).toEqual(
      [
        ['/x', 'desktop', 1, 0, 0],
        ['/x', 'mobile', 1, 1, 0],
        ['/z', 'mobile', 1, 0, 0],
      ].flatMap(([page, device, ...units]) =>
        units.map((count, index) => [page, device, index + 1, String(count)]),
      ),
    );
  });

  it('takes the conditions of a step', async () => {
    const red = { properties: { colour: 'red' } as never };
    await put('a', [
      view(1, { context_product_id: 'p', context_product_category: 'shoes', page_path: '/p/1', ...red }),
    ]);
    const first = async (condition: object) =>
      (await counts({ steps: [{ event: 'product_view', ...condition }, ...STEPS.slice(1)] }))[0];
    const matching = {
      product: { is: 'p' },
      category: { one_of: ['hats', 'shoes'] },
      page: { starts_with: '/p/' },
    };
    expect(await first({ ...matching, properties: { colour: { is: 'red' } } })).toBe(1);
    expect(await first({ ...matching, properties: { size: { starts_with: '' } } })).toBe(0);
    expect(await first({ product: { is: 'q' } })).toBe(0);
    expect(await first({ category: { one_of: ['hats'] } })).toBe(0);
    expect(await first({ page: { starts_with: '/q' } })).toBe(0);
  });
});

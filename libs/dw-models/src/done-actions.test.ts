import { aWarehouse, type TestWarehouse } from './testing/a-warehouse';

let warehouse: TestWarehouse;

beforeAll(async () => {
  warehouse = await aWarehouse();
});

afterAll(() => warehouse.close());

const PROMISE = {
  label: 'Aero',
  topic: 'product',
  counted_from: '2026-10-01',
  counted_to: '2026-10-30',
  login_state: 'all',
  traffic: 'people',
  currency: 'VND',
  gain: 30,
  gain_lower: 20,
  gain_upper: 40,
  part: 1,
  whole: 100,
  other_part: 9,
  other_whole: 90,
};

const COLUMNS = ['kind', 'key', 'seen', 'done_on', ...Object.keys(PROMISE)].join(', ');

/** Adds an entry on the product. @returns its number; undefined if another had come after `seen` */
async function enter(key: string, seen: number, entry: object): Promise<number | undefined> {
  const rows = await warehouse.query(
    'done',
    `INSERT INTO done_actions (${COLUMNS})
     SELECT ${COLUMNS} FROM jsonb_populate_record(NULL::done_actions, $1)
     ON CONFLICT DO NOTHING RETURNING entry_id`,
    [{ kind: 'product', key, seen, ...entry }],
  );
  return rows[0] && Number(rows[0]['entry_id']);
}

async function shown(key: string): Promise<Record<string, unknown>[]> {
  return warehouse.query(
    'shiny',
    `SELECT done_on::text, first_done_on::text, gain, newest_entry FROM dash.done_actions WHERE key = $1 ORDER BY action_id`,
    [key],
  );
}

describe('dash.done_actions', () => {
  it('shows the newest day of an action and the promise of the first entry', async () => {
    const first = await enter('moved', 0, { done_on: '2026-11-02', ...PROMISE });
    const second = await enter('moved', first ?? 0, { done_on: '2026-11-01' });
    expect(await shown('moved')).toEqual([
      { done_on: '2026-11-01', first_done_on: '2026-11-02', gain: '30', newest_entry: String(second) },
    ]);
  });

  it('keeps an action that was withdrawn, and the next promise of the same subject', async () => {
    const first = await enter('again', 0, { done_on: '2026-11-02', ...PROMISE });
    const second = await enter('again', first ?? 0, {});
    await enter('again', second ?? 0, { done_on: '2026-11-09', ...PROMISE, gain: 31 });
    expect(await shown('again')).toMatchObject([
      { done_on: null, gain: '30' },
      { done_on: '2026-11-09', gain: '31' },
    ]);
  });
});

it('takes one entry after each, so that a click that is sent twice counts once', async () => {
  expect(await enter('twice', 0, { done_on: '2026-11-02', ...PROMISE })).toEqual(expect.any(Number));
  expect(await enter('twice', 0, { done_on: '2026-11-02', ...PROMISE })).toBeUndefined();
});

it('refuses a day in the future, and a promise with a part missing', async () => {
  await expect(enter('bad', 0, { done_on: '2999-01-01', ...PROMISE })).rejects.toThrow('not_ahead');
  await expect(enter('bad', 0, { done_on: '2026-11-02', ...PROMISE, gain_lower: null })).rejects.toThrow(
    'whole_promise',
  );
});

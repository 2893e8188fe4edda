import { aWarehouse, type TestWarehouse } from './testing/a-warehouse';

let warehouse: TestWarehouse;

beforeEach(async () => {
  warehouse = await aWarehouse();
});

afterEach(() => warehouse.close());

/** A UUIDv7 with the given time. */
function idAt(time: string, tail = '000000000001'): string {
  const hex = Date.parse(time).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${tail}`;
}

async function insert(id: string): Promise<void> {
  await warehouse.query(
    'etl',
    `INSERT INTO clickstream_events (event_id, event_timestamp, event_name) VALUES ($1, now(), 'page_view')`,
    [id],
  );
}

async function ensure(first: string, last: string): Promise<number> {
  const [row] = await warehouse.query('etl', 'SELECT ensure_event_partitions($1, $2) AS created', [
    first,
    last,
  ]);
  return Number(row?.['created']);
}

async function partitionOf(id: string): Promise<unknown> {
  const [row] = await warehouse.query(
    'admin',
    'SELECT tableoid::regclass::text AS name FROM clickstream_events WHERE event_id = $1',
    [id],
  );
  return row?.['name'];
}

/** The first day of the month that many months from today. */
function monthFromNow(months: number): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1)).toISOString().slice(0, 10);
}

describe('ensure_event_partitions', () => {
  it('creates a partition for each month, once', async () => {
    expect(await ensure('2026-01-15', '2026-03-01')).toBe(3);
    expect(await ensure('2026-01-01', '2026-03-31')).toBe(0);
  });

  it('puts an event into the partition of its id, from the first millisecond of a month to its last', async () => {
    await ensure('2026-02-01', '2026-03-01');
    const first = idAt('2026-02-01T00:00:00.000Z', '000000000000');
    const last = idAt('2026-02-28T23:59:59.999Z', 'ffffffffffff');
    const next = idAt('2026-03-01T00:00:00.000Z', '000000000000');
    for (const id of [first, last, next]) await insert(id);
    expect(await Promise.all([first, last, next].map(partitionOf))).toEqual([
      'clickstream_events_2026_02',
      'clickstream_events_2026_02',
      'clickstream_events_2026_03',
    ]);
  });

  it('moves rows that waited in the default partition', async () => {
    const waiting = idAt('2026-02-10T10:00:00Z');
    const other = 'f47ac10b-58cc-4372-a567-0e02b2c3d479';
    await insert(waiting);
    await insert(other);
    expect(await partitionOf(waiting)).toBe('clickstream_events_default');
    expect(await ensure('2026-02-01', '2026-02-01')).toBe(1);
    expect(await partitionOf(waiting)).toBe('clickstream_events_2026_02');
    expect(await partitionOf(other)).toBe('clickstream_events_default');
  });

  it('keeps an id unique over all partitions', async () => {
    const id = idAt('2026-02-10T10:00:00Z');
    await insert(id);
    await ensure('2026-02-01', '2026-02-01');
    await expect(insert(id)).rejects.toThrow('duplicate key');
  });

  it('creates nothing for a time without web shops', async () => {
    expect(await ensure('1970-01-01', '1999-12-01')).toBe(0);
    expect(await ensure('2999-01-01', '9999-01-01')).toBe(0);
  });

  it('stays between five years back and one month ahead, however wide the requested range is', async () => {
    expect(await ensure('1970-01-01', '9999-01-01')).toBe(5 * 12 + 2);
    expect(await ensure(monthFromNow(1), monthFromNow(1))).toBe(0);
  });

  it('creates the indexes of the table on new partitions', async () => {
    await ensure('2026-02-01', '2026-02-01');
    const rows = await warehouse.query(
      'admin',
      `SELECT amname FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid JOIN pg_am ON pg_am.oid = relam
       WHERE indrelid = 'clickstream_events_2026_02'::regclass ORDER BY amname`,
    );
    expect(rows.map(({ amname }) => amname)).toEqual(['brin', 'brin', ...Array<string>(7).fill('btree')]);
  });
});

import { aWarehouse, type TestWarehouse } from './testing/a-warehouse';

let warehouse: TestWarehouse;

beforeAll(async () => {
  warehouse = await aWarehouse();
  await warehouse.query('etl', `SELECT ensure_event_partitions('2026-11-01', '2026-11-01')`);
});

afterAll(() => warehouse.close());

const A_ROW = `(event_id, event_timestamp, event_name) VALUES (gen_random_uuid(), now(), 'page_view')`;

describe('shiny_ro', () => {
  it.each([
    'clickstream_events',
    'sessions',
    'etl_objects',
    'carts',
    'orders',
    'identity_links',
    'identity_audit',
    'dash.session_visitors',
    'dash.freshness',
    'dash.carts_hourly',
    'dash.orders',
    'refunds',
    'dash.refunds',
    'dash.sessions',
    'sender_faults',
    'dash.sender_faults',
    'order_touches',
    'dash.order_credits',
    'dash.buyer_orders',
    'done_actions',
    'dash.done_actions',
    'dash.alerts',
    'dash.books_reconciled',
    'dash.books_daily',
    'dash.books_state',
  ])('reads %s', async (table) => {
    await expect(warehouse.query('shiny', `SELECT * FROM ${table}`)).resolves.toBeDefined();
  });

  it.each([
    `INSERT INTO clickstream_events ${A_ROW}`,
    'UPDATE sessions SET events = 0',
    'DELETE FROM activity_hourly',
    'TRUNCATE products',
    'DROP VIEW dash.freshness',
    `SELECT undo_identity_link('client', 'user', 'why')`,
    'CREATE TABLE mine (id integer)',
    'CREATE TEMPORARY TABLE mine (id integer)',
    `SELECT ensure_event_partitions('2026-10-01', '2026-10-01')`,
    `SELECT renew_order_touches('{o}')`,
    `INSERT INTO done_actions (kind, key, seen) VALUES ('product', 'k', 0)`,
    'SET ROLE shiny_done',
    `INSERT INTO saved_views (name, address) VALUES ('n', '?tab=time')`,
    'SET ROLE shiny_saved',
  ])('cannot: %s', async (sql) => {
    await expect(warehouse.query('shiny', sql)).rejects.toThrow(/permission denied|must be owner/);
  });
});

describe('etl_writer', () => {
  it.each([
    `INSERT INTO clickstream_events ${A_ROW}`,
    'DELETE FROM sessions',
    'DELETE FROM carts',
    'UPDATE orders SET completions = 0',
    'DELETE FROM refunds',
    'DELETE FROM sender_faults',
    'DELETE FROM order_touches',
    'UPDATE alerts SET over_at = now()',
    'DELETE FROM book_entries',
    `SELECT * FROM dash.reconcile_books('-infinity', 'infinity')`,
    'SELECT * FROM dash.books_state',
    `SELECT renew_touched_orders('{o}', '{s}', '{c}', '{-infinity}', '{infinity}', '{u}')`,
    'CREATE TEMPORARY TABLE staging (LIKE clickstream_events)',
    `SELECT nextval('etl_object_ids')`,
    'UPDATE ledger_hourly SET replayed = 1',
    'UPDATE etl_quarantine SET reason = reason, detail = detail, resolved_at = now()',
  ])('may: %s', async (sql) => {
    await expect(warehouse.query('etl', sql)).resolves.toBeDefined();
  });

  it.each([
    'DELETE FROM clickstream_events',
    'UPDATE clickstream_events SET user_id = NULL',
    'TRUNCATE clickstream_events',
    'DROP TABLE clickstream_events',
    'ALTER TABLE sessions ADD COLUMN extra text',
    'DELETE FROM etl_objects',
    'DELETE FROM identity_audit',
    `SELECT undo_identity_link('client', 'user', 'why')`,
    'DELETE FROM etl_quarantine',
    'DELETE FROM ledger_hourly',
    `UPDATE etl_quarantine SET raw = ''`,
    'DELETE FROM retention_runs',
    'DELETE FROM alerts',
    'UPDATE alerts SET score = 0',
    'CREATE TABLE mine (id integer)',
    'DROP TABLE migrations',
  ])('cannot: %s', async (sql) => {
    await expect(warehouse.query('etl', sql)).rejects.toThrow(/permission denied|must be owner/);
  });

  it('changes an event only for a copy that was received before it', async () => {
    await warehouse.query(
      'admin',
      `INSERT INTO etl_objects (object_key, object_id, hour, etag, size_bytes, lines, loaded, duplicates, quarantined, run_id)
       VALUES ('events/2026/11/02/09/a', 1, 'epoch', '', 0, 0, 0, 0, 0, 1),
         ('events/2026/11/02/10/b', 2, 'epoch', '', 0, 0, 0, 0, 0, 1)`,
    );
    const id = '019a4341-7f6a-7abc-8def-0123456789ab';
    await warehouse.query(
      'etl',
      `INSERT INTO clickstream_events (event_id, event_timestamp, event_name, source_object_id, source_line)
       VALUES ('${id}', now(), 'page_view', 2, 5)`,
    );
    const replacedBy = async (objectId: number, line: number) => {
      const rows = await warehouse.query(
        'etl',
        `SELECT replaced.* FROM clickstream_events AS stored,
           replace_later_copies(ARRAY[jsonb_populate_record(stored, $1)]) AS replaced
         WHERE stored.event_id = $2`,
        [{ event_name: 'copy', source_object_id: objectId, source_line: line }, id],
      );
      return rows.map(({ event_name }) => event_name);
    };
    expect(await replacedBy(2, 5)).toEqual([]);
    expect(await replacedBy(2, 6)).toEqual([]);
    expect(await replacedBy(3, 1)).toEqual([]);
    expect(await replacedBy(1, 9)).toEqual(['page_view']);
    expect(
      await warehouse.query('etl', 'SELECT event_name FROM clickstream_events WHERE event_id = $1', [id]),
    ).toEqual([{ event_name: 'copy' }]);
    await expect(warehouse.query('shiny', `SELECT replace_later_copies('{}')`)).rejects.toThrow(
      'permission denied',
    );
  });
});

describe('shiny_done', () => {
  it.each([
    `INSERT INTO done_actions (kind, key, seen) VALUES ('product', 'k', 0) ON CONFLICT DO NOTHING RETURNING entry_id`,
    'SELECT * FROM done_actions',
  ])('may: %s', async (sql) => {
    await expect(warehouse.query('done', sql)).resolves.toBeDefined();
  });

  it.each([
    'UPDATE done_actions SET done_on = NULL',
    'DELETE FROM done_actions',
    'TRUNCATE done_actions',
    'SELECT * FROM clickstream_events',
    'SELECT * FROM dash.done_actions',
    `INSERT INTO clickstream_events ${A_ROW}`,
    'CREATE TABLE mine (id integer)',
    'CREATE TEMPORARY TABLE mine (id integer)',
  ])('cannot: %s', async (sql) => {
    await expect(warehouse.query('done', sql)).rejects.toThrow(/permission denied|must be owner/);
  });
});

describe('shiny_saved', () => {
  it.each([
    `INSERT INTO saved_views (name, address) VALUES ('Mobile', '?tab=time') RETURNING view_id`,
    `UPDATE saved_views SET name = 'Phones' WHERE view_id = 1`,
    'SELECT * FROM saved_views',
    'DELETE FROM saved_views WHERE view_id = 1',
  ])('may: %s', async (sql) => {
    await expect(warehouse.query('saved', sql)).resolves.toBeDefined();
  });

  it.each([
    `UPDATE saved_views SET address = '?tab=today'`,
    'TRUNCATE saved_views',
    'SELECT * FROM clickstream_events',
    'SELECT * FROM done_actions',
    'SELECT * FROM dash.orders',
    'CREATE TABLE mine (id integer)',
    'CREATE TEMPORARY TABLE mine (id integer)',
  ])('cannot: %s', async (sql) => {
    await expect(warehouse.query('saved', sql)).rejects.toThrow(/permission denied|must be owner/);
  });

  it.each([
    ['', '?tab=time'],
    [' Mobile', '?tab=time'],
    ['a\nb', '?tab=time'],
    ['x'.repeat(81), '?tab=time'],
    ['Elsewhere', 'https://elsewhere.example'],
  ])('cannot save %p of %s', async (name, address) => {
    await expect(
      warehouse.query('saved', 'INSERT INTO saved_views (name, address) VALUES ($1, $2)', [name, address]),
    ).rejects.toThrow('violates check constraint');
  });

  it('cannot save two views of one name', async () => {
    const save = (name: string) =>
      warehouse.query('saved', `INSERT INTO saved_views (name, address) VALUES ($1, '?tab=time')`, [name]);
    await save('Twice');
    await expect(save('tWICE')).rejects.toThrow('saved_views_one_name');
  });
});

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
  ])('cannot: %s', async (sql) => {
    await expect(warehouse.query('shiny', sql)).rejects.toThrow(/permission denied|must be owner/);
  });
});

describe('etl_writer', () => {
  it.each([
    `INSERT INTO clickstream_events ${A_ROW}`,
    'DELETE FROM sessions',
    'DELETE FROM carts',
    'UPDATE orders SET refunds = 0',
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
    'CREATE TABLE mine (id integer)',
    'DROP TABLE migrations',
  ])('cannot: %s', async (sql) => {
    await expect(warehouse.query('etl', sql)).rejects.toThrow(/permission denied|must be owner/);
  });

  it('takes an event out only for a copy that was received before it', async () => {
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
    const takenOutFor = async (objectId: number, line: number) => {
      const rows = await warehouse.query('etl', 'SELECT * FROM take_out_later_copies($1, $2, $3)', [
        [id],
        [objectId],
        [line],
      ]);
      return rows.map(({ event_id }) => event_id);
    };
    expect(await takenOutFor(2, 5)).toEqual([]);
    expect(await takenOutFor(2, 6)).toEqual([]);
    expect(await takenOutFor(3, 1)).toEqual([]);
    expect(await takenOutFor(1, 9)).toEqual([id]);
    await expect(warehouse.query('shiny', `SELECT take_out_later_copies('{}', '{}', '{}')`)).rejects.toThrow(
      'permission denied',
    );
  });
});

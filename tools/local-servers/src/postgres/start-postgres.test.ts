import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';

import type { RunningServer } from '../running-server';
import { startPostgres } from './start-postgres';

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<Row>(sql);
  await client.end();
  return rows;
}

describe('startPostgres on a folder that is kept', () => {
  const password = 'with/odd @characters';
  const home = mkdtempSync(join(tmpdir(), 'start-postgres-test-'));
  const dataDir = join(home, 'data');
  let server: RunningServer;
  beforeAll(async () => {
    server = await startPostgres({ dataDir, password });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  });

  async function killServer(): Promise<void> {
    process.kill(server.process.keeperPid, 'SIGKILL');
    process.kill(server.process.pid, 'SIGKILL');
    await server.ended;
  }

  it('answers on 127.0.0.1 only and writes durably', async () => {
    expect(await query(server.url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(await query(server.url, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
  });

  it('has every committed row after everything was killed', async () => {
    await query(server.url, 'CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n');
    await killServer();
    server = await startPostgres({ dataDir, password });
    expect(await query(server.url, 'SELECT sum(n)::int AS sum FROM kept')).toEqual([{ sum: 500500 }]);
  });

  it('starts although the killed server is listed under a number that another process has now', async () => {
    await killServer();
    const lock = join(dataDir, 'postmaster.pid');
    const [, ...rest] = readFileSync(lock, 'utf8').split('\n');
    writeFileSync(lock, [process.pid, ...rest].join('\n'));
    server = await startPostgres({ dataDir, password });
    expect(await query(server.url, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 1000 }]);
  });

  it('reports data that was made with another password', async () => {
    await server.stop();
    await expect(startPostgres({ dataDir, password: 'another' })).rejects.toThrow(
      `PostgreSQL does not start on ${dataDir}: its superuser has another password`,
    );
    server = await startPostgres({ dataDir, password });
  });

  it('refuses a second server on the same data', async () => {
    await expect(startPostgres({ dataDir, password })).rejects.toThrow(
      `PostgreSQL already runs on ${dataDir} (process ${server.process.pid}).`,
    );
  });
});

describe('startPostgres without a folder', () => {
  it('leaves nothing behind', async () => {
    const server = await startPostgres();
    const [row] = await query<{ data_directory: string }>(server.url, 'SHOW data_directory');
    await server.stop();
    expect(existsSync(join(row?.data_directory ?? '/', '..'))).toBe(false);
  });

  it('works in a folder that other users cannot enter', async () => {
    const closed = mkdtempSync(join(tmpdir(), 'start-postgres-closed-'));
    const server = await startPostgres({ dataDir: join(closed, 'data'), password: 'x' });
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.stop();
    rmSync(closed, { recursive: true, force: true });
  });
});

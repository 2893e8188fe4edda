import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import pg from 'pg';

import { claimPort } from '../free-port';
import { startKept } from '../kept-process/start-kept';
import { runningServer, type RunningServer } from '../running-server';
import { waitUntil } from '../wait-until';
import { postgresBinaries } from './binaries';
import { clearStaleLock, createCluster, holdsCluster } from './data-folder';
import { durableSettings, throwAwaySettings, type PostgresSettings } from './settings';
import { postgresAccount } from './system-user';

export interface PostgresOptions {
  /**
   * Keeps its data here, made when absent. Default: a temporary folder that
   * goes when the server stops.
   */
  readonly dataDir?: string;
  /** Default: a free one. */
  readonly port?: number;
  /**
   * Of the superuser `postgres`; fixed when the data folder is made. Default: random, which
   * only suits temporary data.
   */
  readonly password?: string;
  /** Default: `postgres.log` next to the data. */
  readonly logFile?: string;
  /** On top of the built-in ones. */
  readonly settings?: PostgresSettings;
}

/**
 * Temporary errors: a port that was taken meanwhile, or children of a killed server that have not
 * yet released its memory.
 */
const PASSING_TROUBLE = /could not create any TCP|pre-existing shared memory/;
const ATTEMPTS = 5;
/** PostgreSQL's error code for a wrong password. */
const WRONG_PASSWORD = '28P01';

/**
 * Starts a PostgreSQL 18 server on 127.0.0.1 and returns once it answers. It ends with
 * this process, however this process ends. After a crash it recovers what was committed
 * from its write-ahead log.
 *
 * @returns with its address as superuser:
 *   `postgres://postgres:<password>@127.0.0.1:<port>/postgres`
 * @throws Error with one line about the reason when it cannot start
 */
export async function startPostgres(options: PostgresOptions = {}): Promise<RunningServer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOnce(options);
    } catch (error) {
      if (attempt === ATTEMPTS || !PASSING_TROUBLE.test(String(error))) throw error;
      await sleep(500 * attempt);
    }
  }
}

async function startOnce(options: PostgresOptions): Promise<RunningServer> {
  const { postgres } = postgresBinaries();
  const temporary = options.dataDir === undefined;
  const home = options.dataDir
    ? dirname(resolve(options.dataDir))
    : mkdtempSync(join(tmpdir(), 'clickstream-postgres-'));
  mkdirSync(home, { recursive: true });
  const dataFolder = join(realpathSync(home), basename(options.dataDir ?? 'data'));
  const logFile = options.logFile ?? `${dataFolder}.log`;
  const password = options.password ?? randomBytes(16).toString('hex');

  const account = postgresAccount([postgres, temporary ? home : dataFolder]);
  if (temporary && account.owner) chownSync(home, account.owner.uid, account.owner.gid);
  if (holdsCluster(dataFolder)) clearStaleLock(dataFolder);
  else await createCluster(dataFolder, password, account);

  const port = await claimPort(options.port);
  const settings = { ...(temporary ? throwAwaySettings : durableSettings), ...options.settings };
  const [command = '', ...args] = [
    ...account.prefix,
    postgres,
    ...['-D', dataFolder, '-p', String(port)],
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const kept = await startKept({
    command,
    args,
    logFile,
    cwd: '/',
    runAs: account.runAs,
    // A fast shutdown rolls back what is open and writes a checkpoint;
    // throw-away data needs neither.
    stopSignal: temporary ? 'SIGQUIT' : 'SIGINT',
    graceMilliseconds: 30_000,
    removeFolders: temporary ? [home] : [],
  });
  const url = `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
  let refused = false;
  const isReady = () =>
    answers(url).catch((error: { code?: string }) => (refused = error.code === WRONG_PASSWORD));
  if ((await waitUntil(isReady, kept.ended)) && !refused) return runningServer(url, port, kept);
  const { lastOutput } = await kept.stop();
  const reason = refused ? 'its superuser has another password' : lastOutput;
  throw new Error(`PostgreSQL does not start on ${dataFolder}: ${reason}`);
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } finally {
    await client.end().catch(() => undefined);
  }
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts, startLocalCloud, type LocalCloudOptions } from '@clickstream/local-cloud';
import pg from 'pg';
import { storedEvents, type StoredEvent } from './stored-events';

export interface CloudUnderTest {
  readonly shopUrl: string;
  readonly apiUrl: string;
  /** Fails in a cloud without dashboards. */
  readonly dashboardUrl: string;
  /** The shop's database, as the storefront opens it. */
  readonly shopDatabaseUrl: string;
  /** Everything that ingest has stored. */
  stored(): Promise<StoredEvent[]>;
  /** Asks the warehouse as its owner. */
  sql<Row>(text: string, values?: unknown[]): Promise<Row[]>;
  stop(): Promise<void>;
}

/**
 * A complete, empty local cloud on its own ports and in its own folder.
 *
 * @param parts `storefront: 'none'` for tests with their own pages, which need no further build:
 *   Nx has made the Lambdas before the tests begin
 */
export async function aCloud(
  parts: Pick<LocalCloudOptions, 'storefront' | 'dashboards' | 'eventWaitSeconds'> = {},
  consentByDefault: 'ask' | 'granted' = 'granted',
): Promise<CloudUnderTest> {
  // Its shoppers answer the notice only where a test is about that.
  process.env.CONSENT_BY_DEFAULT = consentByDefault;
  const stateFolder = mkdtempSync(join(tmpdir(), 'clickstream-e2e-'));
  const cloud = await startLocalCloud({
    stateFolder,
    ports: await freePorts(),
    sampleDays: 0,
    etlIntervalSeconds: 2,
    corsOrigins: [],
    build: parts.storefront !== 'none',
    ...parts,
  });
  const addressOf = (name: string): string => {
    const address = cloud.env[name];
    if (address === undefined) throw new Error(`${name} is missing. ${cloud.dashboardsOff ?? ''}`);
    return address;
  };
  const warehouse = new pg.Pool({ connectionString: addressOf('DW_ADMIN_URL'), max: 2 });
  return {
    shopUrl: addressOf('STOREFRONT_URL'),
    apiUrl: addressOf('API_URL'),
    get dashboardUrl() {
      return `${addressOf('SHINY_URL')}/sbw_dashboard/`;
    },
    shopDatabaseUrl: addressOf('WEB_DB_URL'),
    stored: () => storedEvents(cloud.env),
    sql: async <Row>(text: string, values: unknown[] = []) =>
      (await warehouse.query(text, values)).rows as Row[],
    async stop() {
      await warehouse.end();
      await cloud.stop();
      rmSync(stateFolder, { recursive: true, force: true });
    },
  };
}

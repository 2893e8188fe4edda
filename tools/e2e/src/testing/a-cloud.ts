import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts, startLocalCloud, type LocalCloudOptions } from '@clickstream/local-cloud';
import pg from 'pg';

export interface CloudUnderTest {
  readonly shopUrl: string;
  readonly apiUrl: string;
  readonly dashboardUrl: string;
  /** The shop's database, as the storefront opens it. */
  readonly shopDatabaseUrl: string;
  /** Asks the warehouse as its owner. */
  sql<Row>(text: string, values?: unknown[]): Promise<Row[]>;
  stop(): Promise<void>;
}

/**
 * A complete, empty local cloud on its own ports and in its own folder.
 *
 * @param storefront `none` for tests with their own pages
 */
export async function aCloud(storefront: LocalCloudOptions['storefront'] = 'start'): Promise<CloudUnderTest> {
  // Its shoppers answer the notice only where a test is about that.
  process.env.CONSENT_BY_DEFAULT = 'granted';
  const stateFolder = mkdtempSync(join(tmpdir(), 'clickstream-e2e-'));
  const cloud = await startLocalCloud({
    stateFolder,
    ports: await freePorts(),
    sampleDays: 0,
    etlIntervalSeconds: 2,
    corsOrigins: [],
    storefront,
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
    dashboardUrl: `${addressOf('SHINY_URL')}/sbw_dashboard/`,
    shopDatabaseUrl: addressOf('WEB_DB_URL'),
    sql: async <Row>(text: string, values: unknown[] = []) =>
      (await warehouse.query(text, values)).rows as Row[],
    async stop() {
      await warehouse.end();
      await cloud.stop();
      rmSync(stateFolder, { recursive: true, force: true });
    },
  };
}

import { join } from 'node:path';
import { runningServer, startKept } from '@clickstream/local-servers';
import { stateFiles, TYPESCRIPT, WORKSPACE, type LocalCloudConfig } from '../config';
import type { EtlResult } from '../etl-schedule/run-until-done';
import type { Service } from '../supervisor/supervisor';
import { local, objectStoreEnv } from './cloud-env';

/** Addresses of the warehouse and of the shop, whose books are closed before each run. */
export interface EtlUrls {
  readonly etlUrl: string;
  readonly shopUrl: string;
}

function etlProgram(config: LocalCloudConfig, { etlUrl, shopUrl }: EtlUrls, args: readonly string[]) {
  return {
    command: process.execPath,
    args: ['--import', TYPESCRIPT, join(import.meta.dirname, '../etl-schedule/serve.ts'), ...args],
    cwd: WORKSPACE,
    env: {
      ...process.env,
      ...objectStoreEnv(config.ports),
      DW_ETL_URL: etlUrl,
      WEB_DB_URL: shopUrl,
      CLICKSTREAM_ENDPOINT: `${local(config.ports.httpApi)}/clickstream`,
      ETL_BUNDLE: join(WORKSPACE, 'apps/etl-lambda/dist/handler.cjs'),
      ETL_INTERVAL_SECONDS: String(config.etlIntervalSeconds),
    },
    logFile: stateFiles(config.stateFolder).log('etl'),
  };
}

/** The ETL Lambda and its schedule. */
export function etlService(config: LocalCloudConfig, urls: EtlUrls): Service {
  const program = etlProgram(config, urls, []);
  return {
    name: 'SBW_Lamda_ETL',
    logFile: program.logFile,
    // It has no address: it is up when its process is.
    start: async () => runningServer('', 0, await startKept(program)),
  };
}

/**
 * Loads everything that is in the bucket now.
 *
 * @throws Error with the end of its log when the ETL fails
 */
export async function runEtlOnce(config: LocalCloudConfig, urls: EtlUrls): Promise<EtlResult> {
  const program = etlProgram(config, urls, ['--once']);
  const { code, lastOutput } = await (await startKept(program)).ended;
  const result = /\{[^{}]*\}$/.exec(lastOutput);
  if (code !== 0 || !result) throw new Error(`The ETL failed: ${lastOutput} (its log is ${program.logFile})`);
  return JSON.parse(result[0]) as EtlResult;
}

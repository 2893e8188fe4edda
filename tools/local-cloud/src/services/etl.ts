import { join } from 'node:path';
import { runningServer, startKept } from '@clickstream/local-servers';
import { stateFiles, TYPESCRIPT, WORKSPACE, type LocalCloudConfig } from '../config';
import type { EtlResult } from '../etl-schedule/run-until-done';
import type { Service } from '../supervisor/supervisor';
import { objectStoreEnv } from './cloud-env';

function etlProgram(config: LocalCloudConfig, etlUrl: string, args: readonly string[]) {
  return {
    command: process.execPath,
    args: ['--import', TYPESCRIPT, join(import.meta.dirname, '../etl-schedule/serve.ts'), ...args],
    cwd: WORKSPACE,
    env: {
      ...process.env,
      ...objectStoreEnv(config.ports),
      DW_ETL_URL: etlUrl,
      ETL_BUNDLE: join(WORKSPACE, 'apps/etl-lambda/dist/handler.cjs'),
      ETL_INTERVAL_SECONDS: String(config.etlIntervalSeconds),
    },
    logFile: stateFiles(config.stateFolder).log('etl'),
  };
}

/** The ETL Lambda and its schedule. */
export function etlService(config: LocalCloudConfig, etlUrl: string): Service {
  const program = etlProgram(config, etlUrl, []);
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
export async function runEtlOnce(config: LocalCloudConfig, etlUrl: string): Promise<EtlResult> {
  const program = etlProgram(config, etlUrl, ['--once']);
  const { code, lastOutput } = await (await startKept(program)).ended;
  const result = /\{[^{}]*\}$/.exec(lastOutput);
  if (code !== 0 || !result) throw new Error(`The ETL failed: ${lastOutput} (its log is ${program.logFile})`);
  return JSON.parse(result[0]) as EtlResult;
}

import { join, resolve } from 'node:path';
import { optional, wholeNumber, type Variable } from '@clickstream/lambda-runtime/config';
import { readCorsOrigins } from './http-api/cors-origins';
import { PORT_SETTINGS, type ServiceId, type Ports } from './supervisor/ports';

/** The root of the repository. */
export const WORKSPACE = resolve(import.meta.dirname, '../../..');

/** Module that lets Node run TypeScript. */
export const TYPESCRIPT = join(WORKSPACE, 'tools/workspace/typescript.mjs');

type Numbers<Key extends string> = Readonly<Record<Key, Variable<number>>>;

const PORTS = Object.fromEntries(
  Object.entries(PORT_SETTINGS).map(([service, { variable, port }]) => [
    service,
    wholeNumber(variable, 'Port on 127.0.0.1.', { otherwise: port, least: 1, most: 65_535 }),
  ]),
) as Numbers<ServiceId>;

/** Settings of `npm start`. */
export const VARIABLES = {
  ...PORTS,
  stateFolder: optional(
    'LOCAL_STATE_DIR',
    'Folder in which npm start keeps everything, relative to the repository or absolute.',
    '.local',
  ),
  sampleDays: wholeNumber(
    'SAMPLE_DAYS',
    'Days of simulated shoppers that the first start brings; 0 for none.',
    {
      otherwise: 30,
      most: 3650,
    },
  ),
  etlIntervalSeconds: wholeNumber('ETL_INTERVAL_SECONDS', 'Seconds between two runs of the ETL.', {
    otherwise: 30,
    least: 1,
    most: 86_400,
  }),
  corsOrigins: optional(
    'CORS_ORIGINS',
    "Origins, separated by commas, that may send events in addition to the storefront's; * for all.",
  ),
};

export interface LocalCloudConfig {
  /** Folder of all state (`LOCAL_STATE_DIR`, default `.local` in the repository). */
  readonly stateFolder: string;
  readonly ports: Ports;
  /**
   * Days of simulated shoppers that the first start loads (`SAMPLE_DAYS`, default 30; 0 = none).
   */
  readonly sampleDays: number;
  /** Seconds between two runs of the ETL (`ETL_INTERVAL_SECONDS`, default 30). */
  readonly etlIntervalSeconds: number;
  /**
   * Origins that may send events in addition to the storefront's (`CORS_ORIGINS`,
   * separated by commas; `*` = all).
   */
  readonly corsOrigins: readonly string[];
}

/**
 * Reads the configuration from the environment.
 *
 * @throws Error that names every variable with an impossible value
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): LocalCloudConfig {
  const problems: string[] = [];
  const integer = ({ name, otherwise = '', takes, parse }: Variable<number>): number => {
    const text = env[name] || otherwise;
    const value = parse(text);
    if (value === undefined) problems.push(`${name} must be ${takes}, not "${text}"`);
    return value ?? Number(otherwise);
  };
  const origins = (): readonly string[] => {
    try {
      return readCorsOrigins(env['CORS_ORIGINS']);
    } catch (error) {
      problems.push((error as Error).message);
      return [];
    }
  };
  const ports = Object.fromEntries(
    Object.entries(PORTS).map(([service, variable]) => [service, integer(variable)]),
  ) as Record<ServiceId, number>;
  const config: LocalCloudConfig = {
    // npm runs scripts in the repository, whatever folder they were called from.
    stateFolder: resolve(WORKSPACE, env['LOCAL_STATE_DIR'] || '.local'),
    ports,
    sampleDays: integer(VARIABLES.sampleDays),
    etlIntervalSeconds: integer(VARIABLES.etlIntervalSeconds),
    corsOrigins: origins(),
  };
  if (problems.length > 0) throw new Error(`${problems.join('; ')}.`);
  return config;
}

/** The files in a state folder. */
export function stateFiles(stateFolder: string) {
  return {
    env: join(stateFolder, 'env'),
    log: (name: string) => join(stateFolder, 'logs', `${name}.log`),
    processes: join(stateFolder, 'processes.json'),
    devProcesses: join(stateFolder, 'processes-dev.json'),
    sample: join(stateFolder, 'sample.json'),
    sampleTruth: join(stateFolder, 'sample-truth.json'),
    secrets: join(stateFolder, 'secrets.json'),
    shopDatabase: join(stateFolder, 'clickstream_web'),
    warehouse: join(stateFolder, 'clickstream_dw'),
    objects: join(stateFolder, 's3'),
    accounts: join(stateFolder, 'cognito'),
  };
}

/** Configuration of the ETL, from the environment. */
export interface EtlConfig {
  /** Name of the bucket with the raw objects, from `RAW_BUCKET`. */
  readonly bucket: string;
  /** postgres:// address of clickstream_dw with the role etl_writer, from `DW_ETL_URL`. */
  readonly warehouseUrl: string;
  /** On AWS instead: the folder of Parameter Store with the warehouse's host and passwords, from `DW_PARAMETERS`. */
  readonly warehouseParameters: string;
  /** Whether buckets are in the path of an address, as servers other than AWS want it; from `S3_FORCE_PATH_STYLE`. */
  readonly forcePathStyle: boolean;
  /** Pages of 1,000 keys that one run's sweep of the whole bucket may list, from `ETL_SWEEP_PAGES`. */
  readonly sweepPages: number;
  /** Where CloudWatch keeps the metrics of this stage, from `METRIC_NAMESPACE`. */
  readonly metricNamespace: string;
  /** Hosts of payment and sign-in that bring nobody, beside those that are known; from `RETURN_HOSTS`, by commas. */
  readonly returnHosts: readonly string[];
  /** Time kept free before the deadline, from `ETL_RESERVE_SECONDS`. */
  readonly reserveMilliseconds: number;
}

const DEFAULT_SWEEP_PAGES = 1000;
const DEFAULT_RESERVE_SECONDS = 60;
const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;
const DEFAULT_METRIC_NAMESPACE = 'Clickstream';

/**
 * Reads the configuration. The SDK reads `AWS_REGION` and `AWS_ENDPOINT_URL_S3` itself.
 *
 * @throws Error that names everything that is missing or not a number, at once
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): EtlConfig {
  const faults = ['RAW_BUCKET', 'AWS_REGION', env['DW_PARAMETERS'] ? [] : 'DW_ETL_URL']
    .flat()
    .filter((name) => !env[name]);
  const wholeNumber = (name: string, otherwise: number): number => {
    const value = Number(env[name] || otherwise);
    if (!Number.isSafeInteger(value) || value < 0) faults.push(`${name} (a whole number)`);
    return value;
  };
  const returnHosts = (text: string): string[] => {
    const hosts = text
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean);
    if (!hosts.every((host) => HOST.test(host)))
      faults.push('RETURN_HOSTS (hosts such as pay.bank.example, by commas)');
    return hosts;
  };
  const config = {
    bucket: env['RAW_BUCKET'] ?? '',
    warehouseUrl: env['DW_ETL_URL'] ?? '',
    warehouseParameters: env['DW_PARAMETERS'] ?? '',
    forcePathStyle: env['S3_FORCE_PATH_STYLE'] === 'true',
    sweepPages: wholeNumber('ETL_SWEEP_PAGES', DEFAULT_SWEEP_PAGES),
    metricNamespace: env['METRIC_NAMESPACE'] || DEFAULT_METRIC_NAMESPACE,
    returnHosts: returnHosts(env['RETURN_HOSTS'] ?? ''),
    reserveMilliseconds: wholeNumber('ETL_RESERVE_SECONDS', DEFAULT_RESERVE_SECONDS) * 1000,
  };
  if (faults.length > 0)
    throw new Error(
      `Set these environment variables, or run npm start, which writes them to .local/env: ${faults.join(', ')}.`,
    );
  return config;
}

/** The folder of the local cloud, relative to the workspace or absolute, from `LOCAL_STATE_DIR`. */
export function localStateFolder(env: NodeJS.ProcessEnv = process.env): string {
  return env['LOCAL_STATE_DIR'] || '.local';
}

/** Settings of the commands, from the environment. */
export interface CommandConfig {
  /** Name of the bucket with the raw objects, from `RAW_BUCKET`. */
  readonly bucket: string;
  /** postgres:// address of clickstream_dw with the role etl_writer, from `DW_ETL_URL`. */
  readonly warehouseUrl: string;
  /** Whether buckets are in the path of an address, as servers other than AWS want it; from `S3_FORCE_PATH_STYLE`. */
  readonly forcePathStyle: boolean;
  /** Pages of 1,000 keys that a rebuild may list, from `ETL_SWEEP_PAGES`. */
  readonly sweepPages: number;
  /** Hosts of payment and sign-in that bring nobody, beside those that are known; from `RETURN_HOSTS`, by commas. */
  readonly returnHosts: readonly string[];
}

const DEFAULT_SWEEP_PAGES = 1000;
const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/**
 * Reads the settings of commands that read the bucket. The SDK reads `AWS_REGION` and `AWS_ENDPOINT_URL_S3` itself.
 *
 * @throws Error that names everything that is missing or wrong, at once
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): CommandConfig {
  const faults = ['RAW_BUCKET', 'AWS_REGION', 'DW_ETL_URL'].filter((name) => !env[name]);
  const sweepPages = Number(env['ETL_SWEEP_PAGES'] || DEFAULT_SWEEP_PAGES);
  if (!Number.isSafeInteger(sweepPages) || sweepPages < 0) faults.push('ETL_SWEEP_PAGES (a whole number)');
  const returnHosts = (env['RETURN_HOSTS'] ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  if (!returnHosts.every((host) => HOST.test(host)))
    faults.push('RETURN_HOSTS (hosts such as pay.bank.example, by commas)');
  if (faults.length > 0)
    throw new Error(
      `Set these environment variables, or run npm start, which writes them to .local/env: ${faults.join(', ')}.`,
    );
  return {
    bucket: env['RAW_BUCKET'] ?? '',
    warehouseUrl: env['DW_ETL_URL'] ?? '',
    forcePathStyle: env['S3_FORCE_PATH_STYLE'] === 'true',
    sweepPages,
    returnHosts,
  };
}

/**
 * The address of the warehouse alone, for tools that do not touch the bucket.
 *
 * @throws Error that names the variable when it is not set
 */
export function readWarehouseUrl(env: NodeJS.ProcessEnv = process.env): string {
  const url = env['DW_ETL_URL'];
  if (!url) throw new Error('Set DW_ETL_URL, or run npm start, which writes it to .local/env.');
  return url;
}

/**
 * The address of the warehouse with the role dw_admin, for tools that remove events.
 *
 * @throws Error that names the variable when it is not set
 */
export function readAdminUrl(env: NodeJS.ProcessEnv = process.env): string {
  const url = env['DW_ADMIN_URL'];
  if (!url) throw new Error('Set DW_ADMIN_URL, or run npm start, which writes it to .local/env.');
  return url;
}

/** The folder of the local cloud, relative to the workspace or absolute, from `LOCAL_STATE_DIR`. */
export function localStateFolder(env: NodeJS.ProcessEnv = process.env): string {
  return env['LOCAL_STATE_DIR'] || '.local';
}

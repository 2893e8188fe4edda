import { buildWhatRuns } from './build/build-what-runs';
import { stateFiles, type LocalCloudConfig } from './config';
import { local } from './services/cloud-env';
import { dashboardsService, whyNoDashboards } from './services/dashboards';
import { etlService } from './services/etl';
import { httpApiService } from './services/http-api';
import { startShopStores, startWarehouse, type StartContext } from './services/start-data-stores';
import { storefrontService } from './services/storefront';
import { silentProgress, type Progress } from './progress';
import { bringSample } from './sample/bring-sample';
import { writeEnvFile, type CloudEnv } from './state/env-file';
import { ensureSecrets } from './state/secrets';
import { occupyState } from './supervisor/occupy-state';
import type { ServiceId } from './supervisor/ports';
import { Supervisor } from './supervisor/supervisor';

export interface LocalCloudOptions extends LocalCloudConfig {
  /** Starts the warehouse, its ETL, sample shoppers and dashboards, too; default true. */
  readonly analytics?: boolean;
  /** Starts the dashboards with the warehouse; default true. */
  readonly dashboards?: boolean;
  /** Seconds that events wait in a browser; default 2, for a developer who looks at once. */
  readonly eventWaitSeconds?: number;
  /** False if the caller has just built what runs; default true. */
  readonly build?: boolean;
  /**
   * `start` serves the build (default), `dev` rebuilds what changes, `none`
   * leaves the shop to the caller.
   */
  readonly storefront?: 'start' | 'dev' | 'none';
  /** Default: silent. */
  readonly progress?: Progress;
  /** Ends the start early: everything is stopped again. */
  readonly signal?: AbortSignal;
}

export interface LocalCloud {
  /** Content of the `env` file. */
  readonly env: CloudEnv;
  /** Reason for which the dashboards are off; undefined when they run. */
  readonly dashboardsOff: string | undefined;
  /**
   * Resolves when it must be stopped; with one line when that is because a
   * service cannot be kept running.
   */
  readonly over: Promise<string | undefined>;
  stop(): Promise<void>;
}

/**
 * Starts local counterparts of the AWS services, and returns once all of them answer. Everything
 * ends with this process, however this process ends; `stop` ends it in order.
 *
 * @throws Error with one line about the problem; nothing keeps running then
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const { stateFolder, ports, progress = silentProgress } = options;
  const { records, survivors, release } = await occupyState(stateFolder, ports, servicesOf(options));
  if (survivors.length > 0) progress.say(`Stopped processes of an earlier start: ${survivors.join(', ')}`);
  const supervisor = new Supervisor({ records, say: progress.say });
  const stop = async () => {
    await supervisor.stop();
    release();
  };
  try {
    const secrets = ensureSecrets(stateFiles(stateFolder).secrets);
    const start = startServices(options, { config: options, secrets, supervisor, progress });
    const { env, dashboardsOff } = await orAborted(start, options.signal);
    return { env, dashboardsOff, over: supervisor.over, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function servicesOf(options: LocalCloudOptions): ServiceId[] {
  const { analytics = true, dashboards = true, storefront = 'start' } = options;
  return [
    ...(storefront === 'none' ? [] : (['storefront'] as const)),
    ...(['httpApi', 'objectStore', 'signIn', 'shopDatabase'] as const),
    ...(analytics ? (['warehouse'] as const) : []),
    ...(analytics && dashboards ? (['dashboards'] as const) : []),
  ];
}

async function startServices(
  options: LocalCloudOptions,
  context: StartContext,
): Promise<Pick<LocalCloud, 'env' | 'dashboardsOff'>> {
  const { stateFolder, ports, analytics = true, storefront = 'start' } = options;
  const hasDashboards = analytics && (options.dashboards ?? true);
  const { supervisor, progress } = context;
  const projects = [
    'ingest-lambda',
    ...(analytics ? ['etl-lambda'] : []),
    ...(storefront === 'start' ? ['storefront'] : []),
  ];
  const warehouse = analytics ? startWarehouse(context) : undefined;
  const dashboards = async () => {
    const whyOff = await whyNoDashboards();
    const addresses = await warehouse;
    if (!addresses || whyOff) return whyOff;
    await progress.step(`R Shiny on 127.0.0.1:${ports.dashboards}`, () =>
      supervisor.start(dashboardsService(options, addresses)),
    );
    return undefined;
  };
  const [shopEnv, warehouseEnv, dashboardsOff] = await Promise.all([
    startShopStores(context),
    warehouse,
    hasDashboards ? dashboards() : undefined,
    options.build === false
      ? undefined
      : progress.step(`Build of ${projects.join(', ')}`, () => buildWhatRuns(stateFolder, projects)),
  ]);
  const api = local(ports.httpApi);
  const env: CloudEnv = {
    ...warehouseEnv,
    ...shopEnv,
    API_URL: api,
    CLICKSTREAM_ENDPOINT: `${api}/clickstream`,
    EVENT_WAIT_SECONDS: String(options.eventWaitSeconds ?? 2),
    // Of nobody: the checkout offers transfers, and shows their code.
    SHOP_BANK_ACCOUNT: '970403 0011012345678 SBW Example',
    // Takes no money: each of its cards ends in another way.
    PAYMENT_PROVIDER: 'test',
    PAYMENT_SECRET: 'secret-of-the-test-provider',
    STOREFRONT_URL: local(ports.storefront),
    SHOP_URL: local(ports.storefront),
    ...(hasDashboards && !dashboardsOff ? { SHINY_URL: local(ports.dashboards) } : {}),
  };
  const shop = async () => {
    if (storefront === 'none') return;
    const service = storefrontService(options, env, storefront);
    await progress.step(`Storefront on 127.0.0.1:${ports.storefront}`, () => supervisor.start(service));
  };
  const httpApi = () =>
    progress.step(`clickstream-http-api on 127.0.0.1:${ports.httpApi}`, () =>
      supervisor.start(httpApiService(options)),
    );
  await Promise.all([httpApi(), shop()]);
  if (warehouseEnv?.['DW_ETL_URL']) {
    const urls = { etlUrl: warehouseEnv['DW_ETL_URL'], shopUrl: shopEnv['WEB_DB_URL'] ?? '' };
    await bringSample(options, urls, progress);
    await supervisor.start(etlService(options, urls));
  }
  writeEnvFile(stateFiles(stateFolder).env, env);
  return { env, dashboardsOff };
}

/** The work's result, unless the signal comes first. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('The start was interrupted.')));
    work.then(resolve, reject);
  });
}

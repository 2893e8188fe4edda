import { createRequire } from 'node:module';
import { join } from 'node:path';
import { stateFiles, WORKSPACE, type LocalCloudConfig } from '../config';
import type { CloudEnv } from '../state/env-file';
import type { Service } from '../supervisor/supervisor';
import { webServerService } from './web-server';

/**
 * The shop.
 *
 * @param env environment of the storefront: endpoint of events, database, sign-in
 * @param mode `dev` rebuilds on changes, `start` serves the build
 */
export function storefrontService(
  { stateFolder, ports }: LocalCloudConfig,
  env: CloudEnv,
  mode: 'start' | 'dev' = 'start',
): Service {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  return webServerService({
    name: 'Storefront',
    logFile: stateFiles(stateFolder).log(mode === 'dev' ? 'storefront-dev' : 'storefront'),
    port: ports.storefront,
    command: process.execPath,
    args: [next, mode, '--hostname', '127.0.0.1', '--port', String(ports.storefront)],
    cwd: join(WORKSPACE, 'apps/storefront'),
    env: { ...process.env, ...env, NEXT_TELEMETRY_DISABLED: '1' },
    readyPath: '/',
  });
}

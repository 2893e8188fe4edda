import { join } from 'node:path';
import { stateFiles, TYPESCRIPT, WORKSPACE, type LocalCloudConfig } from '../config';
import type { Service } from '../supervisor/supervisor';
import { devPort, objectStoreEnv } from './cloud-env';
import { webServerService } from './web-server';

/** clickstream-http-api with the ingest Lambda behind it. */
export function httpApiService({ stateFolder, ports, corsOrigins }: LocalCloudConfig): Service {
  return webServerService({
    name: 'clickstream-http-api',
    logFile: stateFiles(stateFolder).log('http-api'),
    port: ports.httpApi,
    command: process.execPath,
    args: ['--import', TYPESCRIPT, join(import.meta.dirname, '../http-api/serve.ts')],
    cwd: WORKSPACE,
    env: {
      ...process.env,
      ...objectStoreEnv(ports),
      API_PORT: String(ports.httpApi),
      STOREFRONT_PORTS: [ports.storefront, devPort(ports)].join(','),
      CORS_ORIGINS: corsOrigins.join(','),
      INGEST_BUNDLE: join(WORKSPACE, 'apps/ingest-lambda/dist/handler.cjs'),
    },
    readyPath: '/health',
  });
}

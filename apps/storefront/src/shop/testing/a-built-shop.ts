import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createShop,
  createShopDataSource,
  createShopDatabase,
  migrateShop,
  seedShop,
  type ShopOperations,
} from '@clickstream/shop-models';
import type { CognitoConfig } from '../../config';

/** Nobody signs in. */
const NO_COGNITO = { url: 'http://127.0.0.1:1', clientId: 'client', userPoolId: 'local_pool' };
const PROJECT = resolve(import.meta.dirname, '../../..');

type Pool = Pick<CognitoConfig, 'url' | 'clientId' | 'userPoolId'>;

export interface BuiltShop {
  /** The operations of the shop behind the pages, to fill carts with. */
  readonly shop: ShopOperations;
  /** Asks the shop's database. */
  sql<Row>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Requests a page as a browser with these cookies, without following redirects. */
  get(path: string, cookie?: string): Promise<Response>;
  /** Sends a form of a page, as a browser without JavaScript does. */
  post(path: string, form: Record<string, string>, from: Sender): Promise<Response>;
  /** Sends anything to an address of the shop, without following redirects. */
  send(path: string, request: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

/** The browser of a request: its cookies, and the site whose page it shows. */
export interface Sender {
  readonly cookie?: string;
  /** Default: the shop itself. */
  readonly origin?: string;
}

/**
 * The shop as `next build` made it, over a new database.
 *
 * @param env more settings of the storefront
 */
export async function aBuiltShop(
  cognito: Pool = NO_COGNITO,
  env: Record<string, string> = {},
): Promise<BuiltShop> {
  if (!existsSync(resolve(PROJECT, '.next/BUILD_ID'))) throw new Error('Run npx nx build storefront first.');
  const name = `storefront_${randomBytes(6).toString('hex')}`;
  const server = process.env.TEST_POSTGRES_URL ?? '';
  const urls = await createShopDatabase(server, { shop_admin: 'admin', shop_app: 'app' }, name);
  await migrateShop(urls.shop_admin);
  await seedShop(urls.shop_admin);
  const dataSource = await createShopDataSource(urls.shop_app, { connections: 2 }).initialize();
  const { url, stop } = await startNext({
    WEB_DB_URL: urls.shop_app,
    CLICKSTREAM_ENDPOINT: 'http://127.0.0.1:1/clickstream',
    SHOP_URL: 'https://shop.example',
    COGNITO_URL: cognito.url,
    COGNITO_CLIENT_ID: cognito.clientId,
    COGNITO_USER_POOL_ID: cognito.userPoolId,
    ...env,
  });
  return {
    shop: createShop(dataSource),
    sql: <Row>(text: string, values?: unknown[]) => dataSource.query<Row[]>(text, values),
    get: (path, cookie = '') => fetch(url + path, { headers: { cookie }, redirect: 'manual' }),
    post(path, form, { cookie = '', origin = url }) {
      const body = new FormData();
      for (const [name, value] of Object.entries(form)) body.set(name, value);
      return fetch(url + path, { method: 'POST', body, headers: { cookie, origin }, redirect: 'manual' });
    },
    send: (path, request) => fetch(url + path, { redirect: 'manual', ...request }),
    async close() {
      await stop();
      await dataSource.destroy();
    },
  };
}

async function startNext(env: Record<string, string>): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const server = spawn(process.execPath, [next, 'start', '-H', '127.0.0.1', '-p', String(port)], {
    cwd: PROJECT,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: 'ignore',
  });
  const ended = new Promise((done) => server.once('exit', done));
  const stop = async () => {
    server.kill();
    await ended;
  };
  const url = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 500; attempt++) {
    if (
      await fetch(`${url}/cart`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return { url, stop };
    await sleep(200);
  }
  await stop();
  throw new Error('The built shop does not answer.');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

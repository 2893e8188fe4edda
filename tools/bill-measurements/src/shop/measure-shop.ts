import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundleOf, WORKSPACE } from '@clickstream/bench/bundle-of';
import { freePorts, startLocalCloud } from '@clickstream/local-cloud';
import { answersHttp, startKept, waitUntil } from '@clickstream/local-servers';
import type { SimulationOptions } from '@clickstream/shopper-simulator';
import { ratio } from '../measured-file';
import { serveShopLambda } from './shop-lambda-server';
import { sampleOfVisitors, walk } from './visitors';

const STOREFRONT = resolve(WORKSPACE, 'apps/storefront');

/**
 * Measures the pages of simulated visitors in Chromium, each with a browser of their own, whose
 * cache is empty at their first visit: the built storefront, with the bundle of the shop's Lambda.
 */
export async function measureShop(simulation: Omit<SimulationOptions, 'shopUrl'>) {
  if (!existsSync(join(STOREFRONT, '.next/BUILD_ID')))
    throw new Error('The storefront is not built. Run npx nx build storefront first.');
  const stateFolder = mkdtempSync(join(tmpdir(), 'measure-shop-'));
  const ports = await freePorts();
  const cloud = await startLocalCloud({
    ...{ stateFolder, ports, sampleDays: 0, etlIntervalSeconds: 60, corsOrigins: [] },
    ...{ analytics: false, storefront: 'none' },
  });
  Object.assign(process.env, { WEB_DB_URL: cloud.env['WEB_DB_URL'] });
  const lambda = await serveShopLambda(await bundleOf('shop-lambda'));
  const shopUrl = `http://127.0.0.1:${ports.storefront}`;
  const shop = await startKept({
    command: process.execPath,
    args: [
      createRequire(import.meta.url).resolve('next/dist/bin/next'),
      ...['start', '--hostname', '127.0.0.1', '--port', String(ports.storefront)],
    ],
    cwd: STOREFRONT,
    logFile: join(stateFolder, 'storefront.log'),
    env: {
      ...process.env,
      ...cloud.env,
      CONSENT_BY_DEFAULT: 'granted',
      SHOP_LAMBDA_NAME: 'shop',
      AWS_ENDPOINT_URL_LAMBDA: lambda.url,
      AWS_REGION: 'ap-southeast-1',
      AWS_ACCESS_KEY_ID: 'measured',
      AWS_SECRET_ACCESS_KEY: 'measured',
      NEXT_TELEMETRY_DISABLED: '1',
    },
  });
  try {
    if (!(await waitUntil(() => answersHttp(shopUrl), shop.ended)))
      throw new Error(`The storefront did not start: ${(await shop.stop()).lastOutput}`);
    const visitors = sampleOfVisitors({ ...simulation, shopUrl });
    await walk(shopUrl, visitors.slice(0, 2));
    lambda.reset();
    const { pageViews, traffic } = await walk(shopUrl, visitors);
    const { bytes, requests, kept } = traffic;
    return {
      visitors: visitors.length,
      visits: visitors.flat().length,
      pageViews,
      kilobytesPerPageView: ratio((bytes.rendered + bytes.picture + bytes.file) / 1000, pageViews),
      kilobytesOfPagesPerPageView: ratio(bytes.rendered / 1000, pageViews),
      kilobytesOfPicturesPerPageView: ratio(bytes.picture / 1000, pageViews),
      kilobytesOfFilesPerPageView: ratio(bytes.file / 1000, pageViews),
      renderedPerPageView: ratio(requests.rendered, pageViews),
      picturesPerPageView: ratio(requests.picture, pageViews),
      filesPerPageView: ratio(requests.file, pageViews),
      /** Pages that are the same for everybody, among the pages of which the server was asked. */
      keptPerRendered: ratio(kept, requests.rendered),
      secondsPerShopCall: ratio(lambda.seconds(), lambda.calls()),
    };
  } finally {
    await shop.stop();
    lambda.stop();
    await cloud.stop();
    rmSync(stateFolder, { recursive: true, force: true });
  }
}

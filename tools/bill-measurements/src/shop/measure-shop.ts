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
import { startEdge } from './edge';
import { filesOfBuild, madeByServer } from './page-traffic';
import { coreSecondsPerPage } from './server-work';
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
  const edge = await startEdge(ports.storefront, stateFolder);
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
    const visitors = sampleOfVisitors({ ...simulation, shopUrl: edge.url });
    await walk(edge, visitors.slice(0, 2));
    lambda.reset();
    const { pageViews, traffic } = await walk(edge, visitors);
    const { bytes, requests, kept, made } = traffic;
    const personal = {
      document: requests.document - kept.document,
      navigation: requests.navigation - kept.navigation,
    };
    const pagesKept = kept.document + kept.navigation;
    const work = {
      /** A page that is the same for everybody takes one call when it is made. */
      shopCallsPerPersonal: ratio(lambda.calls() - made, madeByServer(requests) - pagesKept),
      coreSecondsPerShopCall: ratio(await lambda.coreSecondsPerCall(), 1),
      coreSecondsPerKeptPage: ratio(
        await coreSecondsPerPage(shop.pid, `${shopUrl}/category/laptops`, kept),
        1,
      ),
      coreSecondsPerPersonalPage: ratio(
        await coreSecondsPerPage(shop.pid, `${shopUrl}/search?q=laptop`, personal),
        1,
      ),
      /** A page that is kept is made as a document. */
      coreSecondsPerMadePage: ratio(
        await coreSecondsPerPage(shop.pid, `${shopUrl}/search?q=laptop`, { document: 1, navigation: 0 }),
        1,
      ),
    };
    const perView = (counts: number) => ratio(counts, pageViews);
    const files = filesOfBuild(bytes) / 1000;
    return {
      visitors: visitors.length,
      visits: visitors.flat().length,
      pageViews,
      kilobytesPerPageView: perView((madeByServer(bytes) + bytes.picture) / 1000 + files),
      kilobytesOfPagesPerPageView: perView(madeByServer(bytes) / 1000),
      kilobytesOfPicturesPerPageView: perView(bytes.picture / 1000),
      kilobytesOfFilesPerPageView: perView(files),
      documentsPerPageView: perView(requests.document),
      navigationsPerPageView: perView(requests.navigation),
      questionsPerPageView: perView(requests.question),
      picturesPerPageView: perView(requests.picture),
      filesPerPageView: perView(filesOfBuild(requests)),
      kilobytesPerDocument: ratio(bytes.document / 1000, requests.document),
      kilobytesPerNavigation: ratio(bytes.navigation / 1000, requests.navigation),
      kilobytesPerQuestion: ratio(bytes.question / 1000, requests.question),
      /** Pages that are the same for everybody, among the pages of which the server was asked. */
      keptPerPage: ratio(pagesKept, requests.document + requests.navigation),
      ...work,
    };
  } finally {
    edge.stop();
    await shop.stop();
    lambda.stop();
    await cloud.stop();
    rmSync(stateFolder, { recursive: true, force: true });
  }
}

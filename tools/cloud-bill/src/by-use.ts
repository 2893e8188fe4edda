import type { Resource } from '@clickstream/infra';
import { PRICES, USAGE } from './prices';

const GIB = 2 ** 30;

/** In GiB. */
export function memoryOf({ Properties }: Resource): number {
  return Number(Properties['MemorySize']) / 1024;
}

export function ingest(memory: number, events: number): number {
  const millions = events / USAGE.eventsPerRequest / 1e6;
  const logs = (millions * 1e6 * USAGE.logBytesPerRequest) / GIB;
  return (
    millions * (PRICES.httpApiMillionRequests + PRICES.lambdaMillionRequests + PRICES.s3MillionPuts) +
    millions * 1e6 * USAGE.ingestSecondsPerRequest * memory * PRICES.lambdaArmGibSecond +
    logs * PRICES.logsGib
  );
}

export function rawStorage(events: number): number {
  return ((events * USAGE.monthsKept * USAGE.storedBytesPerEvent) / GIB) * PRICES.s3GibMonth;
}

export function etl(lambda: Resource, events: number): number {
  const runs = PRICES.hoursPerMonth;
  const seconds = runs * USAGE.etlSecondsPerRun + events / USAGE.etlEventsPerSecond;
  const objects = events / USAGE.eventsPerRequest;
  const { Variables } = lambda.Properties['Environment'] as { Variables: Record<string, unknown> };
  const sweep = Math.min(Number(Variables['ETL_SWEEP_PAGES']), (objects * USAGE.monthsKept) / 1000);
  const pages = runs * (USAGE.etlPagesOfRecentHours + sweep);
  return (
    seconds * memoryOf(lambda) * PRICES.lambdaArmGibSecond +
    (objects / 1e6) * PRICES.s3MillionGets +
    (pages / 1e6) * PRICES.s3MillionPuts
  );
}

export function shop(memory: number, events: number): number {
  const calls = (events / USAGE.eventsPerPageView) * USAGE.shopCallsPerPageView;
  return (
    (calls / 1e6) * PRICES.lambdaMillionRequests +
    calls * USAGE.shopSecondsPerCall * memory * PRICES.lambdaArmGibSecond +
    ((calls * USAGE.logBytesPerShopCall) / GIB) * PRICES.logsGib
  );
}

/** @throws Error for a plan without a price */
export function signIns({ Properties }: Resource, events: number): number {
  const plan = String(Properties['UserPoolTier']);
  const price = PRICES.cognitoUser[plan];
  if (price === undefined)
    throw new Error(`Cognito's plan ${plan} has no price: add it to tools/cloud-bill/src/prices.ts.`);
  const users = (events / 1e6) * USAGE.signInsPerMillionEvents;
  return Math.max(0, users - PRICES.cognitoFreeUsers) * price;
}

export function amplify(events: number): number {
  const views = events / USAGE.eventsPerPageView;
  return (
    ((views * USAGE.kilobytesPerPageView * 1000) / GIB) * PRICES.amplifyGibOut +
    (views / 1e6) * PRICES.amplifyMillionSsrRequests +
    ((views * USAGE.ssrSecondsPerPageView) / 3600) * PRICES.amplifySsrGibHour +
    USAGE.buildMinutes * PRICES.amplifyBuildMinute
  );
}

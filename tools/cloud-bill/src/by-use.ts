import type { Resource } from '@clickstream/infra';
import { accessLogBytes, logged, platformLogBytes } from './log-bytes';
import { PRICES } from './prices';
import { MIB_OF_A_CORE, USAGE } from './usage';

const GIB = 2 ** 30;

/** The share of a core that a function of this memory has. */
const coresOf = (mib: number) => Math.min(1, mib / MIB_OF_A_CORE);

/** In GiB. */
export function memoryOf({ Properties }: Resource): number {
  return Number(Properties['MemorySize']) / 1024;
}

/** Requests to the HTTP API that a number of events causes. */
export const requestsOf = (events: number): number => events / USAGE.eventsPerRequest;

/** US dollars of a request to the HTTP API whose events are stored. */
export function storedRequest(lambda: Resource, apiStage: Resource): number {
  return refusedRequest(lambda, apiStage, USAGE.ingestWaitSeconds) + USAGE.objectsPerRequest * PRICES.s3Put;
}

/**
 * US dollars of a request that the Lambda answers.
 *
 * @param waitSeconds time in which it waits for others
 */
export function refusedRequest(lambda: Resource, apiStage: Resource, waitSeconds = 0): number {
  const seconds = USAGE.ingestCpuSeconds / coresOf(Number(lambda.Properties['MemorySize'])) + waitSeconds;
  const logs =
    logged(USAGE.ingestLogBytes, USAGE.ingestLogLines) + platformLogBytes(lambda) + accessLogBytes(apiStage);
  return (
    (PRICES.httpApiMillionRequests + PRICES.lambdaMillionRequests) / 1e6 +
    seconds * memoryOf(lambda) * PRICES.lambdaArmGibSecond +
    (logs / GIB) * PRICES.logsGib
  );
}

export function rawStorage(events: number): number {
  return ((events * USAGE.monthsOfRawEvents * USAGE.storedBytesPerEvent) / GIB) * PRICES.s3GibMonth;
}

export function etl(lambda: Resource, events: number): number {
  const runs = PRICES.hoursPerMonth;
  const seconds = runs * USAGE.etlSecondsPerRun + (events * USAGE.copiesPerEvent) / USAGE.etlEventsPerSecond;
  const objects = requestsOf(events) * USAGE.objectsPerRequest;
  const { Variables } = lambda.Properties['Environment'] as { Variables: Record<string, unknown> };
  const sweep = Math.min(Number(Variables['ETL_SWEEP_PAGES']), (objects * USAGE.monthsOfRawEvents) / 1000);
  const pages = runs * (USAGE.etlPagesOfRecentHours + sweep);
  return (
    seconds * memoryOf(lambda) * PRICES.lambdaArmGibSecond +
    (objects / 1e6) * PRICES.s3MillionGets +
    pages * PRICES.s3Put
  );
}

/** US dollars of erasures, retention and replay. */
export function maintenance(lambda: Resource): number {
  return USAGE.maintenanceSeconds * memoryOf(lambda) * PRICES.lambdaX86GibSecond;
}

/** Requests to the storefront in a month. */
interface PageRequests {
  /** Pages of one visitor, questions of scripts and changes of carts: made at each request. */
  readonly personal: number;
  /** Pages that are the same for everybody. */
  readonly kept: number;
  /** Times that one of those is made, at its first request in each server, and after its time. */
  readonly made: number;
}

/**
 * Requests that these events cause, as if the network in front of the storefront kept nothing: it
 * does not know that the same page is asked for from several others.
 */
export function pageRequestsOf(events: number): PageRequests {
  const views = events / USAGE.eventsPerPageView;
  const pages = views * USAGE.pagesPerPageView;
  const actions = views * (USAGE.questionsPerPageView + USAGE.actionsPerPageView);
  const kept = pages * USAGE.keptPerPage;
  const turns = (PRICES.hoursPerMonth * 3600) / USAGE.keptSeconds;
  // Visitors who spread evenly over the pages are the dearest: then fewest find one that is kept.
  const places = USAGE.keptAddresses * USAGE.keptCopies * turns;
  return {
    personal: pages - kept + actions,
    kept,
    made: kept / (1 + kept / places),
  };
}

/** Calls of the shop Lambda. A page that is kept takes one when it is made. */
const shopCallsOf = ({ personal, made }: PageRequests): number =>
  personal * USAGE.shopCallsPerPersonal + made;

function secondsOfShopCall(lambda: Resource): number {
  const cores = coresOf(Number(lambda.Properties['MemorySize']));
  return USAGE.shopCoreSecondsPerCall / cores + USAGE.shopDatabaseSeconds;
}

export function shop(lambda: Resource, events: number): number {
  return dollarsOfShopCalls(lambda, shopCallsOf(pageRequestsOf(events)));
}

function dollarsOfShopCalls(lambda: Resource, calls: number): number {
  return (
    (calls / 1e6) * PRICES.lambdaMillionRequests +
    calls * secondsOfShopCall(lambda) * memoryOf(lambda) * PRICES.lambdaArmGibSecond +
    ((calls * platformLogBytes(lambda)) / GIB) * PRICES.logsGib
  );
}

/** US dollars of the courier of the shop's own events, which asks every five minutes. */
export function courier(lambda: Resource, shopLambda: Resource): number {
  const calls = PRICES.hoursPerMonth * 12;
  const gibSeconds =
    USAGE.courierSecondsPerCall * memoryOf(lambda) + secondsOfShopCall(shopLambda) * memoryOf(shopLambda);
  return calls * (2 * (PRICES.lambdaMillionRequests / 1e6) + gibSeconds * PRICES.lambdaArmGibSecond);
}

/**
 * US dollars of Cognito.
 *
 * @throws Error for a plan without a price
 */
export function signIns({ Properties }: Resource, customers: number): number {
  const plan = String(Properties['UserPoolTier']);
  const tiers = PRICES.cognitoUser[plan];
  if (tiers === undefined)
    throw new Error(`Cognito's plan ${plan} has no price: add it to tools/cloud-bill/src/prices.ts.`);
  let from: number = PRICES.cognitoFreeUsers;
  let dollars = 0;
  for (const [to, each] of tiers) {
    dollars += Math.max(0, Math.min(customers, to) - from) * each;
    from = Math.max(from, to);
  }
  return dollars;
}

/** Customers who sign in during a month of events. */
export const customersOf = (events: number): number => (events / 1e6) * USAGE.customersPerMillionEvents;

/** True for a pool of the shop's people only: its customers sign in by code. */
export const isForStaff = ({ Properties }: Resource): boolean =>
  (Properties['AdminCreateUserConfig'] as { readonly AllowAdminCreateUserOnly?: boolean } | undefined)
    ?.AllowAdminCreateUserOnly === true;

/** US dollars of sign-ins by code: the mail, and what storefront and shop Lambda do in addition. */
export function codes(shopLambda: Resource, events: number): number {
  const mailed = (events / 1e6) * USAGE.signInsPerMillionEvents * USAGE.codesPerSignIn;
  const calls = USAGE.shopCallsPerCode;
  // Two requests: the form of the address, and the page for the code.
  const seconds =
    (2 * USAGE.coreSecondsPerPersonal) / coresOf(USAGE.amplifyMemoryMib) +
    calls * (secondsOfShopCall(shopLambda) + USAGE.shopNetworkSeconds) +
    USAGE.sesSeconds;
  const server =
    (seconds / 3600) * (USAGE.amplifyMemoryMib / 1024) * PRICES.amplifySsrGibHour +
    (2 / 1e6) * PRICES.amplifyMillionSsrRequests;
  return mailed * (PRICES.sesThousandMails / 1000 + server) + dollarsOfShopCalls(shopLambda, mailed * calls);
}

/** US dollars of Cognito's mail to customers, where SES sends it. */
export function mails(pools: readonly Resource[], events: number): Readonly<Record<string, number>> {
  const bySes = pools.filter(({ Properties }) => {
    const { EmailSendingAccount } = (Properties['EmailConfiguration'] ?? {}) as Record<string, unknown>;
    return EmailSendingAccount === 'DEVELOPER';
  });
  if (bySes.length === 0) return {};
  const sent = customersOf(events) * USAGE.mailsPerCustomer;
  return { 'Mail to customers by SES': bySes.length * (sent / 1000) * PRICES.sesThousandMails };
}

/** Amplify Hosting for these page views: pictures and files come from its network, pages do not. */
export function amplify(shopLambda: Resource, events: number): number {
  const requests = pageRequestsOf(events);
  const { personal, kept, made } = requests;
  const coreSeconds =
    personal * USAGE.coreSecondsPerPersonal +
    made * USAGE.coreSecondsPerMade +
    (kept - made) * USAGE.coreSecondsPerKept;
  const wait = secondsOfShopCall(shopLambda) + USAGE.shopNetworkSeconds;
  const seconds = coreSeconds / coresOf(USAGE.amplifyMemoryMib) + shopCallsOf(requests) * wait;
  const bytes = (events / USAGE.eventsPerPageView) * USAGE.kilobytesPerPageView * 1000;
  return (
    (bytes / GIB) * PRICES.amplifyGibOut +
    ((personal + kept) / 1e6) * PRICES.amplifyMillionSsrRequests +
    (seconds / 3600) * (USAGE.amplifyMemoryMib / 1024) * PRICES.amplifySsrGibHour +
    USAGE.buildMinutes * PRICES.amplifyBuildMinute
  );
}

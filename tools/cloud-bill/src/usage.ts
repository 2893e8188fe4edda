import { SHOP, SHOPPERS } from './measured';

/** A figure of the bill, and its origin. */
export interface Figure {
  readonly value: number;
  readonly meaning: string;
  readonly origin: 'measured' | 'assumed';
}

const measured = (value: number, meaning: string): Figure => ({ value, meaning, origin: 'measured' });
const assumed = (value: number, meaning: string): Figure => ({ value, meaning, origin: 'assumed' });

/** Processor of a Lambda with a whole core, in MiB of its memory. */
export const MIB_OF_A_CORE = 1769;

/** Use by a shop's visitors that costs money. */
export const FIGURES = {
  eventsPerRequest: measured(SHOPPERS.eventsPerRequest, 'events in a request of the tracker'),
  eventsPerPageView: measured(SHOPPERS.eventsPerPageView, 'events for a page view'),
  copiesPerEvent: measured(SHOPPERS.copiesPerEvent, 'times that an event arrives, of which one counts'),
  storedBytesPerEvent: measured(SHOPPERS.storedBytesPerEvent, 'bytes of an event in S3, copies included'),
  objectsPerRequest: measured(SHOPPERS.objectsPerRequest, 'objects put for a request'),
  ingestCpuSeconds: measured(SHOPPERS.cpuMsPerRequest / 1000, 'seconds of a core for a request'),
  ingestLogBytes: measured(SHOPPERS.logBytesPerRequest, 'bytes of log lines of ingest for a request'),
  ingestLogLines: measured(SHOPPERS.logLinesPerRequest, 'log lines of ingest for a request'),
  ingestWaitSeconds: assumed(0.025, 'seconds until S3 has stored an object'),
  monthsOfRawEvents: assumed(13, 'months of raw events in S3 when the bill is drawn up'),
  kilobytesPerPageView: measured(SHOP.kilobytesPerPageView, 'kilobytes sent for a page view'),
  pagesPerPageView: measured(
    SHOP.documentsPerPageView + SHOP.navigationsPerPageView,
    'pages of which the storefront is asked for it',
  ),
  keptPerPage: measured(SHOP.keptPerPage, 'share of them that are the same for everybody'),
  questionsPerPageView: measured(
    SHOP.questionsPerPageView,
    'suggestions of the search and products put into carts for a page view',
  ),
  actionsPerPageView: measured(
    SHOPPERS.actionsPerPageView,
    'other changes of carts, steps of checkouts, sign-ins and sign-outs for a page view',
  ),
  coreSecondsPerPersonal: measured(
    SHOP.coreSecondsPerPersonalPage,
    'seconds of a core for a page, question or action of one visitor',
  ),
  coreSecondsPerMade: measured(SHOP.coreSecondsPerMadePage, 'seconds of a core to make a page that is kept'),
  coreSecondsPerKept: measured(SHOP.coreSecondsPerKeptPage, 'seconds of a core for a page that is kept'),
  amplifyMemoryMib: assumed(
    1024,
    'MiB of a server of the storefront, by aws-amplify/amplify-hosting issue 4108',
  ),
  keptAddresses: assumed(250, 'pages that are kept: products, and departments by brand, order and page'),
  keptCopies: assumed(4, 'servers of the storefront, each with a memory of its own'),
  keptSeconds: assumed(300, 'seconds for which a page is kept: the setting of the storefront'),
  shopCallsPerPersonal: measured(
    SHOP.shopCallsPerPersonal,
    'calls of the shop Lambda for a page, question or action of one visitor',
  ),
  shopCoreSecondsPerCall: measured(SHOP.coreSecondsPerShopCall, 'seconds of a core for such a call'),
  shopDatabaseSeconds: assumed(0.005, 'seconds for which such a call waits for its database'),
  shopNetworkSeconds: assumed(0.01, 'seconds between such a call and the storefront'),
  courierSecondsPerCall: assumed(0.3, 'seconds of a call of the courier, of which most find nothing'),
  etlEventsPerSecond: assumed(5_000, 'events that the ETL Lambda loads in a second'),
  etlSecondsPerRun: assumed(5, 'seconds of a run of the ETL in addition'),
  etlPagesOfRecentHours: assumed(6, 'pages of keys of three hours that a run lists'),
  maintenanceSeconds: assumed(3_900, 'seconds of the maintenance Lambda: five erasures and a retention'),
  lakeBytesPerEvent: measured(41.4, 'bytes of an event in the lake: docs/lake.md'),
  lakeNightSeconds: measured(4.19, 'seconds of a compaction for a million events of the warehouse'),
  lakePutsPerMonth: assumed(540, 'objects put into the lake: a day, facts, views and manifest each night'),
  rejectedTrafficGib: assumed(0.3, 'GiB of log of refused connections'),
  customersPerMillionEvents: measured(
    SHOPPERS.customersPerMillionEvents,
    'customers who sign in, for a million events',
  ),
  signInsPerMillionEvents: measured(SHOPPERS.signInsPerMillionEvents, 'times that they do'),
  mailsPerCustomer: assumed(1, 'mails of Cognito to a customer, where SES sends them'),
  codesPerSignIn: assumed(1.1, 'codes that are mailed for a sign-in by code'),
  shopCallsPerCode: assumed(4, 'calls of the shop Lambda for such a code, and for the visits after it'),
  sesSeconds: assumed(0.2, 'seconds until SES has taken a mail'),
  auroraIosPerEvent: assumed(0.5, 'reads and writes of Aurora for an event, where it is the warehouse'),
  shopVolumeUsed: assumed(0.5, "share of the shop database's volume in use"),
  volumeChangedPerDay: assumed(0.02, 'share of a volume that changes in a day'),
  buildMinutes: assumed(60, 'minutes of building the storefront'),
} as const satisfies Readonly<Record<string, Figure>>;

/** The values of the figures. */
export const USAGE = Object.fromEntries(
  Object.entries(FIGURES).map(([name, { value }]) => [name, value]),
) as Readonly<Record<keyof typeof FIGURES, number>>;

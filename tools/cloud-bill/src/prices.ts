import type { InstanceTypeName } from '@clickstream/infra';

/**
 * US dollars in ap-southeast-1, on demand, without free tiers. Read from the AWS Price List
 * in July and August 2026, except those marked: these come from memory and are to be
 * checked on the first real bill.
 */
export const PRICES = {
  asOf: '2026-08',
  hoursPerMonth: 730,
  instanceHour: {
    't3.micro': 0.0132,
    't3.small': 0.0264,
    't3.medium': 0.0528,
    't3.large': 0.1056,
    't3.xlarge': 0.2112,
  } satisfies Record<InstanceTypeName, number>,
  interfaceEndpointHour: 0.013,
  publicIpv4Hour: 0.005,
  gp3GibMonth: 0.096,
  /** From memory. */
  snapshotGibMonth: 0.05,
  s3GibMonth: 0.025,
  /** Listings, too: a page of 1,000 keys counts like an object that is put. */
  s3MillionPuts: 5,
  s3MillionGets: 0.4,
  /** From memory. */
  httpApiMillionRequests: 1.25,
  lambdaArmGibSecond: 0.0000133334,
  lambdaMillionRequests: 0.2,
  logsGib: 0.7,
  alarm: 0.1,
  kmsKey: 1,
  secret: 0.4,
  /** A month of each beyond the three that are free. From memory, like the next. */
  cloudWatchDashboard: 3,
  customMetric: 0.3,
  /**
   * A customer who signs in during the month, beyond those that are free, by
   * Cognito's plans. From memory.
   */
  cognitoUser: { LITE: 0.0055, ESSENTIALS: 0.015, PLUS: 0.02 } as Readonly<Record<string, number>>,
  cognitoFreeUsers: 10_000,
  /** From memory, all four. */
  amplifyGibOut: 0.15,
  amplifyMillionSsrRequests: 0.3,
  amplifySsrGibHour: 0.2,
  amplifyBuildMinute: 0.01,
} as const;

/** Use by a shop's visitors that costs money. */
export const USAGE = {
  eventsPerRequest: 20,
  /** As JSON on the wire and in S3 after gzip. */
  bytesPerEvent: 600,
  storedBytesPerEvent: 120,
  /** Raw events are kept for so many months when the bill is drawn up. */
  monthsKept: 13,
  eventsPerPageView: 10,
  kilobytesPerPageView: 100,
  ssrSecondsPerPageView: 0.2,
  /** A page asks the shop's data so often. */
  shopCallsPerPageView: 2,
  ingestSecondsPerRequest: 0.05,
  shopSecondsPerCall: 0.02,
  /**
   * Loads so many events in a second: a guess for one arm64 core and a t3
   * warehouse, on the safe side.
   */
  etlEventsPerSecond: 5_000,
  etlSecondsPerRun: 5,
  /** Three hours of events and of rejects, usually one page each. */
  etlPagesOfRecentHours: 6,
  /**
   * Access log, START, END and REPORT of Lambda, our own line, and the 26 bytes
   * that CloudWatch adds to each.
   */
  logBytesPerRequest: 900,
  logBytesPerShopCall: 450,
  /** Connections that the network refused: scanners of public addresses, mostly. */
  rejectedTrafficGib: 0.3,
  /** One visitor in fifty or so signs in. */
  signInsPerMillionEvents: 150,
  /**
   * Share of a data volume that contains data and changes from one daily snapshot to the next.
   */
  volumeUsed: 0.5,
  volumeChangedPerDay: 0.02,
  buildMinutes: 60,
} as const;

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
    't4g.micro': 0.0106,
    't4g.small': 0.0212,
    't4g.medium': 0.0424,
    't4g.large': 0.0848,
    't4g.xlarge': 0.1696,
  } satisfies Record<InstanceTypeName, number>,
  /** RDS for PostgreSQL in one zone, its volume, and backups beyond its size. From memory. */
  databaseHour: {
    'db.t4g.micro': 0.025,
    'db.t4g.small': 0.051,
    'db.t4g.medium': 0.102,
    'db.t4g.large': 0.204,
    'db.t4g.xlarge': 0.407,
  } satisfies Record<`db.${InstanceTypeName}`, number>,
  databaseGp3GibMonth: 0.138,
  databaseBackupGibMonth: 0.095,
  /** Aurora Serverless v2: an hour of a unit of 2 GiB, its volume, its I/O. From memory. */
  auroraUnitHour: 0.2,
  auroraGibMonth: 0.12,
  auroraMillionIos: 0.22,
  interfaceEndpointHour: 0.013,
  publicIpv4Hour: 0.005,
  gp3GibMonth: 0.096,
  /** From memory. */
  snapshotGibMonth: 0.05,
  s3GibMonth: 0.025,
  /** An object that is put, or a page of 1,000 keys that is listed. */
  s3Put: 5e-6,
  s3MillionGets: 0.4,
  /** From memory. */
  httpApiMillionRequests: 1.25,
  lambdaArmGibSecond: 0.0000133334,
  /** From memory, both. */
  lambdaX86GibSecond: 0.0000166667,
  lambdaScratchGibSecond: 0.000000037,
  lambdaMillionRequests: 0.2,
  logsGib: 0.7,
  alarm: 0.1,
  kmsKey: 1,
  secret: 0.4,
  /** A month of each beyond the three that are free. From memory, like the next. */
  cloudWatchDashboard: 3,
  customMetric: 0.3,
  /**
   * A customer who signs in during the month, beyond those that are free, by Cognito's plans: up to
   * so many customers, the price of each. From memory.
   */
  cognitoUser: {
    LITE: [
      [100_000, 0.0055],
      [1_000_000, 0.0046],
      [10_000_000, 0.00325],
      [Infinity, 0.0025],
    ],
    ESSENTIALS: [[Infinity, 0.015]],
    PLUS: [[Infinity, 0.02]],
  } as Readonly<Record<string, readonly (readonly [number, number])[]>>,
  cognitoFreeUsers: 10_000,
  /** From memory. */
  sesThousandMails: 0.1,
  /** From memory, all four. */
  amplifyGibOut: 0.15,
  amplifyMillionSsrRequests: 0.3,
  amplifySsrGibHour: 0.2,
  amplifyBuildMinute: 0.01,
} as const;

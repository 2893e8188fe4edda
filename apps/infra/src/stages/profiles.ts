/**
 * Instance types with a price in the cost guard. Debian's packages are bundled for arm64, so all of
 * them are Graviton.
 */
export type InstanceTypeName = 't4g.micro' | 't4g.small' | 't4g.medium' | 't4g.large' | 't4g.xlarge';

/** Numbers of events per month, in millions, for which bills are computed. */
export const VOLUMES = [1, 10, 30, 300] as const;
export type MillionEvents = (typeof VOLUMES)[number];

/** Months of events that the lake keeps, where there is one; the raw objects are not dropped. */
export const LAKE_MONTHS_KEPT = 36;

/** Size of a deployment: its fixed costs. */
export interface Profile {
  readonly name: 'standard' | 'small';
  readonly warehouse: {
    readonly instanceType: InstanceTypeName;
    readonly dataGiB: number;
    /** Months of events that `npm run retention` leaves; lake and S3 keep what is older. */
    readonly monthsKept: number;
  };
  readonly shopDatabase: { readonly instanceType: InstanceTypeName; readonly dataGiB: number };
  /**
   * Behaviour of a machine without processor credits: slow down, or continue at
   * five cents an hour and core.
   */
  readonly cpuCredits: 'standard' | 'unlimited';
  /**
   * Pages of 1,000 keys that each ETL run lists in addition to the latest three hours, to find late
   * objects.
   */
  readonly sweepPages: number;
  /** Daily snapshots of each data volume that are kept. */
  readonly snapshotsKept: number;
  /**
   * US dollars per month that the analytics, the shop, and both together may cost at each number of
   * events; `npm run cost` checks it.
   */
  readonly budget: Readonly<Record<'analytics' | 'shop' | 'total', Readonly<Record<MillionEvents, number>>>>;
}

/**
 * `small` saves a third of the fixed cost, for a shop of up to about a million events
 * a month. What it gives up:
 *
 * - half the memory of the warehouse (long questions spill to disk) and of the shop's database;
 * - a processor that goes on at full speed for as long as somebody asks: it slows
 *   down instead of costing more;
 * - half the history of snapshots; the raw events in S3 still rebuild everything;
 * - time: what arrives more than three hours late is found within four runs of the ETL instead of
 *   by the next one, since listing a year of objects every hour costs more than two dollars.
 *
 * Neither profile has a second zone: while a zone is down events are still
 * collected, and the dashboard waits.
 */
export const PROFILES: Readonly<Record<Profile['name'], Profile>> = {
  standard: {
    name: 'standard',
    warehouse: { instanceType: 't4g.medium', dataGiB: 70, monthsKept: 25 },
    shopDatabase: { instanceType: 't4g.small', dataGiB: 20 },
    cpuCredits: 'unlimited',
    sweepPages: 1_000,
    snapshotsKept: 14,
    budget: {
      analytics: { 1: 80, 10: 110, 30: 190, 300: 700 },
      shop: { 1: 25, 10: 45, 30: 90, 300: 650 },
      total: { 1: 95, 10: 130, 30: 240, 300: 1_080 },
    },
  },
  small: {
    name: 'small',
    warehouse: { instanceType: 't4g.small', dataGiB: 16, monthsKept: 25 },
    shopDatabase: { instanceType: 't4g.micro', dataGiB: 8 },
    cpuCredits: 'standard',
    sweepPages: 200,
    snapshotsKept: 7,
    budget: {
      analytics: { 1: 50, 10: 110, 30: 190, 300: 700 },
      shop: { 1: 15, 10: 35, 30: 80, 300: 640 },
      total: { 1: 60, 10: 110, 30: 230, 300: 1_060 },
    },
  },
};

/** Bytes of an event in the warehouse, indexes included: measured in docs/measured.md. */
export const BYTES_PER_EVENT = 543;
/** Free share of a volume for sorting, for a month that is heavier, and for growing in time. */
const ROOM = 0.25;

/** Months of events for which the warehouse has room when there are this many a month. */
const MONTHS_KEPT: Readonly<Record<MillionEvents, number>> = { 1: 25, 10: 13, 30: 13, 300: 3 };

/** The profile with the warehouse for this many events, as docs/runbooks/grow.md describes. */
export function profileForVolume(profile: Profile, volume: MillionEvents): Profile {
  const larger: Partial<Record<MillionEvents, InstanceTypeName>> = { 30: 't4g.large', 300: 't4g.xlarge' };
  const { instanceType, dataGiB } = profile.warehouse;
  const monthsKept = MONTHS_KEPT[volume];
  const needed = (volume * 1e6 * monthsKept * BYTES_PER_EVENT) / (1 - ROOM) / 2 ** 30;
  return {
    ...profile,
    warehouse: {
      instanceType: larger[volume] ?? instanceType,
      dataGiB: Math.max(dataGiB, Math.ceil(needed)),
      monthsKept,
    },
  };
}

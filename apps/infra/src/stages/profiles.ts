/**
 * Instance types with a price in the cost guard. Debian's packages come for amd64, so Graviton
 * types are not among them.
 */
export type InstanceTypeName = 't3.micro' | 't3.small' | 't3.medium' | 't3.large' | 't3.xlarge';

/** Numbers of events per month, in millions, for which bills are computed. */
export const VOLUMES = [1, 10, 30, 300] as const;
export type MillionEvents = (typeof VOLUMES)[number];

/** Size of a deployment: its fixed costs. */
export interface Profile {
  readonly name: 'standard' | 'small';
  readonly warehouse: { readonly instanceType: InstanceTypeName; readonly dataGiB: number };
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
   * US dollars per month that the platform may cost at each number of events; `npm run cost` checks
   * it.
   */
  readonly budget: Readonly<Record<MillionEvents, number>>;
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
    warehouse: { instanceType: 't3.medium', dataGiB: 70 },
    shopDatabase: { instanceType: 't3.small', dataGiB: 20 },
    cpuCredits: 'unlimited',
    sweepPages: 1_000,
    snapshotsKept: 14,
    budget: { 1: 110, 10: 145, 30: 280, 300: 1_500 },
  },
  small: {
    name: 'small',
    warehouse: { instanceType: 't3.small', dataGiB: 16 },
    shopDatabase: { instanceType: 't3.micro', dataGiB: 8 },
    cpuCredits: 'standard',
    sweepPages: 200,
    snapshotsKept: 7,
    budget: { 1: 65, 10: 100, 30: 260, 300: 1_480 },
  },
};

/** The profile with the warehouse for this many events, as docs/runbooks/grow.md describes. */
export function profileForVolume(profile: Profile, volume: MillionEvents): Profile {
  const warehouse: Partial<Record<MillionEvents, Profile['warehouse']>> = {
    30: { instanceType: 't3.large', dataGiB: 270 },
    300: { instanceType: 't3.xlarge', dataGiB: 1_020 },
  };
  return { ...profile, warehouse: warehouse[volume] ?? profile.warehouse };
}

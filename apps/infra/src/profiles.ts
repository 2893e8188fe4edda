import type { InstanceTypeName } from './instance-types';

/** How large a deployment is: what a shop pays whether visitors come or not. */
export interface Profile {
  readonly name: 'standard' | 'small';
  readonly warehouse: { readonly instanceType: InstanceTypeName; readonly dataGiB: number };
  readonly shopDatabase: { readonly instanceType: InstanceTypeName; readonly dataGiB: number };
  /** Daily snapshots of each data volume that are kept. */
  readonly snapshotsKept: number;
  /** US dollars a month that the platform may cost at so many millions of events; `npm run cost` holds it to that. */
  readonly budget: Readonly<Record<1 | 10 | 30 | 300, number>>;
}

/**
 * `small` saves a third of the fixed cost, for a shop of up to about a million events a month. What it gives up: half the memory
 * of the warehouse (long questions spill to disk), a quarter of the shop database's, and half the history of snapshots (the raw
 * events in S3 still rebuild everything).
 */
export const PROFILES: Readonly<Record<Profile['name'], Profile>> = {
  standard: {
    name: 'standard',
    warehouse: { instanceType: 't3.medium', dataGiB: 70 },
    shopDatabase: { instanceType: 't3.small', dataGiB: 20 },
    snapshotsKept: 14,
    budget: { 1: 110, 10: 145, 30: 230, 300: 1_350 },
  },
  small: {
    name: 'small',
    warehouse: { instanceType: 't3.small', dataGiB: 20 },
    shopDatabase: { instanceType: 't3.micro', dataGiB: 8 },
    snapshotsKept: 7,
    budget: { 1: 65, 10: 100, 30: 185, 300: 1_300 },
  },
};

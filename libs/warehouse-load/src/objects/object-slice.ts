import type { PendingObject } from './pending-object';

/** The slice of an object that one chunk holds: usually all of it. */
export interface ObjectSlice {
  readonly object: PendingObject;
  /**
   * The hour (or day) of receipt that the key names, in milliseconds since 1970; 0 where it names
   * none.
   */
  readonly keyTime: number;
  /* eslint-disable members/readonly-properties -- Chunk counts while it reads the object. */
  /** Lines of the object that are done once this chunk is loaded; null when that is all of them. */
  resumeLine: number | null;
  lines: number;
  rows: number;
  /** Events whose id already occurred in the same chunk. */
  duplicates: number;
  quarantined: number;
  /** Lines that `npm run erase` has emptied. */
  erased: number;
  /** Lines of an object under `rejected/` that still are not events. */
  rejected: number;
  /** Events older than what the warehouse keeps. */
  expired: number;
  /** Events that browsers report as lost, by those of its rows that are new if all are. */
  lostInBrowser: number;
}

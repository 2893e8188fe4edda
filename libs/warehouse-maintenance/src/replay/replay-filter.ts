import type { KeyRange } from '@clickstream/warehouse-load/reading';

/** The lines of the quarantine to read again; without any of these, all open ones. */
export interface ReplayFilter {
  readonly reason?: string | undefined;
  readonly object?: string | undefined;
  readonly range?: KeyRange | undefined;
}

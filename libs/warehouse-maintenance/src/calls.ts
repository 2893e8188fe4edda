import type { ReadPart } from './erase/bucket-part';
import type { Receipt } from './erase/receipt';
import type { Subject } from './erase/subject/subject';
import type { ReplayPosition } from './replay/replay';
import type { ReplayCounts } from './replay/replay-counts';
import type { ReplayFilter } from './replay/replay-filter';
import type { DroppedCounts } from './retention/drop-expired';

/** Erase all data of a user or a browser. */
export interface EraseRequest {
  readonly operation: 'erase';
  readonly subject: Subject;
  readonly everywhere?: boolean;
  /** The answer of the call before, when that one left something. */
  readonly next?: ReadPart;
}

/** Drop events older than so many months before the current one. */
export interface RetainRequest {
  readonly operation: 'retain';
  /** Kept by the warehouse. */
  readonly months: number;
  /** Kept by the lake, where there is one; LAKE_MONTHS by default. */
  readonly lakeMonths?: number;
  readonly isDryRun?: boolean;
  readonly next?: never;
}

/** Read quarantined and rejected lines again. */
export interface ReplayRequest {
  readonly operation: 'replay';
  readonly filter: ReplayFilter;
  readonly isDryRun?: boolean;
  /** The answer of the call before, when that one left something. */
  readonly next?: ReplayPosition;
}

/** A call of the maintenance function on AWS. */
export type MaintenanceRequest = EraseRequest | RetainRequest | ReplayRequest;

/**
 * A load was at work until the time was up, or the lake had to be written first: the same call has
 * to be made again.
 */
export interface Waiting {
  readonly operation: MaintenanceRequest['operation'];
  readonly more: true;
  readonly isWaiting: true;
}

export type EraseAnswer =
  | { readonly operation: 'erase'; readonly more: true; readonly next: ReadPart }
  | {
      readonly operation: 'erase';
      readonly more: false;
      readonly receipt: Receipt;
      readonly receiptKey: string;
    };

export interface RetainAnswer {
  readonly operation: 'retain';
  readonly more: false;
  /** The first day that is kept. */
  readonly horizon: string;
  readonly dropped: DroppedCounts;
}

export interface ReplayAnswer {
  readonly operation: 'replay';
  readonly more: boolean;
  /** The counts of this call alone. */
  readonly counts: ReplayCounts;
  readonly next?: ReplayPosition;
}

/** `more: true` asks for another call, with what it holds under `next`. */
export type MaintenanceAnswer = EraseAnswer | RetainAnswer | ReplayAnswer | Waiting;

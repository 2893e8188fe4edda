import type { Rejection } from '@clickstream/event-schema';

/** Number of items that were not imported, by reason, with the first locations of each. */
export type Reasons = Record<string, { count: number; readonly first: string[] }>;

/** Result of an import. */
export interface Receipt {
  readonly file: string;
  readonly format: string;
  readonly isDryRun: boolean;
  readonly api: string | null;
  readonly startedAt: string;
  /* eslint-disable members/readonly-properties -- The import counts while it reads. */
  finishedAt: string;
  rows: number;
  /** Rows without an event. */
  readonly skippedRows: Reasons;
  events: number;
  requests: number;
  accepted: number;
  rejected: number;
  /* eslint-enable members/readonly-properties */
  readonly rejectedEvents: Reasons;
}

/** Number of examples kept for each reason. */
const MOST_EXAMPLES = 5;
/** Number of different reasons kept, so that a receipt stays readable. */
const MOST_REASONS = 100;

/** Counts one more of a reason. */
export function countReason(reasons: Reasons, reason: string, place: string): void {
  const isKnown = Object.hasOwn(reasons, reason) || Object.keys(reasons).length < MOST_REASONS;
  const entry = (reasons[isKnown ? reason : 'other reasons'] ??= { count: 0, first: [] });
  entry.count += 1;
  if (entry.first.length < MOST_EXAMPLES) entry.first.push(place);
}

/** Counts what ingest did not accept. */
export function countRejections(receipt: Receipt, rejections: readonly Rejection[]): void {
  receipt.rejected += rejections.length;
  for (const { eventId, reason } of rejections) {
    countReason(receipt.rejectedEvents, reason, eventId ?? 'without an id');
  }
}

/** An empty receipt for an import that starts now. */
export function newReceipt(file: string, format: string, api: string | undefined): Receipt {
  const now = new Date().toISOString();
  return {
    file,
    format,
    isDryRun: api === undefined,
    api: api ?? null,
    startedAt: now,
    finishedAt: now,
    rows: 0,
    skippedRows: {},
    events: 0,
    requests: 0,
    accepted: 0,
    rejected: 0,
    rejectedEvents: {},
  };
}

/** Result in words, for a person. */
export function summaryOf(receipt: Receipt): string {
  const figure = (count: number) => count.toLocaleString('en');
  const skipped = Object.values(receipt.skippedRows).reduce((sum, { count }) => sum + count, 0);
  const read = `Read ${figure(receipt.rows)} rows (${figure(skipped)} skipped), ${figure(receipt.events)} events`;
  if (receipt.isDryRun) return `${read}; sent nothing.`;
  return `${read}: ${figure(receipt.accepted)} accepted, ${figure(receipt.rejected)} rejected.`;
}

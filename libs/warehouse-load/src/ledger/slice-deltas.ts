import type { HourDeltas, LedgerCount } from './add-to-ledger';
import type { ObjectSlice } from '../objects/object-slice';

/** Counts of a slice's rows, where PostgreSQL did not accept all of them. */
export interface RowOutcome {
  /** Rows that were inserted. */
  readonly inserted: number;
  readonly refused: number;
  readonly lostInBrowser: number;
}

/** Ledger deltas of the slices of a chunk, by the hour that their keys name. */
export function deltasOfSlices(
  slices: readonly ObjectSlice[],
  outcomeOf: (slice: ObjectSlice) => RowOutcome,
): HourDeltas {
  const deltas = new Map<number, Record<LedgerCount, number>>();
  for (const slice of slices) {
    let hour = deltas.get(slice.keyTime);
    if (!hour) deltas.set(slice.keyTime, (hour = nothing()));
    const { inserted, refused, lostInBrowser } = outcomeOf(slice);
    hour.received += receivedIn(slice);
    hour.rejected += slice.rejected;
    hour.stored += slice.lines - slice.rejected;
    hour.loaded += inserted;
    hour.duplicates += slice.duplicates + slice.rows - inserted - refused;
    hour.quarantined += slice.quarantined + refused;
    hour.erased += slice.erased;
    hour.expired += slice.expired;
    hour.lost_in_browser += lostInBrowser;
  }
  return deltas;
}

/**
 * Number of events that ingest received, as far as they belong to this slice: its lines. The last
 * slice also counts whatever is missing from the number that ingest recorded for the object, so
 * that a difference shows once the object is read.
 */
function receivedIn({ object, lines, resumeLine }: ObjectSlice): number {
  const isLast = resumeLine === null;
  return isLast && object.events !== undefined ? object.events - object.resumeLine : lines;
}

const nothing = (): Record<LedgerCount, number> => ({
  received: 0,
  rejected: 0,
  stored: 0,
  loaded: 0,
  duplicates: 0,
  quarantined: 0,
  replayed: 0,
  erased: 0,
  expired: 0,
  lost_in_browser: 0,
});

import type { HourGains, LedgerCount } from './hour-counts';
import type { ObjectPart } from '../objects/object-slice';

/** What became of a part's rows, where PostgreSQL did not take all of them. */
export interface RowOutcome {
  /** Rows that are in. */
  readonly inserted: number;
  readonly refused: number;
  readonly lostInBrowser: number;
}

/** What the parts of a chunk add to the ledger, by the hour that their keys name. */
export function gainsOfParts(
  parts: readonly ObjectPart[],
  outcomeOf: (part: ObjectPart) => RowOutcome,
): HourGains {
  const gains = new Map<number, Record<LedgerCount, number>>();
  for (const part of parts) {
    let hour = gains.get(part.keyTime);
    if (!hour) gains.set(part.keyTime, (hour = nothing()));
    const { inserted, refused, lostInBrowser } = outcomeOf(part);
    hour.received += receivedIn(part);
    hour.rejected += part.rejected;
    hour.stored += part.lines - part.rejected;
    hour.loaded += inserted;
    hour.duplicates += part.duplicates + part.rows - inserted - refused;
    hour.quarantined += part.quarantined + refused;
    hour.erased += part.erased;
    hour.expired += part.expired;
    hour.lost_in_browser += lostInBrowser;
  }
  return gains;
}

/**
 * How many events ingest says it received, as far as they belong to this part: its lines; and with the last part all
 * that is missing from what ingest put into the object, so that a difference shows once the object is read.
 */
function receivedIn({ object, lines, resumeLine }: ObjectPart): number {
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

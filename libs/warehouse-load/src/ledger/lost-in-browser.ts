import { LOSS_REPORT } from '@clickstream/event-schema';

/** More than a browser can ever have held: a larger count is not a real report. */
const MOST_LOST = 1_000_000;

/** Number of events that a row reports as lost in the browser; 0 for any other event. */
export function lostInBrowser(row: { readonly event_name: string; readonly properties?: unknown }): number {
  if (row.event_name !== LOSS_REPORT) return 0;
  const { properties } = row;
  const lost =
    typeof properties === 'object' && properties !== null && 'lost' in properties && properties.lost;
  return Number.isSafeInteger(lost) && Number(lost) > 0 && Number(lost) <= MOST_LOST ? Number(lost) : 0;
}

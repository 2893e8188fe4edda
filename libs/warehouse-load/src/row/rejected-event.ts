import { adapterFor, dropPersonalFields } from '@clickstream/event-schema/adapters';
import { objectOf } from '@clickstream/event-schema/normalize';
import { toWarehouseRow, type RowLocation } from './to-warehouse-row';

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Beginning of ingest's message that an event nests too deep: ingest has stored only the layers
 * that it keeps.
 */
const IS_CUT = /nests deeper than/;

/**
 * The event in a rejected line, with the stamp of its receipt, if today's code can read it; null
 * where it stays rejected, as a truncated event does.
 */
export function rejectedEventOf(value: unknown, location: RowLocation): JsonObject | null {
  const line = objectOf(value);
  const sent = objectOf(line?.['event']);
  if (!line || !sent || IS_CUT.test(String(line['reason']))) return null;
  const event = { ...sent, _ingest: line['_ingest'] };
  try {
    // As ingest does with accepted messages of Segment, whichever route they came by.
    if (adapterFor(event).name === 'segment') dropPersonalFields(event);
    return toWarehouseRow(event, location).ok ? event : null;
  } catch {
    return null;
  }
}

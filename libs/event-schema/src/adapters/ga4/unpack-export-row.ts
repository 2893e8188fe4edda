import { objectOf, textOf, amountOf } from '../../normalize/field-values';
import { rowEventId } from '../shared/row-event-id';
import { withoutEmpty } from '../shared/without-empty';
import type { Fields } from './plain-form';

/**
 * The fields that distinguish an event of the export from others of its visitor at the same moment.
 */
const KEY = [
  'user_pseudo_id',
  'event_timestamp',
  'event_name',
  'event_bundle_sequence_id',
  'batch_event_index',
  'batch_page_id',
  'batch_ordering_id',
];

/**
 * A row of the BigQuery export of Google Analytics 4 (`events_YYYYMMDD`) as an event with an id.
 * Rows that are equal in all of these fields are one event.
 *
 * @returns undefined when the row is not such an event
 */
export function unpackExportRow(row: unknown): Fields | undefined {
  const event = objectOf(withoutEmpty(row));
  const micros = amountOf(event?.['event_timestamp']);
  if (!event || textOf(event['event_name']) === null || micros === null) return undefined;
  const params = event['event_params'] ?? [];
  const key = ['ga4-export', ...KEY.map((name) => textOf(event[name])), params, event['items'] ?? []];
  // Personal data is left out: user properties may hold anything.
  const kept = Object.fromEntries(Object.entries(event).filter(([name]) => name !== 'user_properties'));
  return { ...kept, event_params: params, eventId: rowEventId(Math.floor(micros / 1_000), key) };
}

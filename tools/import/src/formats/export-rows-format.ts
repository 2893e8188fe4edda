import { unpackExportRow } from '@clickstream/event-schema/adapters/ga4';
import type { ImportFormat } from './format';

/** Events of the BigQuery export of Google Analytics 4. */
export function exportRowsFormat(): ImportFormat {
  return {
    take(row) {
      const event = unpackExportRow(row);
      return event ? [event] : 'the row is not an event with event_name and event_timestamp';
    },
    end: () => [],
  };
}

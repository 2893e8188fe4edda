import { unpackSession } from '@clickstream/event-schema/adapters/universal-analytics';
import type { ImportFormat } from './format';

/** Sessions of the Universal Analytics 360 export. */
export function sessionsFormat(): ImportFormat {
  return {
    take: (row) =>
      unpackSession(row) ?? 'the row is not a session with fullVisitorId, visitStartTime and hits',
    end: () => [],
  };
}

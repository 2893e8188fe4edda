import { CLICKSTREAM_EVENTS } from '@clickstream/dw-models/tables';
import type { ClientBase } from 'pg';
import { onDay } from './on-day';
import { HAS_EVENTS } from './warehouse-day';

/** Numbers of objects that are farther apart are in two ranges. */
const GAP = 1000;

/** More ranges than these find nothing faster than reading all events. */
const MAX_RANGES = 50;

const COLUMNS = Object.keys(CLICKSTREAM_EVENTS.columns).join(', ');

/**
 * The query for the events of a day. Objects of a day have neighbouring numbers, apart from the
 * late ones, so that the index by number reads little else than the day.
 */
export async function eventsOfDay(client: ClientBase, day: string): Promise<string> {
  const ofDay = `${HAS_EVENTS} AND ${onDay('hour', `'${day}'`)}`;
  const { rows } = await client.query<{ first: number; last: number }>(
    `SELECT min(object_id) AS first, max(object_id) AS last FROM (
       SELECT object_id, count(*) FILTER (WHERE gap > ${GAP}) OVER (ORDER BY object_id) AS range FROM (
         SELECT object_id, object_id - lag(object_id) OVER (ORDER BY object_id) AS gap
         FROM etl_objects WHERE ${ofDay}
       ) AS numbered
     ) AS ranged
     GROUP BY range`,
  );
  const ranges = rows.map(({ first, last }) => `source_object_id BETWEEN ${first} AND ${last}`);
  const near = ranges.length > MAX_RANGES ? 'true' : ranges.join(' OR ') || 'false';
  return `SELECT ${COLUMNS} FROM clickstream_events
    WHERE (${near}) AND source_object_id IN (SELECT object_id FROM etl_objects WHERE ${ofDay})`;
}

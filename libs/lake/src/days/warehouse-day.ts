import type { ClientBase } from 'pg';
import { onDay } from './on-day';

/** The version of the files. Another version makes every day be written again. */
const FORMAT = 1;

/** One closed day of receipt (UTC), as the warehouse has it now. */
export interface WarehouseDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly events: number;
  /**
   * A digest of the manifest's rows of the day. It changes with whatever changes the day's events:
   * late objects, replays, erasures, retention, a rebuild or a restored copy of the warehouse.
   */
  readonly edition: string;
}

/** The days of the warehouse. */
export interface WarehouseDays {
  /** The closed ones with events. */
  readonly days: readonly WarehouseDay[];
  /** All days of which it has objects, with events or without. */
  readonly known: ReadonlySet<string>;
}

/** The objects of which the warehouse has events. Without any, a day has no file. */
export const HAS_EVENTS = 'loaded > 0';

/**
 * Everything about an object that says which of its lines are rows. A sum does not depend on the
 * order of the objects.
 */
const EDITION = `md5(concat(${FORMAT}, ' ', sum(hashtextextended(concat_ws(' ', object_key, loaded, duplicates,
  quarantined, erased, expired, rejected, extract(epoch FROM loaded_at)), 0)::numeric)))`;

/**
 * The closed days: those before the day in which the last load began that loaded everything.
 *
 * @param day only this day
 */
export async function closedDays(client: ClientBase, day?: string): Promise<WarehouseDay[]> {
  const { rows } = await client.query<{ day: string; events: string; edition: string }>(
    `SELECT to_char(hour AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, sum(loaded) AS events, ${EDITION} AS edition
     FROM etl_objects
     WHERE ${HAS_EVENTS} AND hour < (SELECT date_trunc('day', max(complete_until), 'UTC') FROM etl_runs)
       AND ($1::date IS NULL OR ${onDay('hour', '$1')})
     GROUP BY 1 ORDER BY 1`,
    [day ?? null],
  );
  return rows.map(({ events, ...row }) => ({ ...row, events: Number(events) }));
}

/** All that a plan needs. */
export async function warehouseDays(client: ClientBase): Promise<WarehouseDays> {
  const { rows } = await client.query<{ day: string }>(
    `SELECT DISTINCT to_char(hour AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day FROM etl_objects`,
  );
  return { days: await closedDays(client), known: new Set(rows.map(({ day }) => day)) };
}

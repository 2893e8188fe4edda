import pg from 'pg';
import type { LoadedEvent } from '../fates';

/** Answers of the warehouse about some events. */
export interface WarehouseAnswer {
  readonly loadedAt: string | null;
  readonly loaded: ReadonlyMap<string, LoadedEvent>;
  /** Reasons by event id. */
  readonly quarantined: ReadonlyMap<string, string>;
}

const LOADED = `
  SELECT e.event_id AS id, o.object_key AS object, e.source_line AS line, o.loaded_at AS at,
    jsonb_strip_nulls(to_jsonb(e)) AS row
  FROM public.clickstream_events e
  LEFT JOIN public.etl_objects o ON o.object_id = e.source_object_id
  WHERE e.event_id = ANY($1::uuid[])`;

/** Of the last hour: the inspector asks about what has just been recorded. */
const QUARANTINED = `
  SELECT asked.id, concat_ws(': ', q.reason, q.detail) AS reason
  FROM public.etl_quarantine q
  JOIN unnest($1::text[]) AS asked (id) ON strpos(q.raw, asked.id) > 0
  WHERE q.resolved_at IS NULL AND q.quarantined_at > now() - interval '1 hour'`;

const LAST_LOAD = `
  SELECT finished_at AS at FROM public.etl_runs WHERE finished_at IS NOT NULL ORDER BY run_id DESC LIMIT 1`;

/** One pool per process: Next may load this module once per route. */
const shared = globalThis as { inspectedWarehouse?: pg.Pool };

/**
 * Asks the warehouse about events, as a role that reads.
 *
 * @throws Error when it does not answer within seconds
 */
export async function askWarehouse(url: string, ids: readonly string[]): Promise<WarehouseAnswer> {
  shared.inspectedWarehouse ??= new pg.Pool({
    connectionString: url,
    max: 2,
    connectionTimeoutMillis: 3_000,
    statement_timeout: 5_000,
    idleTimeoutMillis: 30_000,
  }).on('error', () => undefined);
  const pool = shared.inspectedWarehouse;
  const [loaded, quarantined, last] = await Promise.all([
    pool.query<LoadedRow>(LOADED, [ids]),
    pool.query<{ id: string; reason: string }>(QUARANTINED, [ids]),
    pool.query<{ at: Date }>(LAST_LOAD),
  ]);
  return {
    loadedAt: last.rows[0]?.at.toISOString() ?? null,
    loaded: new Map(
      loaded.rows.map(({ id, at, ...event }) => [id, { ...event, at: at?.toISOString() ?? null }]),
    ),
    quarantined: new Map(quarantined.rows.map(({ id, reason }) => [id, reason])),
  };
}

interface LoadedRow extends Omit<LoadedEvent, 'at'> {
  readonly id: string;
  readonly at: Date | null;
}

import type { RawObject } from '../objects/raw-objects';
import type { Warehouse } from './warehouse';

/** Progress of the load, as the warehouse says. */
export interface LoadState {
  /** Keys of objects that are loaded. */
  readonly loaded: ReadonlySet<string>;
  /**
   * All that was in the bucket then is loaded; milliseconds since 1970, 0 before the
   * first whole run.
   */
  readonly completeUntil: number;
  /** When the last run came to its end: carts are abandoned or not as of then. */
  readonly finishedAt: number;
}

const MANIFEST = `SELECT object_key AS key FROM public.etl_objects WHERE resume_line IS NULL
  UNION ALL SELECT object_key FROM public.book_files`;
const RUNS = `
  SELECT coalesce(extract(epoch FROM max(complete_until)) * 1000, 0)::float8 AS complete_until,
    coalesce((SELECT extract(epoch FROM finished_at) * 1000 FROM public.etl_runs
      WHERE finished_at IS NOT NULL ORDER BY run_id DESC LIMIT 1), 0)::float8 AS finished_at
  FROM public.etl_runs`;

export async function readLoadState(warehouse: Warehouse): Promise<LoadState> {
  const manifest = await warehouse.rows(MANIFEST);
  const [run = {}] = await warehouse.rows(RUNS);
  return {
    loaded: new Set(manifest.map(({ key }) => String(key))),
    completeUntil: Number(run['complete_until']),
    finishedAt: Number(run['finished_at']),
  };
}

/**
 * True for an object whose events belong into the numbers: the warehouse names it, or says
 * that it had loaded all there was when the object was there already. So one that a load has
 * lost is missed.
 */
export function isDue({ key, modifiedAt }: RawObject, { loaded, completeUntil }: LoadState): boolean {
  return loaded.has(key) || modifiedAt < completeUntil;
}

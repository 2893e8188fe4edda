import type { ClientBase } from 'pg';

/** The state of the books for the alarm after a run. */
export interface BooksHealth {
  /**
   * Orders and refunds of the days whose files the last run loaded that differ from analytics
   * without an explanation, and lines of the books that are missing, unreadable or contradictory.
   */
  readonly booksDiffer: number;
}

interface Counts {
  readonly faults: number;
  readonly incomplete: number;
}

/** Compares the days whose files the last run loaded; 0 when it loaded none. */
export async function booksHealth(client: ClientBase): Promise<BooksHealth> {
  const { rows: days } = await client.query<{ since: Date | null; until: Date | null }>(
    `SELECT min(day::timestamp AT TIME ZONE time_zone) AS since, max((day + 1)::timestamp AT TIME ZONE time_zone) AS until
     FROM book_days JOIN book_files USING (object_key) WHERE run_id = (SELECT max(run_id) FROM etl_runs)`,
  );
  const [{ since = null, until = null } = {}] = days;
  if (since === null) return { booksDiffer: 0 };
  const { rows } = await client.query<Counts>(
    `SELECT (SELECT count(*) FROM dash.reconcile_books($1, $2) WHERE is_fault)::integer AS faults,
       (SELECT missing_numbers + quarantined + contradictions FROM dash.books_state)::integer AS incomplete`,
    [since, until],
  );
  const [{ faults = 0, incomplete = 0 } = {}] = rows;
  return { booksDiffer: faults + incomplete };
}

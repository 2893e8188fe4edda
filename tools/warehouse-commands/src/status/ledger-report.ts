import pg from 'pg';
import { booksState, type BooksState } from './books-state';
import { failedRuns, type FailedRuns } from './failed-runs';
import { openAlerts, type OpenAlert } from './open-alerts';

/** The counts of an hour, in the order in which they are shown. */
export const LEDGER_COUNTS = [
  'received',
  'rejected',
  'stored',
  'loaded',
  'duplicates',
  'quarantined',
  'erased',
  'expired',
  'replayed',
  'lost_in_browser',
] as const;

export type LedgerCounts = Readonly<Record<(typeof LEDGER_COUNTS)[number], number>>;

/** States of the events of an hour of receipt; `hour` as ISO 8601. */
export interface LedgerHour extends LedgerCounts {
  readonly hour: string;
}

/** A number in the ledger that differs from the real one. */
export interface LedgerDifference {
  /** As ISO 8601; null for what belongs to no object. */
  readonly hour: string | null;
  readonly what: string;
  readonly expected: number;
  readonly found: number;
}

/** Report about the ledger. */
export interface LedgerReport {
  /** The hours asked for that received anything, oldest first. */
  readonly hours: readonly LedgerHour[];
  /** Sum over those hours. */
  readonly total: LedgerCounts;
  /** Number of all hours. */
  readonly hoursInAll: number;
  readonly differences: readonly LedgerDifference[];
  readonly quarantine: readonly { readonly reason: string; readonly lines: number }[];
  /** Everything that was received by then is loaded; null before the first complete run. */
  readonly completeUntil: string | null;
  readonly failedRuns: FailedRuns;
  readonly alerts: readonly OpenAlert[];
  /** Null when no day of the books is loaded. */
  readonly books: BooksState | null;
}

/**
 * Hours from the first to the last, as ISO 8601, both included; the latest `latest` of
 * them that received anything.
 */
export interface HourRange {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly latest?: number | undefined;
}

/**
 * Time limit for a warehouse that is very large or stuck: reading ten million events takes seconds.
 */
const STATEMENT_MILLISECONDS = 10 * 60_000;

const COUNTS = LEDGER_COUNTS.map((name) => `${name}::float8`).join(', ');

/**
 * Reads the ledger, and compares all of it with the events, the quarantine and the manifest.
 *
 * @param url postgres:// address with the role shiny_ro
 * @throws Error in one line when the warehouse cannot be reached
 */
export async function ledgerReport(url: string, range: HourRange): Promise<LedgerReport> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'status',
    connectionTimeoutMillis: 10_000,
    statement_timeout: STATEMENT_MILLISECONDS,
  });
  client.on('error', () => undefined);
  await client.connect().catch((error: Error) => {
    throw new Error(`The warehouse cannot be reached: ${error.message || error.name}`, { cause: error });
  });
  try {
    // One snapshot: a load that commits in between is not a difference.
    await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL TimeZone = 'UTC'`);
    const differences = await client.query<LedgerDifference>(
      `SELECT ${isoHour} AS hour, what, expected::float8, found::float8
       FROM dash.ledger_differences ORDER BY ledger_differences.hour, what`,
    );
    const hours = await client.query<LedgerHour & { readonly in_all: number }>(
      `SELECT * FROM (
         SELECT ${isoHour} AS hour, ${COUNTS}
         FROM dash.ledger_hourly
         WHERE ledger_hourly.hour BETWEEN coalesce($1::timestamptz, '-infinity') AND coalesce($2::timestamptz, 'infinity')
         ORDER BY ledger_hourly.hour DESC LIMIT $3
       ) AS latest ORDER BY hour`,
      [range.from, range.to, range.latest],
    );
    const quarantine = await client.query<{ reason: string; lines: number }>(
      'SELECT reason, lines::float8 FROM dash.open_quarantine ORDER BY lines DESC, reason',
    );
    const overall = await client.query<{ hours: number; complete_until: string | null }>(
      `SELECT (SELECT count(*)::integer FROM dash.ledger_hourly) AS hours,
         (SELECT to_char(max(complete_until), 'YYYY-MM-DD"T"HH24:MI:SS"Z"') FROM public.etl_runs) AS complete_until`,
    );
    return {
      hours: hours.rows,
      total: totalOf(hours.rows),
      hoursInAll: overall.rows[0]?.hours ?? 0,
      differences: differences.rows,
      quarantine: quarantine.rows,
      completeUntil: overall.rows[0]?.complete_until ?? null,
      failedRuns: await failedRuns(client),
      alerts: await openAlerts(client),
      books: await booksState(client),
    };
  } finally {
    await client.end();
  }
}

const isoHour = `to_char(hour, 'YYYY-MM-DD"T"HH24:MI"Z"')`;

function totalOf(hours: readonly LedgerHour[]): LedgerCounts {
  const sum = (name: keyof LedgerCounts) => hours.reduce((total, hour) => total + hour[name], 0);
  return Object.fromEntries(LEDGER_COUNTS.map((name) => [name, sum(name)])) as unknown as LedgerCounts;
}

import { readOptions, UsageError } from '@clickstream/command-line';
import { LAKE_MONTHS } from '@clickstream/warehouse-maintenance';

export interface RetentionOptions {
  /** Whole months to keep before the current month. */
  readonly months: number;
  /** The same for the lake. */
  readonly lakeMonths: number;
  /** True when nothing is to be changed. */
  readonly isDryRun: boolean;
  /** True when the function on AWS does the work. */
  readonly isOnAws: boolean;
}

/**
 * Two years and one month: each month can be compared with the same month of the two years before.
 */
const DEFAULT_MONTHS = 25;

export const RETENTION_HELP = `Drops events that are older than the retention period.

Usage: npm run retention -- [--months <n>] [--lake-months <n>] [--dry-run] [--on-aws]

Options:
  --months <n>  keep the current month and n months before it (${DEFAULT_MONTHS})
  --lake-months <n>  the same for the lake, where there is one (${LAKE_MONTHS})
  --dry-run     only prints what would be dropped
  --on-aws      lets the function MAINTENANCE_FUNCTION do it, as its monthly schedule does
  --help        this text

It drops the partitions of older months, which is instant however large they are; events without a partition by their
time; quarantined lines and manifest rows by the hour of receipt. Then it computes the facts again from the remaining
events. The ledger keeps its hours, with the dropped events as expired. Dropped events are not loaded again, although
the bucket may still contain them: the bucket's lifecycle deletes them there.
Where there is a lake, it is brought up to date first, and keeps what the warehouse drops, until that is older than
the months of the lake: docs/lake.md.
The command waits for a running ETL. If it is stopped or killed, the next one continues.

It reads DW_ADMIN_URL and the settings of the bucket from .local/env, which is there while npm start runs, or from the environment.

Exit codes: 0 done, 1 it failed, 2 wrong usage
`;

/** Reads the options of `npm run retention`. @throws {UsageError} */
export function retentionOptions(args: string[]): RetentionOptions | 'help' {
  const options = readOptions(args, {
    months: { type: 'string' },
    'lake-months': { type: 'string' },
    'dry-run': { type: 'boolean' },
    'on-aws': { type: 'boolean' },
  });
  if (options.help) return 'help';
  const months = monthsOf('--months', options.months ?? String(DEFAULT_MONTHS));
  const lakeMonths = monthsOf(
    '--lake-months',
    options['lake-months'] ?? String(Math.max(LAKE_MONTHS, months)),
  );
  if (lakeMonths < months)
    throw new UsageError(`--lake-months ${lakeMonths} is less than the ${months} months of the warehouse.`);
  return {
    months,
    lakeMonths,
    isDryRun: options['dry-run'] === true,
    isOnAws: options['on-aws'] === true,
  };
}

function monthsOf(option: string, months: string): number {
  if (/^[1-9]\d{0,3}$/.test(months)) return Number(months);
  throw new UsageError(`${option} "${months}" is not a number from 1 to 9999.`);
}

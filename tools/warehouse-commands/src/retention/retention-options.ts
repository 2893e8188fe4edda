import { readOptions, UsageError } from '@clickstream/command-line';

export interface RetentionOptions {
  /** Whole months that are kept before the month of today. */
  readonly months: number;
  /** True when nothing is to be changed. */
  readonly isDryRun: boolean;
}

/**
 * Two years and the month before: each month can be compared with that of last
 * year, and of the year before.
 */
const DEFAULT_MONTHS = 25;

export const RETENTION_HELP = `Drops events that are older than the warehouse is to keep them.

Usage: npm run retention -- [--months <n>] [--dry-run]

Options:
  --months <n>  keep the month of today and so many before it (${DEFAULT_MONTHS})
  --dry-run     only says what would be dropped
  --help        this text

Dropped are: the partitions of older months, which is instant however large they are; events without a partition by
their own time; quarantined lines and manifest rows by the hour of receipt. Facts are then computed again, so that they
say what the remaining events say. The ledger keeps its hours, with what was dropped as expired. What is dropped is not
loaded again, although the bucket may still hold it: its age there is the business of the bucket's lifecycle.
While an ETL run is at work, it waits for it. If it is stopped or killed, the next one goes on.

It reads DW_ADMIN_URL from .local/env, which is there while npm start runs, or from the environment.

Exit codes: 0 done, 1 it failed, 2 wrong usage
`;

/** Reads the options of `npm run retention`. @throws {UsageError} */
export function retentionOptions(args: string[]): RetentionOptions | 'help' {
  const options = readOptions(args, { months: { type: 'string' }, 'dry-run': { type: 'boolean' } });
  if (options.help) return 'help';
  const { months = String(DEFAULT_MONTHS) } = options;
  if (!/^[1-9]\d{0,3}$/.test(months))
    throw new UsageError(`--months "${months}" is not a number from 1 to 9999.`);
  return { months: Number(months), isDryRun: options['dry-run'] === true };
}

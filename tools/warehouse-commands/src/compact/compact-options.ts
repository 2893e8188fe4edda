import { FLAG, readOptions, TEXT, UsageError } from '@clickstream/command-line';
import type { DayRange } from '@clickstream/lake';
import { dayOf } from './day-option';

export interface CompactOptions {
  readonly range: DayRange;
  /** True when nothing is to be written. */
  readonly isDryRun: boolean;
}

export const COMPACT_HELP = `Writes the events of closed days into the lake: one Parquet file for each day.

Usage: npm run compact -- [--day <day> | --from <day> --to <day>] [--dry-run]

Options:
  --day <day>   only this day of receipt, YYYY-MM-DD in UTC
  --from <day>  the first day (the first with events)
  --to <day>    the last day, counted as well (the last closed one)
  --dry-run     only prints what would be written
  --help        this text

A day is closed when a load that began after it has loaded everything. Only days that are new or have changed are
written: by late objects, a replay, an erasure, a rebuild. Days without events any more are removed. A second run
does nothing. The files are in the bucket: lake/events/day=YYYY-MM-DD/events.parquet, and lake/manifest.json says
what they hold. Then come the facts, also only those days of them that have changed, and the views of the dashboards:
lake/facts and lake/views.sql. If the command is stopped or killed, the next one continues.

It reads DW_SHINY_URL and the settings of the bucket from .local/env, which is there while npm start runs, or from
the environment.

Exit codes: 0 done, 1 it failed, 2 wrong usage
`;

/** Reads the options of `npm run compact`. @throws {UsageError} */
export function compactOptions(args: string[]): CompactOptions | 'help' {
  const { help, ...given } = readOptions(args, { day: TEXT, from: TEXT, to: TEXT, 'dry-run': FLAG });
  if (help) return 'help';
  const day = dayOf('--day', given.day);
  const range = { from: dayOf('--from', given.from) ?? day, to: dayOf('--to', given.to) ?? day };
  if (day !== undefined && (given.from ?? given.to) !== undefined)
    throw new UsageError('--day is the only day: leave --from and --to out.');
  if (range.from !== undefined && range.to !== undefined && range.to < range.from)
    throw new UsageError(`--to "${range.to}" is before --from "${range.from}".`);
  return { range, isDryRun: given['dry-run'] === true };
}

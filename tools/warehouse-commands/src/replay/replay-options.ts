import { type KeyRange, keyRangeOf } from '@clickstream/warehouse-load/reading';
import { asUsage, readOptions } from '@clickstream/command-line';

/** Which lines of the quarantine to read again; without any of these, all that are open. */
export interface ReplayFilter {
  readonly reason?: string | undefined;
  readonly object?: string | undefined;
  readonly range?: KeyRange | undefined;
}

export interface ReplayOptions {
  readonly filter: ReplayFilter;
  /** True when nothing is to be changed. */
  readonly isDryRun: boolean;
}

export const REPLAY_HELP = `Reads quarantined lines again, and what ingest rejected, and loads what today's code can read.

Usage: npm run replay -- [--reason <reason>] [--from <time>] [--to <time>] [--object <key>] [--dry-run]

Options:
  --reason <reason>  only lines with this reason, as npm run status lists them; rejected: only what ingest rejected
  --from <time>      only objects from this day or hour on: YYYY-MM-DD or YYYY-MM-DDTHH, UTC
  --to <time>        only objects up to this day or hour, its end included
  --object <key>     only lines of this object
  --dry-run          only says what would be loaded
  --help             this text

A line is read from the quarantine, or where that does not suffice from its object in the bucket. What can be read is
loaded once, with the id that it would have had, and marked as resolved; the rest stays, with the reason of today.
Of what ingest rejected, the objects under rejected/ are read that hold lines which were never loaded. An event that
ingest has cut, because it nests too deep, stays there.
While an ETL run is at work, it waits for it. Ctrl-C ends it after the lines in hand; the next replay goes on.

It reads the addresses from .local/env, which is there while npm start runs, or from the environment:
RAW_BUCKET, AWS_REGION, DW_ETL_URL; AWS_ENDPOINT_URL_S3 and S3_FORCE_PATH_STYLE=true for a server other than AWS.

Exit codes: 0 done, also when lines stay in quarantine, 1 it stopped, 2 wrong usage
`;

/** Reads the options of `npm run replay`. @throws {UsageError} */
export function replayOptions(args: string[]): ReplayOptions | 'help' {
  const { help, reason, object, ...rest } = readOptions(args, {
    reason: { type: 'string' },
    object: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    'dry-run': { type: 'boolean' },
  });
  if (help) return 'help';
  const range = asUsage(() => keyRangeOf(rest));
  return { filter: { reason, object, range }, isDryRun: rest['dry-run'] === true };
}

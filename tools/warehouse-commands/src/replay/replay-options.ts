import { keyRangeOf } from '@clickstream/warehouse-load/reading';
import type { ReplayFilter } from '@clickstream/warehouse-maintenance';
import { asUsage, readOptions } from '@clickstream/command-line';

export interface ReplayOptions {
  readonly filter: ReplayFilter;
  /** True when nothing is to be changed. */
  readonly isDryRun: boolean;
  /** True when the function on AWS does the work. */
  readonly isOnAws: boolean;
}

export const REPLAY_HELP = `Reads quarantined and rejected lines again, and loads those that the current code can read.

Usage: npm run replay -- [--reason <reason>] [--from <time>] [--to <time>] [--object <key>] [--dry-run]
                         [--on-aws]

Options:
  --reason <reason>  only lines with this reason, as listed by npm run status; rejected: only lines rejected by ingest
  --from <time>      only objects from this day or hour on: YYYY-MM-DD or YYYY-MM-DDTHH, UTC
  --to <time>        only objects up to this day or hour, its end included
  --object <key>     only lines of this object
  --dry-run          only prints what would be loaded
  --on-aws           lets the function MAINTENANCE_FUNCTION do it, inside the private network
  --help             this text

A line is read from the quarantine, or from its object in the bucket if that is not enough. Readable lines are loaded
once, with the id that they would have had, and marked as resolved; the others stay, with the current reason. Of the
objects under rejected/, those with lines that were never loaded are read. An event that ingest has cut, because it is
nested too deeply, stays there.
The command waits for a running ETL. Ctrl-C ends it after the current lines; the next replay continues.

It reads the addresses from .local/env, which is there while npm start runs, or from the environment:
RAW_BUCKET, AWS_REGION, DW_ETL_URL; AWS_ENDPOINT_URL_S3 and S3_FORCE_PATH_STYLE=true for a server other than AWS.

Exit codes: 0 done, also when lines stay in quarantine, 1 it stopped, 2 wrong usage
`;

/** Reads the options of `npm run replay`. @throws {UsageError} */
export function replayOptions(args: string[]): ReplayOptions | 'help' {
  const {
    help,
    reason,
    object,
    'dry-run': dryRun,
    'on-aws': onAws,
    ...rest
  } = readOptions(args, {
    reason: { type: 'string' },
    object: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    'dry-run': { type: 'boolean' },
    'on-aws': { type: 'boolean' },
  });
  if (help) return 'help';
  const range = asUsage(() => keyRangeOf(rest));
  return { filter: { reason, object, range }, isDryRun: dryRun === true, isOnAws: onAws === true };
}

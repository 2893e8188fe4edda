import { type KeyRange, keyRangeOf } from '@clickstream/warehouse-load/reading';
import { asUsage, readOptions } from '@clickstream/command-line';

export const LOAD_HELP = `Loads what is in the bucket and not yet in the warehouse.

Usage: npm run etl -- [--from <time>] [--to <time>]

Options:
  --from <time>  only objects from this day or hour on, by the folders of the bucket:
                 YYYY-MM-DD or YYYY-MM-DDTHH, UTC
  --to <time>    only objects up to this day or hour, its end included
  --help         this text

It reads the addresses from .local/env, which is there while npm start runs, or from the environment:
RAW_BUCKET, AWS_REGION, DW_ETL_URL; AWS_ENDPOINT_URL_S3 and S3_FORCE_PATH_STYLE=true for a server other than AWS.
While another run is at work, it waits for it. Ctrl-C ends it after the chunk in hand; the next run goes on.

Exit codes: 0 everything is loaded, 1 something is not, 2 wrong usage
`;

/**
 * Reads the options of `npm run etl`.
 *
 * @returns the range of keys (undefined for all), or 'help'
 * @throws {UsageError} for an unknown option or a value that is not a time
 */
export function loadOptions(args: string[]): { range: KeyRange | undefined } | 'help' {
  const values = readOptions(args, { from: { type: 'string' }, to: { type: 'string' } });
  return values.help ? 'help' : { range: asUsage(() => keyRangeOf(values)) };
}

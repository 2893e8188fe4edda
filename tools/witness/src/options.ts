import { FLAG, readOptions, TEXT, UsageError } from '@clickstream/command-line';

/** Options of the command line. Days are those of the shop's clock, both counted. */
export interface WitnessOptions {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly json: boolean;
}

/** The text of `--help`. */
export const HELP = `Counts the numbers of the dashboards again, from the raw objects of the bucket, and compares them with the warehouse.

Usage: npm run witness -- [--from <day>] [--to <day>] [--json]

It shares no code with the load, the facts and the views: DuckDB reads the lines of the bucket by the rules of docs/adr.
It reads the whole bucket, since what happened before the first day decides how that day counts.

Options:
  --from <day>  the first day, YYYY-MM-DD on the shop's clock (the first with data)
  --to <day>    the last day, counted as well (the last with data)
  --json        every number, as JSON
  --help        this text

Environment:
  DW_SHINY_URL, RAW_BUCKET, AWS_REGION, AWS_ENDPOINT_URL_S3, S3_FORCE_PATH_STYLE
                a warehouse and a bucket elsewhere; otherwise those of the local cloud that runs
  SHOP_TIME_ZONE, SHOP_CURRENCY
                as for the dashboards (Asia/Ho_Chi_Minh, VND)

Exit codes: 0 all numbers agree, 1 a number differs or the witness could not read, 2 wrong usage
`;

/** @throws {UsageError} for an unknown option, or a day that is not one */
export function witnessOptions(args: string[]): WitnessOptions | 'help' {
  const { help, from, to, json } = readOptions(args, { from: TEXT, to: TEXT, json: FLAG });
  if (help) return 'help';
  const options = { from: dayOf('--from', from), to: dayOf('--to', to), json: json ?? false };
  if (options.from !== undefined && options.to !== undefined && options.to < options.from)
    throw new UsageError(`--to "${options.to}" is before --from "${options.from}".`);
  return options;
}

function dayOf(option: string, given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(given) ? Date.parse(`${given}T00:00Z`) : Number.NaN;
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(given)) return given;
  throw new UsageError(`${option} takes a day such as 2026-11-23, not "${given}".`);
}

import { oneOf, readOptions, TEXT, UsageError } from '@clickstream/command-line';
import { EXPORTS, type TableExport } from '@clickstream/lake';
import { dayOf } from '../compact/day-option';

const TABLES = Object.keys(EXPORTS) as TableExport['table'][];
const FORMATS = ['parquet', 'csv'] as const;

export const EXPORT_HELP = `Writes events, sessions, orders or carts of the warehouse into a file.

Usage: npm run export -- --table <table> --format <format> [--from <day>] [--to <day>] [--file <path>]

Options:
  --table <table>    ${TABLES.join(', ')}
  --format <format>  ${FORMATS.join(' or ')}
  --from <day>       the first day, YYYY-MM-DD in UTC (the first of all)
  --to <day>         the last day, counted as well (the last of the warehouse)
  --file <path>      the file to write (<table>.<format>)
  --help             this text

Events are cut by the time at which they happened, sessions and carts by their beginning, orders by their time.
Sessions, orders and carts are those of the dashboards: the views dash.sessions, dash.orders and dash.carts.

Days that have left the warehouse are read from the lake of RAW_BUCKET: docs/lake.md.

It reads DW_SHINY_URL and the settings of the bucket from .local/env, which is there while npm start runs, or from the environment.

Exit codes: 0 done, 1 it failed, 2 wrong usage
`;

/** Reads the options of `npm run export`. @throws {UsageError} */
export function exportOptions(args: string[]): TableExport | 'help' {
  const options = { table: TEXT, format: TEXT, from: TEXT, to: TEXT, file: TEXT };
  const { help, ...given } = readOptions(args, options);
  if (help) return 'help';
  const table = oneOf('--table', given.table, TABLES);
  const format = oneOf('--format', given.format, FORMATS);
  const [from, to] = [dayOf('--from', given.from), dayOf('--to', given.to)];
  if (from !== undefined && to !== undefined && to < from)
    throw new UsageError(`--to "${to}" is before --from "${from}".`);
  return { table, format, from, to, file: given.file ?? `${table}.${format}` };
}

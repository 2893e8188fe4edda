import {
  FLAG,
  oneOf,
  readArguments,
  TEXT,
  UsageError,
  webAddress,
  wholeNumber,
} from '@clickstream/command-line';
import { ORDER_FIELDS, type ColumnNames, type OrderField } from './formats/order-columns';
import type { DateOrder } from './formats/time-of-text';

/** Supported kinds of files. */
export const FORMATS = ['ga4-export', 'ga360', 'csv'] as const;
export type FormatName = (typeof FORMATS)[number];

/** Options of the command line. */
export interface Command {
  readonly file: string;
  readonly format: FormatName;
  /** The API's address; undefined to take that of the running local cloud. */
  readonly api: string | undefined;
  readonly isDryRun: boolean;
  /** File for the receipt. */
  readonly receipt: string;
  readonly concurrency: number;
  readonly currency: string;
  readonly columns: ColumnNames;
  readonly dateOrder: DateOrder | undefined;
}

/** The text of `--help`. */
export const HELP = `Sends the history of a shop through the real path: POST /clickstream, in batches.

Usage: npm run import -- --from ga4-export|ga360|csv [options] FILE

  ga4-export   rows of events_YYYYMMDD that BigQuery has exported: JSON lines or parquet
  ga360        sessions of the Universal Analytics 360 export: JSON lines or parquet
  csv          lines of orders; also .rda of R. Names of columns are recognized, or given with --map

Options:
  --dry-run            read and count, send nothing
  --api <url>          default: API_URL of the running local cloud
  --receipt <file>     what was read, sent, accepted and rejected (default: FILE.receipt.json)
  --map <field>=<column>[,…]  columns of a CSV file: ${ORDER_FIELDS.join(', ')}
  --currency <code>    ISO 4217, for a CSV file without such a column (default VND)
  --date-order dmy|mdy how a CSV file writes 3/4/2026
  --concurrency <n>    requests at the same time (default 4)
  --help               this text

Files may end in .gz. Dates without a zone are UTC. The ids of the events are made of the rows, so a second import of the same rows
adds nothing. Exit codes: 0 all was accepted, 1 something was not, 2 wrong usage
`;

/**
 * Reads the command line.
 *
 * @throws {UsageError} for an unknown option or a value that it cannot have
 */
export function readCommand(args: string[]): Command | 'help' {
  const { values, positionals } = readArguments(args, {
    from: TEXT,
    api: TEXT,
    receipt: TEXT,
    map: { ...TEXT, multiple: true },
    currency: TEXT,
    'date-order': TEXT,
    concurrency: TEXT,
    'dry-run': FLAG,
  });
  if (values.help) return 'help';
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError('Name one file to import.');
  return {
    file,
    format: oneOf('--from', values.from, FORMATS),
    api: values.api === undefined ? undefined : webAddress('--api', values.api),
    isDryRun: values['dry-run'] ?? false,
    receipt: values.receipt ?? `${file}.receipt.json`,
    concurrency: wholeNumber('--concurrency', values.concurrency, { otherwise: 4, least: 1, most: 64 }),
    currency: currencyCode(values.currency ?? 'VND'),
    columns: columnNames(values.map),
    dateOrder:
      values['date-order'] === undefined
        ? undefined
        : oneOf('--date-order', values['date-order'], ['dmy', 'mdy'] as const),
  };
}

function currencyCode(given: string): string {
  if (/^[A-Z]{3}$/.test(given)) return given;
  throw new UsageError(`--currency takes a code such as GBP, not "${given}".`);
}

function columnNames(given: readonly string[] = []): ColumnNames {
  const pairs = given.flatMap((list) => list.split(',')).map((pair) => pair.split('='));
  for (const [field = '', column = ''] of pairs) {
    if (column === '' || !ORDER_FIELDS.includes(field as OrderField)) {
      throw new UsageError(
        `--map takes <field>=<column>, where the field is one of ${ORDER_FIELDS.join(', ')}.`,
      );
    }
  }
  return Object.fromEntries(pairs) as ColumnNames;
}

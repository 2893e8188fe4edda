import { readOptions, TEXT, UsageError } from '@clickstream/command-line';

export const LETTER_HELP = `Usage: npm run letter -- [--to <day>] [--out <file>]

Writes the weekly letter: one HTML file with the week against the week before, the three largest significant changes, the
actions worth the most, and what came of those that were done. Its numbers are those of the dashboard. The file loads nothing,
so it can be opened anywhere, sent by mail or printed.

Options:
  --to <day>    the last of its seven days, YYYY-MM-DD on the shop's clock (the last Sunday with complete data)
  --out <file>  where to write it (letter-<last day>.html in this folder)
  --help        this text

Environment:
  DW_SHINY_URL  another warehouse; otherwise that of the local cloud that runs
  SHOP_TIME_ZONE, SHOP_LOCALE, SHOP_CURRENCY
                as for the dashboards (Asia/Ho_Chi_Minh, vi-VN, VND)

Exit codes: 0 written, 1 there is no such week or the warehouse does not answer, 2 wrong usage
`;

/** The letter to write; '' means the default of the writer. */
export interface LetterOptions {
  readonly to: string;
  readonly out: string;
}

/** @throws {UsageError} for an unknown option, or a day that is not one */
export function letterOptions(args: string[]): LetterOptions | 'help' {
  const { help, to = '', out = '' } = readOptions(args, { to: TEXT, out: TEXT });
  if (help) return 'help';
  if (to !== '' && !isDay(to)) throw new UsageError(`--to takes a day such as 2026-11-22, not "${to}".`);
  return { to, out };
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

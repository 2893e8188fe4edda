import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { NumberCheck } from '../number-check';

const run = promisify(execFile);

/** A file of the books, ready for the bucket. */
export interface BookFile {
  readonly key: string;
  readonly content: string;
}

/** The books of a shop, and what its warehouse must show of them. */
export interface ShopBooks {
  readonly files: readonly BookFile[];
  readonly numbers: readonly NumberCheck[];
}

/**
 * The invoices of a file, one line each: number, time, total in thousandths, and whether it is a
 * refund. Counted in R, apart from the import and from the contract of the books.
 */
const SCRIPT = `
  args <- commandArgs(TRUE)
  if (grepl("[.]csv$", args[1])) {
    d <- read.csv(args[1], colClasses = "character", na.strings = "")
    d$Quantity <- as.numeric(d$Quantity)
    d$UnitPrice <- as.numeric(d$UnitPrice)
  } else {
    loaded <- new.env()
    d <- loaded[[load(args[1], envir = loaded)[1]]]
  }
  invoice <- as.character(d$InvoiceNo)
  total <- tapply(d$Quantity * round(d$UnitPrice * 1000), invoice, sum)
  pieces <- tapply(d$Quantity, invoice, sum)
  stamp <- if (inherits(d$InvoiceDate, "POSIXt")) format(d$InvoiceDate, "%Y-%m-%dT%H:%M:%SZ", tz = "UTC") else
    sub(" ", "T", paste0(d$InvoiceDate, "Z"))
  first <- !duplicated(invoice)
  at <- stats::setNames(stamp[first], invoice[first])[names(total)]
  isRefund <- total < 0 | (total == 0 & pieces < 0)
  write.table(data.frame(names(total), at, format(abs(total), scientific = FALSE, trim = TRUE), isRefund)[order(at), ],
    sep = "\\t", quote = FALSE, row.names = FALSE, col.names = FALSE)
`;

interface Invoice {
  readonly id: string;
  readonly at: string;
  readonly thousandths: bigint;
  readonly isRefund: boolean;
}

/** The invoices of a file as the books of its shop, a file for each day. */
export async function booksOf(file: string): Promise<ShopBooks> {
  const { stdout } = await run('Rscript', ['--vanilla', '-e', SCRIPT, file], { maxBuffer: 64 * 1024 * 1024 });
  const invoices = stdout.trim().split('\n').map(invoiceOf);
  return { files: filesOf(invoices), numbers: numbersOf(invoices) };
}

function invoiceOf(row: string): Invoice {
  const [id = '', at = '', thousandths = '', isRefund] = row.split('\t');
  return { id, at, thousandths: BigInt(thousandths), isRefund: isRefund === 'TRUE' };
}

function filesOf(invoices: readonly Invoice[]): BookFile[] {
  const days = new Map<string, string[]>();
  const [first, last] = [dayOf(invoices.at(0)), dayOf(invoices.at(-1))];
  for (let day = first; day <= last; day = dayAfter(day)) days.set(day, []);
  let number = 0;
  const put = (day: string, line: object) =>
    days.get(day)?.push(JSON.stringify({ number: (number += 1), currency: 'GBP', ...line }));
  const waiting = [...invoices];
  for (const day of days.keys()) {
    const later = waiting.findIndex((each) => dayOf(each) > day);
    const entries = waiting.splice(0, later === -1 ? waiting.length : later);
    for (const { id, at, thousandths, isRefund } of entries) {
      const ids = isRefund ? { kind: 'refund', refundId: id, orderId: id } : { kind: 'order', orderId: id };
      put(day, { ...ids, at, amount: Number(thousandths) / 10 });
    }
    put(day, { kind: 'close', day, timeZone: 'UTC', entries: entries.length });
  }
  return [...days].map(([day, lines]) => ({
    key: `orders/${day.replaceAll('-', '/')}/books.jsonl`,
    content: `${lines.join('\n')}\n`,
  }));
}

function numbersOf(invoices: readonly Invoice[]): NumberCheck[] {
  const check = (name: string, counted: string, sql: string): NumberCheck => ({
    name,
    counted,
    known: null,
    sql,
  });
  const months = new Map<string, bigint>();
  for (const { at, thousandths, isRefund } of invoices) {
    const month = at.slice(0, 7);
    months.set(month, (months.get(month) ?? 0n) + (isRefund ? -thousandths : thousandths));
  }
  const total = [...months.values()].reduce((sum, each) => sum + each, 0n);
  const all = String(invoices.length);
  return [
    check('entries of the books', all, 'SELECT count(*) FROM dash.book_entries'),
    check(
      'entries that match analytics',
      all,
      `SELECT count(*) FROM dash.books_reconciled WHERE class = 'matched'`,
    ),
    check('entries that differ', '0', `SELECT count(*) FROM dash.books_reconciled WHERE class <> 'matched'`),
    check('days with another total', '0', 'SELECT count(*) FROM dash.books_daily WHERE books <> analytics'),
    check('unexplained, £', '0', 'SELECT sum(abs(unexplained)) FROM dash.books_daily'),
    check('total of the books, £', pounds(total), 'SELECT sum(books) / 100 FROM dash.books_daily'),
    check('total of analytics, £', pounds(total), 'SELECT sum(analytics) / 100 FROM dash.books_daily'),
    ...[...months].map(([month, sum]) =>
      check(
        `total of ${month}, £`,
        pounds(sum),
        `SELECT sum(analytics) / 100 FROM dash.books_daily WHERE to_char(day, 'YYYY-MM') = '${month}'`,
      ),
    ),
  ];
}

/** Thousandths as the decimal that PostgreSQL writes, without zeros at the end. */
function pounds(thousandths: bigint): string {
  const size = thousandths < 0n ? -thousandths : thousandths;
  const text = `${size / 1000n}.${String(size % 1000n).padStart(3, '0')}`.replace(/\.?0+$/, '');
  return thousandths < 0n ? `-${text}` : text;
}

const dayOf = (invoice: Invoice | undefined): string => invoice?.at.slice(0, 10) ?? '';
const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

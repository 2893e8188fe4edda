import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Counts over the lines of a shop's books. Amounts are exact
 * decimals in the currency itself.
 */
export interface LineCounts {
  readonly lines: string;
  readonly invoices: string;
  readonly cancellations: string;
  readonly cancelledLines: string;
  readonly customers: string;
  readonly linesWithoutCustomer: string;
  readonly countries: string;
  readonly products: string;
  readonly net: string;
  readonly cancelled: string;
  readonly orders: string;
  readonly gross: string;
  readonly refunded: string;
  readonly refunds: string;
  readonly pieces: string;
  readonly mostLines: string;
  readonly largest: string;
  readonly months: string;
}

/**
 * Counts in R, apart from the import. Prices have three decimals at most, so sums of whole
 * thousandths are exact. A refund is an invoice that comes to less than nothing, or that
 * takes back pieces for nothing.
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
  thousandths <- function(x) sub("[.]$", "", sub("0+$", "", sprintf("%.3f", x / 1000)))
  invoice <- as.character(d$InvoiceNo)
  amount <- d$Quantity * round(d$UnitPrice * 1000)
  cancels <- startsWith(invoice, "C")
  total <- tapply(amount, invoice, sum)
  pieces <- tapply(d$Quantity, invoice, sum)
  isRefund <- total < 0 | (total == 0 & pieces < 0)
  stamp <- if (inherits(d$InvoiceDate, "POSIXt")) format(d$InvoiceDate, "%Y-%m", tz = "UTC") else substr(d$InvoiceDate, 1, 7)
  month <- tapply(stamp, invoice, function(x) x[1])
  perMonth <- table(month[!isRefund])
  say <- function(name, value) cat(name, "\\t", value, "\\n", sep = "")
  whole <- function(x) format(x, scientific = FALSE, trim = TRUE)
  say("lines", whole(nrow(d)))
  say("invoices", whole(length(total)))
  say("cancellations", whole(length(unique(invoice[cancels]))))
  say("cancelledLines", whole(sum(cancels)))
  say("customers", whole(length(unique(na.omit(d$CustomerID)))))
  say("linesWithoutCustomer", whole(sum(is.na(d$CustomerID))))
  say("countries", whole(length(unique(d$Country))))
  say("products", whole(length(unique(d$StockCode))))
  say("net", thousandths(sum(amount)))
  say("cancelled", thousandths(sum(amount[cancels])))
  say("orders", whole(sum(!isRefund)))
  say("refunds", whole(sum(isRefund)))
  say("gross", thousandths(sum(total[!isRefund])))
  say("refunded", thousandths(-sum(total[isRefund])))
  say("pieces", whole(sum(pieces[!isRefund])))
  say("mostLines", whole(max(table(invoice))))
  say("largest", thousandths(max(total)))
  say("months", paste(names(perMonth), perMonth, collapse = ", "))
`;

/**
 * Counts the lines of a file, `.rda` or `.csv`.
 *
 * @throws Error when R is not installed
 */
export async function countLines(file: string): Promise<LineCounts> {
  await readFile(file).catch(() => {
    throw new Error(`${file} is not there.`);
  });
  const { stdout } = await run('Rscript', ['--vanilla', '-e', SCRIPT, file]);
  const pairs = stdout
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
  return Object.fromEntries(pairs) as unknown as LineCounts;
}

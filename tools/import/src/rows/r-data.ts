import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { RowSource, RowOrFault } from './row-source';

const run = promisify(execFile);

/**
 * Writes the first data frame of the file as CSV: decimals with all their digits, times
 * as UTC, without row names.
 */
const SCRIPT = `
  args <- commandArgs(TRUE)
  loaded <- new.env()
  name <- load(args[1], envir = loaded)[1]
  frame <- loaded[[name]]
  stopifnot(is.data.frame(frame))
  for (column in names(frame)) {
    values <- frame[[column]]
    if (inherits(values, "POSIXt")) frame[[column]] <- format(values, "%Y-%m-%dT%H:%M:%SZ", tz = "UTC")
    else if (is.numeric(values)) frame[[column]] <- ifelse(is.na(values), NA, formatC(values, digits = 15, format = "fg", width = 1))
  }
  write.csv(frame, args[2], row.names = FALSE, na = "", fileEncoding = "UTF-8")
`;

/**
 * Reads an R data file through R, which writes it as CSV to a temporary folder.
 *
 * @throws Error when R is not installed or cannot read the file
 */
export async function withCsvOfRData(
  file: string,
  read: (csv: string, size: number) => RowSource,
): Promise<RowSource> {
  const folder = await mkdtemp(join(tmpdir(), 'import-'));
  const csv = join(folder, 'rows.csv');
  try {
    await run('Rscript', ['--vanilla', '-e', SCRIPT, file, csv]);
  } catch (error) {
    await rm(folder, { recursive: true });
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new Error(
      isMissing
        ? `${file} is read by R, which is not installed: install r-base-core.`
        : `R cannot read ${file}: ${String((error as { stderr?: string }).stderr ?? error).trim()}`,
    );
  }
  const source = read(csv, (await stat(csv)).size);
  return { rows: removedAfter(source.rows, folder), progress: source.progress };
}

async function* removedAfter(rows: AsyncIterable<RowOrFault>, folder: string): AsyncGenerator<RowOrFault> {
  try {
    yield* rows;
  } finally {
    await rm(folder, { recursive: true });
  }
}

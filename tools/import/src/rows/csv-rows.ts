import { CsvParser } from './csv-parser';
import { textOf } from './text-lines';
import type { Row, RowSource, RowOrFault } from './row-source';

/**
 * The rows of a CSV file (RFC 4180; separated by commas, semicolons or tabs), by
 * the names in its first line.
 */
export function csvRows(file: string, size: number): RowSource {
  const { stream, bytesRead } = textOf(file);
  return { rows: rowsOf(stream), progress: () => bytesRead() / Math.max(size, 1) };
}

async function* rowsOf(stream: NodeJS.ReadableStream): AsyncGenerator<RowOrFault> {
  stream.setEncoding('utf8');
  const parser = new CsvParser();
  let header: readonly string[] | undefined;
  const take = function* (records: Iterable<readonly string[]>): Generator<RowOrFault> {
    for (const record of records) {
      if (header) yield rowOf(header, record);
      else header = record.map((name) => name.trim());
    }
  };
  for await (const text of stream) yield* take(parser.push(String(text)));
  yield* take(parser.end());
}

function rowOf(header: readonly string[], record: readonly string[]): RowOrFault {
  if (record.length !== header.length) {
    return { fault: `the line has ${record.length} fields, the first line ${header.length}` };
  }
  const row: Row = Object.fromEntries(header.map((name, index) => [name, record[index]]));
  return { row };
}

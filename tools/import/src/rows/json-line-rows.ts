import { linesOf } from './text-lines';
import type { Row, RowSource, RowOrFault } from './row-source';

/** The rows of a file of JSON lines, as BigQuery exports them. */
export function jsonLineRows(file: string, size: number): RowSource {
  const { lines, bytesRead } = linesOf(file);
  return { rows: rowsOf(lines), progress: () => bytesRead() / Math.max(size, 1) };
}

async function* rowsOf(lines: AsyncIterable<string>): AsyncGenerator<RowOrFault> {
  for await (const line of lines) if (line.trim() !== '') yield rowOf(line);
}

function rowOf(line: string): RowOrFault {
  try {
    const row: unknown = JSON.parse(line);
    if (typeof row === 'object' && row !== null && !Array.isArray(row)) return { row: row as Row };
    return { fault: 'the line is not a JSON object' };
  } catch {
    return { fault: 'the line is not JSON' };
  }
}

import type { RawLine } from '../parse-line';
import { linesInPieces, linesOf } from '../raw-lines';

export const read = (text: string | Buffer): RawLine[] => [...linesOf(Buffer.from(text))];

export async function readPieces(chunks: AsyncIterable<Buffer> | Buffer): Promise<RawLine[]> {
  const lines: RawLine[] = [];
  for await (const batch of linesInPieces(chunks)) lines.push(...batch);
  return lines;
}

export async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

/** Result that a test compares: line number and value, or reason and raw text. */
export const brief = (lines: readonly RawLine[]) =>
  lines.map((line) => (line.ok ? [line.line, line.value] : [line.line, line.reason, line.raw]));

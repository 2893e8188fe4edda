import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { gunzipSync } from 'node:zlib';

/** Objects that are downloaded at the same time. */
const AT_ONCE = 16;

/** The result of writing the lines of objects into one file. */
export interface WrittenLines {
  readonly lines: number;
  /** Keys of objects whose gzip is cut off or broken. */
  readonly unreadable: readonly string[];
}

/**
 * Writes every line of objects into one file that DuckDB reads: a JSON object a line, with the
 * fields `object`, `line` and `text`. Thousands of small files would each be opened by it.
 *
 * @param read gives the bytes of an object
 * @param onObject called after each object
 */
export async function writeLines(
  keys: readonly string[],
  read: (key: string) => Promise<Buffer>,
  file: string,
  onObject: () => void,
): Promise<WrittenLines> {
  const output = createWriteStream(file);
  const unreadable: string[] = [];
  const rest = keys.values();
  let lines = 0;
  const write = (text: string) =>
    new Promise<void>((done, fail) => output.write(text, (error) => (error ? fail(error) : done())));
  const takeTurns = async () => {
    for (const key of rest) {
      const texts = linesOf(await read(key));
      if (texts === null) unreadable.push(key);
      const records = (texts ?? []).map((text, index) =>
        JSON.stringify({ object: key, line: index + 1, text }),
      );
      lines += records.length;
      await write(records.map((record) => `${record}\n`).join(''));
      onObject();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeTurns));
  output.end();
  await finished(output);
  return { lines, unreadable: unreadable.sort() };
}

/**
 * The lines that hold text; null for gzip that is cut off. Objects of others may be plain text.
 */
function linesOf(bytes: Buffer): string[] | null {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  try {
    const lines = (isGzip ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
    return lines.filter((line) => line.trim() !== '');
  } catch {
    return null;
  }
}

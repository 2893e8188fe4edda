import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

/**
 * The text of a file, unzipped when its name ends in `.gz`, with what has been read of its bytes.
 */
export function textOf(file: string): { readonly stream: NodeJS.ReadableStream; bytesRead(): number } {
  const bytes = createReadStream(file);
  const stream = file.toLowerCase().endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  // A read error of the file ends the unzipped stream too.
  if (stream !== bytes)
    bytes.on('error', (error) =>
      (stream as NodeJS.WritableStream & { destroy(e: Error): void }).destroy(error),
    );
  return { stream, bytesRead: () => bytes.bytesRead };
}

/** The lines of a file. */
export function linesOf(file: string): { readonly lines: AsyncIterable<string>; bytesRead(): number } {
  const { stream, bytesRead } = textOf(file);
  return { lines: createInterface({ input: stream, crlfDelay: Infinity }), bytesRead };
}

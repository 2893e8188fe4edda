import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** Each piece that is handed to the connection waits for a turn of the event loop: few large ones wait less. */
const PIECE_BYTES = 4 * 1024 * 1024;

/**
 * Inserts rows that are in the text form of COPY.
 *
 * @throws the error of PostgreSQL, which then has taken none of them
 */
export async function copyInto(
  client: ClientBase,
  table: string,
  columns: readonly string[],
  copyText: readonly Buffer[],
): Promise<void> {
  const command = copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN`);
  await pipeline(Readable.from(inLargePieces(copyText)), client.query(command));
}

function* inLargePieces(pieces: readonly Buffer[]): Generator<Buffer> {
  let waiting: Buffer[] = [];
  let bytes = 0;
  for (const piece of pieces) {
    waiting.push(piece);
    bytes += piece.length;
    if (bytes < PIECE_BYTES) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(waiting);
}

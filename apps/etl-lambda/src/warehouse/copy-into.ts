import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

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
  await pipeline(Readable.from(copyText), client.query(command));
}

import type { Columns } from '@clickstream/dw-models/tables';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** The signature, the flags, and the length of an empty extension. */
const HEADER = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const TRAILER = Buffer.from([0xff, 0xff]);

/**
 * Inserts rows that `CopyRows` has put together.
 *
 * @throws the error of PostgreSQL, which then has taken none of them
 */
export async function copyInto(
  client: ClientBase,
  table: string,
  columns: Columns,
  rows: readonly Buffer[],
): Promise<void> {
  const command = copyFrom(`COPY ${table} (${Object.keys(columns).join(', ')}) FROM STDIN (FORMAT binary)`);
  await pipeline(Readable.from([HEADER, ...rows, TRAILER]), client.query(command));
}

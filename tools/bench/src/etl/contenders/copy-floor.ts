import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { CLICKSTREAM_EVENTS } from '@clickstream/dw-models/tables';

/** Copies the rows of a file into the event table of a warehouse, with nothing else. */
export async function copyRows(url: string, rowsFile: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await pipeline(
      createReadStream(rowsFile, { highWaterMark: 256 * 1024 }),
      client.query(
        copyFrom(
          `COPY clickstream_events (${Object.keys(CLICKSTREAM_EVENTS.columns).join(', ')}) FROM STDIN`,
        ),
      ),
    );
  } finally {
    await client.end();
  }
}

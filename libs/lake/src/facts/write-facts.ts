import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Compactor } from '../compact-day';
import { VIEWS_KEY } from '../bucket/lake-keys';
import { writeRelation } from '../relations/write-relation';
import { factsKey, FACTS } from '../views/lake-views';
import { viewScript } from '../views/view-script';

/**
 * Writes the facts and the views over them, as they are at one moment.
 *
 * @returns the number of rows
 */
export async function writeFacts({ client, bucket, parquet, folder }: Compactor): Promise<number> {
  const file = join(folder, 'facts.parquet');
  let rows = 0;
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    for (const relation of FACTS) {
      rows += await writeRelation(client, parquet, { relation }, file);
      await bucket.putFacts(factsKey(relation), await readFile(file));
    }
    await bucket.putFacts(VIEWS_KEY, await viewScript(client));
  } finally {
    await client.query('ROLLBACK');
  }
  return rows;
}

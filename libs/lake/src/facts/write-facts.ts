import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VIEWS_KEY } from '../bucket/lake-keys';
import type { LakeFacts, LakeManifest, PartEditions } from '../bucket/manifest';
import type { Compactor } from '../compact-day';
import { writeRelation } from '../relations/write-relation';
import { viewScript } from '../views/view-script';
import { changedParts, type FactPart, rowsOfPart } from './fact-parts';
import { factsKey } from '../relations/fact-tables';

/** Parts between two looks at the clock. */
const BATCH = 100;

/** The outcome of writing facts. */
export interface WrittenFacts {
  readonly facts: LakeFacts;
  /** Files that were written. */
  readonly written: number;
  /** Files that are left to the next run. */
  readonly left: number;
}

/** Writes those parts of the facts that have changed, and the views, as they are at one moment. */
export async function writeFacts(
  compactor: Compactor,
  { facts: known, history }: LakeManifest,
  isTimeUp: () => boolean,
): Promise<WrittenFacts> {
  const { client, bucket } = compactor;
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    const changed = await changedParts(client, known?.parts ?? {}, history);
    let parts = known?.parts ?? {};
    let written = 0;
    for (const part of changed) {
      if (written > 0 && written % BATCH === 0 && isTimeUp()) break;
      await writePart(compactor, part);
      parts = withPart(parts, part);
      written += 1;
    }
    const script = await viewScript(client);
    const views = createHash('md5').update(script).digest('hex');
    if (views !== known?.views) await bucket.putFacts(VIEWS_KEY, script);
    return { facts: { views, parts }, written, left: changed.length - written };
  } finally {
    await client.query('ROLLBACK');
  }
}

async function writePart({ client, bucket, parquet, folder }: Compactor, part: FactPart): Promise<void> {
  const file = join(folder, 'facts.parquet');
  const { relation } = part.table;
  await writeRelation(client, parquet, { relation, condition: rowsOfPart(part) }, file);
  await bucket.putFacts(factsKey(relation, part.part), await readFile(file));
}

const withPart = (parts: PartEditions, { table: { relation }, part, edition }: FactPart): PartEditions => ({
  ...parts,
  [relation]: { ...parts[relation], [part]: edition },
});

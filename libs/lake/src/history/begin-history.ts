import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientBase } from 'pg';
import type { LakeBucket } from '../bucket/lake-bucket';
import type { LakeManifest, PartEditions } from '../bucket/manifest';
import { inLakeTurn } from '../days/lake-turn';
import { openParquetWriter, type ParquetWriter, quoted } from '../parquet/parquet-writer';
import { ALL_ROWS, FACTS, factsKey, type FactTable, PAST_ROWS } from '../relations/fact-tables';

/** A step of the warehouse's retention. */
export interface HistoryStep {
  readonly client: ClientBase;
  readonly bucket: LakeBucket;
  /** The first day that the warehouse keeps, `YYYY-MM-DD`. */
  readonly before: string;
  /** The first day that the lake keeps. */
  readonly from: string;
  /** An existing folder for files; the system's own by default. */
  readonly scratch?: string | undefined;
}

/**
 * Makes the lake the owner of everything from before a day, before the warehouse drops it. The lake
 * must be as the warehouse then.
 */
export async function beginHistory({ client, bucket, before, from, scratch }: HistoryStep): Promise<void> {
  const folder = await mkdtemp(join(scratch ?? tmpdir(), 'history-'));
  const parquet = await openParquetWriter();
  try {
    await inLakeTurn(client, async () => {
      const manifest = await bucket.readManifest();
      let parts: PartEditions = manifest.facts?.parts ?? {};
      for (const table of FACTS.filter(({ merged }) => merged))
        parts = await keepRows({ bucket, parquet, folder, from }, table, parts);
      const first = [manifest.history?.before ?? '', before].sort()[1] ?? before;
      const facts = manifest.facts && { facts: { ...manifest.facts, parts } };
      await bucket.writeManifest({
        ...manifest,
        ...facts,
        history: { before: first },
      } satisfies LakeManifest);
    });
  } finally {
    parquet.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Adds the rows that the warehouse has now to those that were kept before. */
async function keepRows(
  tools: Pick<HistoryStep, 'bucket' | 'from'> & { readonly parquet: ParquetWriter; readonly folder: string },
  { relation, merged: [select, clauses] = ['*', ''], until }: FactTable,
  parts: PartEditions,
): Promise<PartEditions> {
  const { bucket, parquet, folder, from } = tools;
  const known = parts[relation] ?? {};
  const files: string[] = [];
  for (const part of [ALL_ROWS, PAST_ROWS].filter((name) => name in known)) {
    const file = join(folder, `${part}.parquet`);
    await bucket.fetch(factsKey(relation, part), file);
    files.push(quoted(file));
  }
  if (files.length === 0) return parts;
  const kept = join(folder, 'kept.parquet');
  const rows = `read_parquet([${files.join(', ')}], union_by_name = true)`;
  const isKept = until === undefined ? 'true' : `${until} >= TIMESTAMPTZ '${from} 00:00:00+00'`;
  await parquet.copy(`SELECT ${select} FROM ${rows} WHERE ${isKept} ${clauses}`, kept);
  await bucket.putFacts(factsKey(relation, PAST_ROWS), await readFile(kept));
  return { ...parts, [relation]: { ...known, [PAST_ROWS]: PAST_ROWS } };
}

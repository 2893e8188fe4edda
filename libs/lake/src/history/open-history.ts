import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LakeBucket } from '../bucket/lake-bucket';
import { dayKey } from '../bucket/lake-keys';
import { holdsHistory, withDay } from '../bucket/manifest';
import { isPast } from '../facts/fact-parts';
import { openParquetWriter, quoted } from '../parquet/parquet-writer';
import { FACTS, factsKey } from '../relations/fact-tables';
import { oldestDay } from './kept-events';

/** A file of facts that only the lake has as it is. */
export interface PastPart {
  readonly relation: string;
  /** A day, or `history`. */
  readonly part: string;
}

/** The files that an erasure has to read, since no compaction could write them again. */
export interface History {
  /** Days of receipt whose file may have events that the warehouse no longer has. */
  readonly days: readonly string[];
  readonly parts: readonly PastPart[];
  /** Makes a table of texts, for queries. */
  remember(table: string, texts: Iterable<string>): Promise<void>;
  /** Runs a statement, such as one that makes a table. */
  query(sql: string): Promise<Record<string, unknown>[]>;
  /** Runs a query over the file of a day, or a part of the facts: `{file}`. */
  queryFile(of: string | PastPart, sql: string): Promise<Record<string, unknown>[]>;
  /** Rewrites a file without some rows. @returns the number of these rows */
  remove(of: string | PastPart, rows: string): Promise<number>;
  /** The key of the file. */
  keyOf(of: string | PastPart): string;
  close(): Promise<void>;
}

/**
 * Opens the history of a lake. To remove something, the caller needs the lake's turn.
 *
 * @returns undefined where the warehouse still has everything
 */
export async function openHistory(bucket: LakeBucket, scratch = tmpdir()): Promise<History | undefined> {
  const manifest = await bucket.readManifest();
  const { history, facts } = manifest;
  if (!history) return undefined;
  const etags = await bucket.etags();
  const days = [...etags.keys()].filter((day) => holdsHistory(manifest, day)).sort();
  const parts = FACTS.flatMap((table) =>
    Object.keys(facts?.parts[table.relation] ?? {})
      .filter((part) => isPast(table, part, history))
      .map((part) => ({ relation: table.relation, part })),
  );
  const folder = await mkdtemp(join(scratch, 'history-'));
  const parquet = await openParquetWriter();
  const [old, left] = [join(folder, 'old.parquet'), join(folder, 'left.parquet')];
  const keyOf = (of: string | PastPart) =>
    typeof of === 'string' ? dayKey(of) : factsKey(of.relation, of.part);

  const replace = async (of: string | PastPart, rows: number) => {
    if (typeof of !== 'string') return bucket.putFacts(keyOf(of), await readFile(left));
    const current = await bucket.readManifest();
    const known = current.days[of];
    if (rows === 0) await bucket.removeDay(of);
    const written = rows > 0 && known ? { ...known, ...(await bucket.putDay(of, left)), rows } : null;
    const oldest = written && { ...written, oldest: await oldestDay(parquet, left) };
    await bucket.writeManifest(withDay(current, of, oldest));
  };
  return {
    days,
    parts,
    keyOf,
    query: parquet.query,
    async remember(table, texts) {
      await parquet.query(`CREATE OR REPLACE TABLE ${table} (text VARCHAR)`);
      const all = [...texts];
      for (let from = 0; from < all.length; from += 1000) {
        const values = all.slice(from, from + 1000).map((text) => `(${quoted(text)})`);
        await parquet.query(`INSERT INTO ${table} VALUES ${values.join(', ')}`);
      }
    },
    async queryFile(of, sql) {
      await bucket.fetch(keyOf(of), old);
      return parquet.query(sql.replaceAll('{file}', quoted(old)));
    },
    async remove(of, rows) {
      await bucket.fetch(keyOf(of), old);
      const [all] = await parquet.query(`SELECT count(*)::INTEGER AS rows FROM ${quoted(old)}`);
      const kept = await parquet.copy(`FROM ${quoted(old)} WHERE (${rows}) IS NOT TRUE`, left);
      const removed = Number(all?.['rows']) - kept;
      if (removed > 0) await replace(of, kept);
      return removed;
    },
    async close() {
      parquet.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

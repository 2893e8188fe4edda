import type { ClientBase } from 'pg';
import type { LakeBucket } from '../bucket/lake-bucket';
import type { LakeFacts, LakeHistory } from '../bucket/manifest';
import { changedParts } from './fact-parts';
import { factsKey } from '../relations/fact-tables';

/** The facts that are left, and the files that were removed. */
export interface DroppedFacts {
  readonly facts: LakeFacts;
  readonly keys: readonly string[];
}

/** The row of what the load says of itself: it names nobody, and the views need it. */
const ABOUT_THE_LOAD = 'dash.freshness';

/** Removes the files of parts that differ from the warehouse; the next compaction writes them. */
export async function dropChangedFacts(
  client: ClientBase,
  bucket: LakeBucket,
  { parts, ...facts }: LakeFacts,
  history: LakeHistory | undefined,
): Promise<DroppedFacts> {
  const dropped = (await changedParts(client, parts, history)).filter(
    ({ table, part }) => table.relation !== ABOUT_THE_LOAD && parts[table.relation]?.[part] !== undefined,
  );
  const keys = dropped.map(({ table, part }) => factsKey(table.relation, part));
  for (const key of keys) await bucket.removeFacts(key);
  const isLeft = (relation: string) => (entry: readonly [part: string, edition: string]) =>
    !dropped.some(({ table, part }) => table.relation === relation && part === entry[0]);
  const left = Object.entries(parts).map(([relation, editions]) => [
    relation,
    Object.fromEntries(Object.entries(editions).filter(isLeft(relation))),
  ]);
  return { facts: { ...facts, parts: Object.fromEntries(left) as LakeFacts['parts'] }, keys };
}

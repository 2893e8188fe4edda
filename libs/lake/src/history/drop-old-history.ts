import type { ClientBase } from 'pg';
import type { LakeBucket } from '../bucket/lake-bucket';
import type { PartEditions } from '../bucket/manifest';
import { inLakeTurn } from '../days/lake-turn';
import { factsKey } from '../relations/fact-tables';

const IS_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Files that a retention has removed. */
export interface DroppedHistory {
  readonly days: number;
  readonly factFiles: number;
}

/**
 * Removes days of receipt and days of facts that the lake no longer keeps.
 *
 * @param from the first day that it keeps
 */
export function dropOldHistory(
  client: ClientBase,
  bucket: LakeBucket,
  from: string,
): Promise<DroppedHistory> {
  return inLakeTurn(client, async () => {
    const manifest = await bucket.readManifest();
    const days = [...(await bucket.etags()).keys()].filter((day) => day < from);
    for (const day of days) await bucket.removeDay(day);
    const isOld = (part: string) => IS_DAY.test(part) && part < from;
    const parts: PartEditions = manifest.facts?.parts ?? {};
    const old = Object.entries(parts).flatMap(([relation, editions]) =>
      Object.keys(editions).flatMap((part) => (isOld(part) ? factsKey(relation, part) : [])),
    );
    for (const key of old) await bucket.removeFacts(key);
    if (days.length + old.length > 0) {
      const left = Object.fromEntries(
        Object.entries(parts).map(([relation, editions]) => [relation, without(editions, isOld)]),
      );
      await bucket.writeManifest({
        ...manifest,
        days: without(manifest.days, (day) => day < from),
        ...(manifest.facts && { facts: { ...manifest.facts, parts: left } }),
      });
    }
    return { days: days.length, factFiles: old.length };
  });
}

const without = <T>(entries: Readonly<Record<string, T>>, isLeftOut: (name: string) => boolean) =>
  Object.fromEntries(Object.entries(entries).filter(([name]) => !isLeftOut(name)));

import type { ClientBase } from 'pg';
import type { LakeHistory, PartEditions } from '../bucket/manifest';
import { onDay } from '../days/on-day';
import { ALL_ROWS, FACTS, type FactTable, NO_ROWS, PAST_ROWS } from '../relations/fact-tables';

/** The version of the files. Another version makes every part be written again. */
const FORMAT = 1;

/** One file of the facts, as the warehouse has its rows now. */
export interface FactPart {
  readonly table: FactTable;
  /** A day, `all` or `none`. */
  readonly part: string;
  /** A digest of its rows; of `none`, of the columns. */
  readonly edition: string;
}

/** A part of which the warehouse has no rows any more: its file is kept, and empty. */
export const EMPTY = 'empty';

/** A digest of rows in any order. */
const EDITION = `left(md5(concat_ws(' ', ${FORMAT}, count(*), sum(hash_record_extended(fact, 0)::numeric))), 16)`;

const COLUMNS = `SELECT left(md5(string_agg(concat_ws(' ', attname, atttypid), ',' ORDER BY attnum)), 16) AS edition
  FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`;

/**
 * The parts that differ between the warehouse and the lake, except for those of the history, which
 * are the lake's own. Every row of the facts is read once
 * for it, which takes a fraction of the time of writing it.
 *
 * @param client within a transaction
 */
export async function changedParts(
  client: ClientBase,
  known: PartEditions,
  history: LakeHistory | undefined,
): Promise<FactPart[]> {
  const changed: FactPart[] = [];
  for (const table of FACTS) {
    const inLake = known[table.relation] ?? {};
    const parts = await partsOf(client, table);
    const found = new Set(parts.map(({ part }) => part));
    const gone = Object.keys(inLake).filter((part) => !found.has(part));
    const all = [...parts, ...gone.map((part) => ({ table, part, edition: EMPTY }))];
    const isOfLake = ({ part }: FactPart) => isPast(table, part, history);
    changed.push(...all.filter((each) => inLake[each.part] !== each.edition && !isOfLake(each)));
  }
  return changed;
}

/** True for a part that the warehouse may no longer have as it was. */
export function isPast({ isKept }: FactTable, part: string, history: LakeHistory | undefined): boolean {
  if (part === PAST_ROWS) return true;
  return history !== undefined && isKept !== true && /^\d/.test(part) && part < history.before;
}

async function partsOf(client: ClientBase, table: FactTable): Promise<FactPart[]> {
  const { relation, time } = table;
  const day = time === undefined ? `'${ALL_ROWS}'` : `to_char(${time} AT TIME ZONE 'UTC', 'YYYY-MM-DD')`;
  const { rows } = await client.query<{ part: string; edition: string }>(
    `SELECT ${day} AS part, ${EDITION} AS edition FROM ${relation} AS fact GROUP BY 1 ORDER BY 1`,
  );
  const { rows: columns } = await client.query<{ edition: string }>(COLUMNS, [relation]);
  const none = columns.map(({ edition }) => ({ part: NO_ROWS, edition }));
  return [...none, ...rows].map((part) => ({ table, ...part }));
}

/** The SQL condition for the rows of a part. */
export function rowsOfPart({ table: { time }, part }: FactPart): string {
  if (part === NO_ROWS) return 'false';
  return time === undefined ? 'true' : onDay(time, `'${part}'`);
}

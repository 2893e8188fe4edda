import type { Table } from '@clickstream/dw-models/tables';

/** The value that a delta writes into each column of a table. */
export type DeltaValues<T extends Table, Delta> = Readonly<
  Partial<Record<keyof T['columns'], (delta: Delta) => unknown>>
>;

/**
 * SQL that inserts one row for each delta, in the order of the key. An existing row with that key
 * is `kept`, and updated by `set`.
 *
 * @param columns in the order of `deltaArrays`
 */
export function upsertSql(
  { name, columns: types, primaryKey }: Table,
  columns: readonly string[],
  set: string,
): string {
  const list = columns.join(', ');
  const key = primaryKey.join(', ');
  const arrays = columns.map((column, index) => `$${index + 1}::${types[column]?.type}[]`);
  return `INSERT INTO ${name} AS kept (${list})
    SELECT * FROM unnest(${arrays.join(', ')}) AS delta (${list}) ORDER BY ${key}
    ON CONFLICT (${key}) DO UPDATE SET ${set}`;
}

/** The parameters of `upsertSql`: an array for each column. */
export function deltaArrays<Delta>(
  values: Readonly<Record<string, (delta: Delta) => unknown>>,
  deltas: readonly Delta[],
): unknown[][] {
  return Object.values(values).map((valueOf) => deltas.map((delta) => valueOf(delta) ?? null));
}

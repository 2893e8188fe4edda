import type { Columns, ColumnType } from '@clickstream/dw-models/tables';

export type Engine = 'postgres' | 'duckdb';

/** Expressions that write a value in the same way in both engines; other types are so by nature. */
const TEXTS: Partial<Record<ColumnType, Readonly<Record<Engine, (column: string) => string>>>> = {
  timestamptz: {
    postgres: (column) => `(extract(epoch FROM ${column}) * 1000000)::bigint`,
    duckdb: (column) => `epoch_us(${column})`,
  },
  // No digit may be lost: the warehouse's own number of digits, without zeros at its end.
  numeric: {
    postgres: (column) => `trim_scale(${column}::numeric)`,
    duckdb: (column) => `rtrim(rtrim((${column})::VARCHAR, '0'), '.')`,
  },
  // A whole number ends with `.0` in one of them only.
  'double precision': {
    postgres: (column) => column,
    duckdb: (column) => `regexp_replace((${column})::VARCHAR, '\\.0$', '')`,
  },
};

/** The columns of a select list as texts that are equal in both engines where the values are. */
export function asTexts(columns: Columns, engine: Engine): string {
  return Object.entries(columns)
    .map(([name, { type }]) => {
      const text = TEXTS[type]?.[engine](name) ?? name;
      return `CAST(${text} AS text) AS ${name}`;
    })
    .join(', ');
}

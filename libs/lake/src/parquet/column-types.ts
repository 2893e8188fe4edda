import type { Columns, ColumnType } from '@clickstream/dw-models/tables';

/**
 * The type in Parquet of each type of the warehouse. Ids and JSON are text, which every engine
 * reads. Amounts have six decimals at most (`AMOUNT_DECIMALS` of the contract).
 */
const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'VARCHAR',
  jsonb: 'VARCHAR',
  uuid: 'VARCHAR',
  numeric: 'DECIMAL(38, 6)',
  timestamptz: 'TIMESTAMPTZ',
  boolean: 'BOOLEAN',
  smallint: 'SMALLINT',
  integer: 'INTEGER',
  bigint: 'BIGINT',
  date: 'DATE',
  'double precision': 'DOUBLE',
};

/** Columns as DuckDB's `read_csv` takes them. */
export function parquetColumns(columns: Columns): string {
  const typed = Object.entries(columns).map(([name, { type }]) => `${name}: '${TYPES[type]}'`);
  return `{${typed.join(', ')}}`;
}

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

/** The type of a column in Parquet. */
export const parquetTypeOf = (type: ColumnType): string => TYPES[type];

/** The columns of a select list as PostgreSQL writes them into CSV. */
export function asWarehouseTexts(columns: Columns): string {
  const text = (name: string, type: ColumnType) => {
    if (type === 'boolean') return `CASE WHEN ${name} THEN 't' WHEN NOT ${name} THEN 'f' END`;
    if (type === 'numeric') return `rtrim(rtrim(CAST(${name} AS VARCHAR), '0'), '.')`;
    if (type === 'double precision') return `regexp_replace(CAST(${name} AS VARCHAR), '\\.0$', '')`;
    return `CAST(${name} AS VARCHAR)`;
  };
  return Object.entries(columns)
    .map(([name, { type }]) => `${text(`past.${name}`, type)} AS ${name}`)
    .join(', ');
}

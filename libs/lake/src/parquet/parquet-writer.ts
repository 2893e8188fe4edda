import { DuckDBInstance } from '@duckdb/node-api';
import type { Columns } from '@clickstream/dw-models/tables';
import { parquetColumns } from './column-types';

/** Rows of PostgreSQL's CSV, of which a Parquet file is made. */
export interface CsvRows {
  readonly file: string;
  readonly columns: Columns;
}

/** DuckDB, which writes Parquet files. */
export interface ParquetWriter {
  /** @returns the number of rows */
  write(rows: CsvRows, parquet: string): Promise<number>;
  /** Runs a query, as over a file. @returns its rows */
  query(sql: string): Promise<Record<string, unknown>[]>;
  /** Writes the rows of a query. @returns the number of rows */
  copy(query: string, file: string, format?: 'parquet' | 'csv'): Promise<number>;
  close(): void;
}

/** DuckDB reads and writes row group by row group: memory does not grow with the day. */
const MEMORY = '256MB';
const ROW_GROUP = 61_440;

/** A line is an event: 256 KB in a request, and more as text in quotes. */
const MAX_LINE_BYTES = 4 * 1024 * 1024;

const FORMATS = {
  parquet: `FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${ROW_GROUP}`,
  csv: 'FORMAT csv, HEADER true',
} as const;

/** Opens DuckDB in memory. */
export async function openParquetWriter(): Promise<ParquetWriter> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: MEMORY,
    threads: '1',
    autoinstall_known_extensions: 'false',
  });
  const connection = await instance.connect();
  await connection.run(`SET TimeZone = 'UTC'`);
  const copy = async (query: string, file: string, format: keyof typeof FORMATS = 'parquet') => {
    const { rowsChanged } = await connection.run(`COPY (${query}) TO ${quoted(file)} (${FORMATS[format]})`);
    return rowsChanged;
  };
  return {
    write: ({ file, columns }, parquet) => copy(`FROM ${readCsv(file, columns)}`, parquet),
    query: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson(),
    copy,
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/**
 * PostgreSQL's CSV: NULL is nothing, an empty text is two quotes, and texts may have line breaks.
 */
const readCsv = (file: string, columns: Columns) => `
  read_csv(${quoted(file)}, columns = ${parquetColumns(columns)}, auto_detect = false, header = false, delim = ',',
    quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false, new_line = '\\n', parallel = false,
    max_line_size = ${MAX_LINE_BYTES}, buffer_size = ${2 * MAX_LINE_BYTES})`;

/** A text as a literal of SQL. */
export const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

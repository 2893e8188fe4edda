/** Types of columns that `COPY` can fill, by PostgreSQL's names. */
export type CopyType =
  'text' | 'jsonb' | 'numeric' | 'timestamptz' | 'uuid' | 'boolean' | 'smallint' | 'integer' | 'bigint';

/** The type of a column. */
export type ColumnType = CopyType | 'date' | 'double precision';

/** One column of a table. */
export interface Column<T extends ColumnType = ColumnType> {
  readonly type: T;
  readonly nullable?: true;
  /** Numbered by PostgreSQL: GENERATED ALWAYS AS IDENTITY. */
  readonly generated?: true;
  readonly default?: number | boolean;
  readonly defaultSql?: string;
  readonly collation?: string;
  /** Also stored in the database, where people who write SQL find it. */
  readonly comment?: string;
}

/** Columns by name, in the order of the table, which is also that of `COPY`. */
export type Columns<T extends ColumnType = ColumnType, Name extends string = string> = Readonly<
  Record<Name, Column<T>>
>;

/**
 * One table: its only description outside of migrations. Plain data, so that
 * bulk writers need no TypeORM.
 */
export interface Table {
  readonly name: string;
  readonly comment?: string;
  readonly primaryKey: readonly string[];
  readonly columns: Columns;
  readonly indexes?: Readonly<Record<string, Index>>;
  readonly uniques?: Readonly<Record<string, readonly string[]>>;
  readonly checks?: Readonly<Record<string, string>>;
}

/** An index that TypeORM can compare; those over expressions are in migrations only. */
export interface Index {
  readonly columns: readonly string[];
  /** Further columns that a query can read from the index alone. */
  readonly includes?: readonly string[];
  readonly where?: string;
  readonly type?: 'brin';
}

/** The JavaScript type of the values of each column type. Times are ISO texts. */
interface WrittenTypes {
  readonly text: string;
  readonly jsonb: object;
  readonly numeric: number;
  readonly timestamptz: string;
  readonly uuid: string;
  readonly boolean: boolean;
  readonly smallint: number;
  readonly integer: number;
  readonly bigint: number;
  readonly date: string;
  readonly 'double precision': number;
}

/** A row as it is written, by column. */
export type RowOf<C extends Columns> = {
  readonly [Name in keyof C]: WrittenTypes[C[Name]['type']] | NullOf<C[Name]>;
};

/** `null` where the column may be NULL. */
export type NullOf<C extends Column> = C extends { readonly nullable: true } ? null : never;

import { Check, Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { ColumnType, Columns, NullOf, Table, Column as TableColumn } from '../tables/table';

/** The type that the driver returns for each column type. */
interface ReadTypes extends Record<ColumnType, unknown> {
  readonly text: string;
  readonly jsonb: object;
  readonly numeric: string;
  readonly timestamptz: Date;
  readonly uuid: string;
  readonly boolean: boolean;
  readonly smallint: number;
  readonly integer: number;
  readonly bigint: string;
  readonly date: string;
  readonly 'double precision': number;
}

type CamelCase<S extends string> = S extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : S;

/** A row as TypeORM reads it, by property: `session_id` is `sessionId`. */
export type EntityOf<C extends Columns> = {
  [Name in keyof C & string as CamelCase<Name>]: ReadTypes[C[Name]['type']] | NullOf<C[Name]>;
};

/**
 * The TypeORM entity of a table. Decorators are applied as functions, since an `EntitySchema`
 * supports neither comments of tables nor types of indexes.
 */
export function entityOf<T extends Table>(table: T): new () => EntityOf<T['columns']> {
  const entity = { [table.name]: class {} }[table.name] as new () => EntityOf<T['columns']>;
  Entity({ name: table.name, ...(table.comment !== undefined && { comment: table.comment }) })(entity);
  for (const [name, column] of Object.entries(table.columns)) {
    decoratorOf(table, name, column)(entity.prototype as object, propertyOf(name));
  }
  for (const [name, { columns, includes = [], where, type }] of Object.entries(table.indexes ?? {})) {
    const all = [...columns, ...includes].map(propertyOf);
    Index(name, all, { ...(where && { where }), ...(type && { type }) })(entity);
  }
  for (const [name, columns] of Object.entries(table.uniques ?? {})) {
    Unique(name, columns.map(propertyOf))(entity);
  }
  for (const [name, expression] of Object.entries(table.checks ?? {})) Check(name, expression)(entity);
  return entity;
}

function decoratorOf(table: Table, name: string, column: TableColumn): PropertyDecorator {
  const { type, nullable, collation, comment, defaultSql } = column;
  const options = {
    type,
    name,
    ...(nullable && { nullable }),
    ...(collation && { collation }),
    ...(comment && { comment }),
    ...(column.default !== undefined && { default: column.default }),
    ...(defaultSql && { default: () => defaultSql }),
  };
  if (!table.primaryKey.includes(name)) return Column(options);
  const primaryKeyConstraintName = `${table.name}_pkey`;
  if (!column.generated) return Column({ ...options, primary: true, primaryKeyConstraintName });
  return PrimaryGeneratedColumn('identity', {
    type: type as 'integer' | 'bigint',
    name,
    primaryKeyConstraintName,
    generatedIdentity: 'ALWAYS',
  });
}

/** The property of a column: `session_id` is `sessionId`. */
function propertyOf(column: string): string {
  return column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

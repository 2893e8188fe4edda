/** A row of a file: its fields by name. */
export type Row = Readonly<Record<string, unknown>>;

/** A file that is read row by row, in its order. */
export interface RowSource {
  readonly rows: AsyncIterable<RowOrFault>;
  /** Share of it that has been read, from 0 to 1. */
  progress(): number;
}

/** One row, or the reason why it could not be read. */
export type RowOrFault = { readonly row: Row } | { readonly fault: string };

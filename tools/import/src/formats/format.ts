import type { Row } from '../rows/row-source';

/** An event in the format of its sender, as ingest accepts it. */
export type ImportedEvent = object;

/** Conversion of the rows of one kind of file into events. */
export interface ImportFormat {
  /** The events of a row, or the reason why it has none. */
  take(row: Row): readonly ImportedEvent[] | string;
  /** Events that can be made only after the last row. */
  end(): Iterable<ImportedEvent>;
}

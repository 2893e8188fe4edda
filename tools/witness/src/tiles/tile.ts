/** A number of the dashboards, for each of its keys, asked in two ways. */
export interface Tile {
  /** The tab that shows it. */
  readonly tab: string;
  readonly name: string;
  /**
   * SQL of PostgreSQL over the views of `dash`, with columns `key` and `number`. Parameters: $1 the
   * first day, $2 the last, $3 the shop's zone, $4 its currency.
   */
  readonly warehouse: string;
  /**
   * SQL of DuckDB over the tables of the lake, with the same columns. Macros and variables: see
   * shared-sql.ts.
   */
  readonly witness: string;
}

/** Days and settings for which all tiles are asked. */
export interface Range {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly currency: string;
  /** Milliseconds since 1970. */
  readonly finishedAt: number;
}

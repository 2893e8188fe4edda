/** The migrations of a database that replace all of its earlier ones. */
export interface Squash {
  /**
   * The last of the replaced migrations: a database that has run it has the schema of `migrations`.
   */
  readonly replaces: string;
  /** The names of the migrations that create the same schema. */
  readonly migrations: readonly string[];
  /** The next step for a database that never ran `replaces`, as a sentence. */
  readonly remedy: string;
}

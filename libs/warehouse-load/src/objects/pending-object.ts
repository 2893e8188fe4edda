/** An object that is to be loaded, according to the manifest and the listing. */
export interface PendingObject {
  readonly key: string;
  readonly etag: string;
  readonly sizeBytes: number;
  readonly objectId: number;
  /** Number of its lines that earlier chunks have loaded. */
  readonly resumeLine: number;
  /**
   * Events that ingest has put into it; undefined for an object of another ingester, and before it
   * is read.
   */
  readonly events?: number | undefined;
}

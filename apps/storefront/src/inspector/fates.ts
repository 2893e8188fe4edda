/** The server's answer about events. */
export interface Fates {
  /** `absent` where this server has no way to the warehouse, as on AWS. */
  readonly warehouse: 'asked' | 'absent' | 'unreachable';
  /** When the last load ended, ISO 8601. */
  readonly loadedAt: string | null;
  /** By event id. */
  readonly events: Readonly<Record<string, Fate>>;
}

export interface Fate {
  /** Faults by the contract, each as one line: field, then what it should be. */
  readonly faults: readonly string[];
  /** False for a name that the contract does not know. */
  readonly isKnown: boolean;
  readonly loaded: LoadedEvent | null;
  /** Why the load put it aside, if it did. */
  readonly quarantined: string | null;
}

/** An event in the warehouse. */
export interface LoadedEvent {
  /** Key in the bucket, and line from 1. */
  readonly object: string | null;
  readonly line: number | null;
  readonly at: string | null;
  /** Its columns, without those that are NULL. */
  readonly row: Readonly<Record<string, unknown>>;
}

/** One day of the lake. */
export interface LakeDay {
  readonly rows: number;
  readonly bytes: number;
  /** The edition of the day that was compacted: `WarehouseDay.edition`. */
  readonly edition: string;
  /** Of the file. */
  readonly etag: string;
  /** ISO 8601, UTC. */
  readonly writtenAt: string;
  /** The day (UTC) of its oldest event; absent in lakes that were written before 0068. */
  readonly oldest?: string;
}

/** The edition of a day of which only the lake has events. */
export const HISTORY = 'history';

/** Editions of the files of facts, by table and part: `FactPart.edition`. */
export type PartEditions = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The facts of the lake. */
export interface LakeFacts {
  readonly parts: PartEditions;
  /** A digest of the views. */
  readonly views: string;
}

/** The files of the lake: one JSON object in the bucket, written after each file of a day. */
export interface LakeManifest {
  readonly days: Readonly<Record<string, LakeDay>>;
  /** Absent until facts were written. */
  readonly facts?: LakeFacts;
  /** Absent until a retention has dropped something. */
  readonly history?: LakeHistory;
}

/** The events that may have left the warehouse: the lake's own rows are kept. */
export interface LakeHistory {
  /** Events from before this day (UTC), and facts that began before it. */
  readonly before: string;
}

/** True when the file of a day may have events that the warehouse no longer has. */
export function holdsHistory({ days, history }: LakeManifest, day: string): boolean {
  return history !== undefined && (days[day]?.oldest ?? '') < history.before;
}

export const NO_DAYS: LakeManifest = { days: {} };

/** The manifest with a day, or without it. */
export function withDay({ days, ...rest }: LakeManifest, day: string, entry: LakeDay | null): LakeManifest {
  const others = Object.entries(days).filter(([name]) => name !== day);
  const all = entry ? [...others, [day, entry] as const] : others;
  return { ...rest, days: Object.fromEntries(all.sort(([one], [other]) => (one < other ? -1 : 1))) };
}

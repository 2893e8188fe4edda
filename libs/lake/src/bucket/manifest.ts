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
}

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
}

export const NO_DAYS: LakeManifest = { days: {} };

/** The manifest with a day, or without it. */
export function withDay({ days, ...rest }: LakeManifest, day: string, entry: LakeDay | null): LakeManifest {
  const others = Object.entries(days).filter(([name]) => name !== day);
  const all = entry ? [...others, [day, entry] as const] : others;
  return { ...rest, days: Object.fromEntries(all.sort(([one], [other]) => (one < other ? -1 : 1))) };
}

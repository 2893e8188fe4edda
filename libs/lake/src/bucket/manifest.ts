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

/** The files of the lake: one JSON object in the bucket, written after each file. */
export interface LakeManifest {
  readonly days: Readonly<Record<string, LakeDay>>;
  /** Absent while the facts are older than a day, or not there. */
  readonly facts?: {
    readonly rows: number;
    /** Lines that were erased before: facts from before an erasure are outdated. */
    readonly erased: number;
    readonly writtenAt: string;
  };
}

export const NO_DAYS: LakeManifest = { days: {} };

/** The manifest with a day, or without it. The facts are outdated by that. */
export function withDay({ days }: LakeManifest, day: string, entry: LakeDay | null): LakeManifest {
  const others = Object.entries(days).filter(([name]) => name !== day);
  const all = entry ? [...others, [day, entry] as const] : others;
  return { days: Object.fromEntries(all.sort(([one], [other]) => (one < other ? -1 : 1))) };
}

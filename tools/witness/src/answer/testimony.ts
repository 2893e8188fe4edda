import type { TileAnswer } from './compare';

/** All that the witness has found. */
export interface Testimony {
  readonly from: string;
  readonly to: string;
  readonly objects: number;
  /** Objects that no load has been due to read yet. */
  readonly waiting: number;
  readonly unreadable: readonly string[];
  /** Lines of the bucket by what they are; see lines-sql.ts. */
  readonly lines: Readonly<Record<string, number>>;
  readonly events: number;
  readonly answers: readonly TileAnswer[];
}

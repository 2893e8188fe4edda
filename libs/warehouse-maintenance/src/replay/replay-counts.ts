import type { LineMove } from '@clickstream/warehouse-load/warehouse';

/** The outcome of lines that were read again. */
export interface ReplayCounts {
  readonly loaded: number;
  readonly duplicates: number;
  /** Lines that were erased, or are older than the retention. */
  readonly dropped: number;
  /** Lines that stay where they are. */
  readonly left: number;
}

/**
 * The counts of lines that have moved.
 *
 * @param replaced rows of events that were already in the warehouse
 * @param left lines that stay
 */
export function countsOf(moves: readonly LineMove[], replaced: number, left: number): ReplayCounts {
  const movedTo = (...places: LineMove['to'][]) =>
    moves.reduce((sum, { to, lines }) => sum + (places.includes(to) ? lines : 0), 0);
  return {
    loaded: movedTo('loaded') - replaced,
    duplicates: movedTo('duplicates') + replaced,
    dropped: movedTo('erased', 'expired'),
    left,
  };
}

import { METRICS, type MetricName } from './metrics';
import { type Sample, WINDOW_HOURS, type Weeks } from './sample';

/** A part of the visits; `by` is '' for all of them. */
export interface Segment {
  readonly by: '' | 'device' | 'channel';
  readonly value: string;
}

/** All visits. */
export const ALL: Segment = { by: '', value: '' };

/** The counts of one device and channel, for each window. */
export interface Cell {
  readonly device: string;
  readonly channel: string;
  readonly windows: readonly Weeks[];
}

/** One metric with everything that is known of it. */
export interface Family {
  readonly metric: MetricName;
  /** The name of the event, the currency of the money; otherwise ''. */
  readonly subject: string;
  readonly cells: readonly Cell[];
}

/** The segments in which a family has counts, all visits first. */
export function segmentsOf({ cells }: Family): Segment[] {
  const valuesOf = (by: 'device' | 'channel') =>
    [...new Set(cells.map((cell) => cell[by]))]
      .filter((value) => value !== '')
      .map((value) => ({ by, value }));
  return [ALL, ...valuesOf('device'), ...valuesOf('channel')];
}

/** The windows of a segment, without the visits of other segments. */
export function windowsOf(
  family: Family,
  segment: Segment,
  without: readonly Segment[] = [],
): readonly Weeks[] {
  const isShare = METRICS[family.metric].kind === 'share';
  const cells = family.cells.filter(
    (cell) => isIn(cell, segment) && !without.some((other) => isIn(cell, other)),
  );
  return WINDOW_HOURS.map((_hours, window) => addedUp(cells, window, isShare));
}

function isIn(cell: Cell, { by, value }: Segment): boolean {
  return by === '' || cell[by] === value;
}

function addedUp(cells: readonly Cell[], window: number, isShare: boolean): Weeks {
  const weeks: Sample[] = [];
  for (let week = 0; week < (cells[0]?.windows[window]?.length ?? 0); week++) {
    let [value, exposure, squares] = [0, 0, 0];
    for (const cell of cells) {
      const sample = cell.windows[window]?.[week];
      value += sample?.value ?? 0;
      exposure += sample?.exposure ?? 0;
      squares += sample?.squares ?? 0;
    }
    weeks.push({ value, exposure: isShare ? exposure : 1, squares });
  }
  return weeks;
}

/** True for the same part of the visits. */
export function isSame(one: Segment, other: Segment): boolean {
  return one.by === other.by && one.value === other.value;
}

import { judgeWindow, reachesFloor, type Judgement } from './judge-window';
import { METRICS, type Metric } from './metrics';
import { WINDOW_HOURS, type Weeks } from './sample';
import { windowsOf, type Family, type Segment } from './series';

/** A segment with the window in which its change is clearest. */
export interface FoundAlert extends Judgement {
  readonly segment: Segment;
  readonly hours: number;
}

/**
 * The least score of an alert. By chance alone it is passed once in 50 million windows: an hour has
 * some hundred of them.
 */
const PROOF = 5.5;

/** The limits of a search for alerts. */
export interface Search {
  /** The longest window; a longer one would reach back to an alert that is over. */
  readonly longest: number;
  readonly leastScore?: number;
  /** The counts, when they are not simply those of the segment. */
  readonly windows?: readonly Weeks[];
}

/** The clearest alert among the windows of a segment; undefined when none is one. */
export function findAlert(
  family: Family,
  segment: Segment,
  { longest, leastScore = PROOF, windows = windowsOf(family, segment) }: Search,
): FoundAlert | undefined {
  const metric = METRICS[family.metric];
  let clearest: FoundAlert | undefined;
  for (const [index, hours] of WINDOW_HOURS.entries()) {
    const weeks = windows[index] ?? [];
    if (hours > longest || !reachesFloor(metric, weeks)) continue;
    const judgement = judgeWindow(metric, weeks);
    const isClearer = judgement.score > (clearest?.score ?? 0);
    if (!judgement.isLarge || judgement.score < leastScore || !isClearer) continue;
    if (lasts(metric, windows, hours)) clearest = { ...judgement, segment, hours };
  }
  return clearest;
}

/**
 * True unless a window shows that it is over: the shortest one, of those that begin after the alert
 * did, in which chance does not hide half of the floor.
 *
 * @param hours the age of the alert's beginning
 */
export function lasts(metric: Metric, windows: readonly Weeks[], hours: number): boolean {
  for (const [index, window] of WINDOW_HOURS.entries()) {
    if (window > hours) return true;
    const { noise, change } = judgeWindow(metric, windows[index] ?? []);
    if (noise <= metric.floor / 4 || index === WINDOW_HOURS.length - 1) return change >= metric.floor / 2;
  }
  return true;
}

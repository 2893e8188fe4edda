import { findAlert, type FoundAlert } from './find-alert';
import { judgeWindow } from './judge-window';
import { METRICS } from './metrics';
import { WINDOW_HOURS, type Weeks } from './sample';
import { ALL, isSame, segmentsOf, windowsOf, type Family, type Segment } from './series';

/** The least score of a segment that explains an alert of all visits. */
const HINT = 4;

/**
 * The alerts of a family that open ones, and clearer ones, do not explain; the clearest first.
 *
 * @param open the segments with an open alert
 * @param longest the longest window that may raise one, in hours
 */
export function newAlertsOf(family: Family, open: readonly Segment[], longest: number): FoundAlert[] {
  const known = [...open];
  const alerts: FoundAlert[] = [];
  const found = segmentsOf(family)
    .flatMap((segment) => findAlert(family, segment, { longest }) ?? [])
    .toSorted((one, other) => other.score - one.score);
  for (const alert of found) {
    if (isExplained(family, alert, known)) continue;
    const cause = causeOf(family, alert);
    if (known.some((segment) => isSame(segment, cause.segment))) continue;
    known.push(cause.segment);
    alerts.push(cause);
  }
  return alerts;
}

/**
 * The segment that is behind an alert: the one without which nothing is wrong with all visits, or
 * all visits when the others have changed as well.
 */
function causeOf(family: Family, alert: FoundAlert): FoundAlert {
  if (alert.segment.by !== '' && isRestWell(family, alert)) return alert;
  const all = alert.segment.by === '' ? alert : findAlert(family, ALL, { longest: alert.hours });
  if (!all) return alert;
  const causes = segmentsOf(family)
    .filter(({ by }) => by !== '')
    .flatMap((segment) => findAlert(family, segment, { longest: all.hours, leastScore: HINT }) ?? [])
    .filter((found) => isRestWell(family, found));
  return causes.toSorted((one, other) => other.score - one.score).at(0) ?? all;
}

/** True when there are visits outside of a segment, and nothing is wrong with them. */
function isRestWell(family: Family, { segment, hours }: FoundAlert): boolean {
  const metric = METRICS[family.metric];
  const rest = windowsOf(family, ALL, [segment])[indexOf(hours)] ?? [];
  const { expected, change } = judgeWindow(metric, rest);
  return expected > 0 && change < metric.floor / 2;
}

/**
 * True when a segment is well without the visits of the known ones; or, when all visits are known
 * to have changed, when it has only changed as they have.
 */
function isExplained(family: Family, { segment, hours }: FoundAlert, known: readonly Segment[]): boolean {
  if (known.length === 0) return false;
  if (known.some((other) => isSame(other, segment))) return true;
  const parts = known.filter(({ by }) => by !== '');
  const rest = windowsOf(family, segment, parts);
  const isAll = known.length > parts.length;
  const windows = isAll ? asAll(family, hours, rest) : rest;
  return findAlert(family, segment, { longest: hours, windows }) === undefined;
}

/** The windows with a past as if it had changed as all visits have. */
function asAll(family: Family, hours: number, windows: readonly Weeks[]): Weeks[] {
  const whole = windowsOf(family, ALL)[indexOf(hours)] ?? [];
  const { observed, expected } = judgeWindow(METRICS[family.metric], whole);
  const ratio = expected > 0 ? observed / expected : 1;
  return windows.map((weeks) =>
    weeks.map((sample, week) =>
      week === 0 ? sample : { ...sample, value: sample.value * ratio, squares: sample.squares * ratio },
    ),
  );
}

function indexOf(hours: number): number {
  return WINDOW_HOURS.findIndex((window) => window === hours);
}

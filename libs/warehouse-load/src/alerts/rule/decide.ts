import { lasts, type FoundAlert } from './find-alert';
import { METRICS, type MetricName } from './metrics';
import { newAlertsOf } from './new-alerts';
import { windowsOf, type Family, type Segment } from './series';

/** The thing that an alert is about. */
export interface AlertSubject {
  readonly metric: MetricName;
  /** The name of the event, the currency of the money; otherwise ''. */
  readonly subject: string;
  readonly segment: Segment;
}

/** An alert that was raised before. */
export interface KnownAlert extends AlertSubject {
  /** Hours since its first window began. */
  readonly hoursSinceBegin: number;
  /** Hours since it was over; null while it is open. */
  readonly hoursSinceEnd: number | null;
}

/** An alert to be raised. */
export interface NewAlert extends AlertSubject, FoundAlert {}

/** Alerts to raise, the clearest first, and open ones that are over. */
export interface Decision<Known extends KnownAlert> {
  readonly raised: readonly NewAlert[];
  readonly over: readonly Known[];
}

/**
 * Decides which alerts begin and which end with the hour that has closed.
 *
 * @param known those that are open, or were a day ago
 */
export function decide<Known extends KnownAlert>(
  families: readonly Family[],
  known: readonly Known[],
): Decision<Known> {
  const over: Known[] = [];
  const raised: NewAlert[] = [];
  for (const family of families) {
    const { metric, subject } = family;
    const before = known.filter((alert) => isOf(alert, family));
    const open = before.filter(({ hoursSinceEnd }) => hoursSinceEnd === null);
    const lasting = open.filter(({ segment, hoursSinceBegin }) =>
      lasts(METRICS[metric], windowsOf(family, segment), hoursSinceBegin),
    );
    over.push(...open.filter((alert) => !lasting.includes(alert)));
    // A longer window would count hours of an alert that is over.
    const longest = Math.min(
      lasting.length < open.length ? 0 : Infinity,
      ...before.map(({ hoursSinceEnd }) => hoursSinceEnd ?? Infinity),
    );
    const segments = lasting.map(({ segment }) => segment);
    raised.push(...newAlertsOf(family, segments, longest).map((alert) => ({ ...alert, metric, subject })));
  }
  // Of what is no longer counted at all, nothing can be missing.
  over.push(
    ...known.filter(
      (alert) => alert.hoursSinceEnd === null && !families.some((family) => isOf(alert, family)),
    ),
  );
  return { raised: raised.toSorted((one, other) => other.score - one.score), over };
}

function isOf(alert: AlertSubject, family: Family): boolean {
  return alert.metric === family.metric && alert.subject === family.subject;
}

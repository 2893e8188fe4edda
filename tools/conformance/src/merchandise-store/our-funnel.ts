import { ACTION, actionOf } from './count-sessions';
import type { Hit, Session } from './hits';

const DAY_MS = 24 * 3_600_000;
const STEPS: ReadonlySet<string> = new Set([ACTION.add, ACTION.remove, ACTION.checkout, ACTION.order]);

const timeOf = (session: Session, hit: Hit): number =>
  Number(session.visitStartTime) * 1_000 + Number(hit.time);

/** True when a hit shows something: a page, a list, or a product. */
const isView = (hit: Hit): boolean =>
  hit.type === 'PAGE' ||
  actionOf(hit) === ACTION.detail ||
  (hit.product ?? []).some(({ isImpression }) => isImpression === true);

/**
 * Number of sessions that reached each step of our funnel, by ADR 0040: a later
 * step implies those before it.
 */
export function ourFunnel(sessions: readonly Session[]): [number, number, number, number] {
  const reached: [number, number, number, number] = [0, 0, 0, 0];
  for (const session of sessions) {
    const begin = beginOf(session, sessions);
    if (begin === undefined) continue;
    const isDone = (action: string) =>
      session.hits.some((hit) => actionOf(hit) === action && timeOf(session, hit) >= begin);
    const isOrdered = isDone(ACTION.order);
    const isCheckedOut = isOrdered || isDone(ACTION.checkout);
    const isCarted = isCheckedOut || isDone(ACTION.add);
    [true, isCarted, isCheckedOut, isOrdered].forEach((isReached, step) => {
      if (isReached) reached[step] = (reached[step] ?? 0) + 1;
    });
  }
  return reached;
}

/**
 * When a session entered the funnel: at its first product view, or, resumed within a day of one
 * before, at its beginning.
 */
function beginOf(session: Session, sessions: readonly Session[]): number | undefined {
  const { hits, fullVisitorId } = session;
  const [first] = hits;
  const firstStep = hits.findIndex((hit) => STEPS.has(actionOf(hit)));
  const firstView = hits.findIndex(isView);
  const isResumed = firstStep >= 0 && (firstView < 0 || firstStep < firstView);
  if (first && isResumed) {
    const start = timeOf(session, first);
    const goesOn = sessions.some((before) => {
      const [opening] = before.hits;
      const closing = before.hits.at(-1);
      return (
        before.fullVisitorId === fullVisitorId &&
        before.hits.some((hit) => actionOf(hit) === ACTION.detail) &&
        opening !== undefined &&
        closing !== undefined &&
        timeOf(before, opening) < start &&
        timeOf(before, closing) >= start - DAY_MS
      );
    });
    if (goesOn) return start;
  }
  const seen = hits.find((hit) => actionOf(hit) === ACTION.detail);
  return seen && timeOf(session, seen);
}

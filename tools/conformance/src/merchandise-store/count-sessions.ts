import type { Hit, Session } from './hits';

/** Google's numbers of what is done with products and orders. */
export const ACTION = { detail: '2', add: '3', remove: '4', checkout: '5', order: '6' } as const;

export const actionOf = (hit: Hit): string => hit.eCommerceAction?.action_type ?? '0';

/** The text that comes most often, the first by name of several, with how often. */
export function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].sort(([one, ones], [other, others]) => others - ones || (one < other ? -1 : 1));
  return first ? first.join(' ') : 'nothing';
}

/** Sessions that did a thing at all. */
export function sessionsWith(sessions: readonly Session[], action: string): number {
  return sessions.filter(({ hits }) => hits.some((hit) => actionOf(hit) === action)).length;
}

/** Sessions that did each of the things after the one before it, by the order of their hits. */
export function sessionsInOrder(sessions: readonly Session[], actions: readonly string[]): number {
  return sessions.filter(({ hits }) => {
    let from = 0;
    for (const action of actions) {
      const at = hits.findIndex((hit, index) => index >= from && actionOf(hit) === action);
      if (at < 0) return false;
      from = at + 1;
    }
    return true;
  }).length;
}

/**
 * Outcome of the sessions that put something into a cart: an order, a cart that they emptied
 * again, or one that they left.
 */
export function cartsOf(sessions: readonly Session[]): { bought: number; emptied: number; left: number } {
  const ends = { bought: 0, emptied: 0, left: 0 };
  for (const { hits } of sessions) {
    const actions = hits.map(actionOf);
    if (!actions.includes(ACTION.add)) continue;
    const pieces = actions.reduce(
      (sum, action) =>
        action === ACTION.add ? sum + 1 : action === ACTION.remove ? Math.max(sum - 1, 0) : sum,
      0,
    );
    if (actions.includes(ACTION.order)) ends.bought += 1;
    else if (pieces === 0) ends.emptied += 1;
    else ends.left += 1;
  }
  return ends;
}

import type { NumberCheck } from '../number-check';
import { EVENTS, type Check } from './check';
import { ACTION, cartsOf, sessionsInOrder, sessionsWith } from './count-sessions';
import type { Session } from './hits';
import { ourFunnel } from './our-funnel';

/**
 * The steps of the funnel: their names here, Google's number of the action, our events, and the
 * column of our own funnel.
 */
const STEPS = [
  { name: 'detail', action: ACTION.detail, events: `'product_view'`, column: 'viewed' },
  { name: 'cart', action: ACTION.add, events: `'add_to_cart_click'`, column: 'carted' },
  {
    name: 'checkout',
    action: ACTION.checkout,
    events: `'checkout_start', 'checkout_step'`,
    column: 'checked_out',
  },
  { name: 'order', action: ACTION.order, events: `'checkout_complete'`, column: 'ordered' },
] as const;

/** Numbers of sessions by the step that they reached, and by the outcome of their carts. */
export function funnelNumbers(sessions: readonly Session[], check: Check): NumberCheck[] {
  const own = ourFunnel(sessions);
  const inOrder = (length: number) =>
    sessionsInOrder(
      sessions,
      STEPS.slice(0, length).map(({ action }) => action),
    );
  return [
    ...STEPS.map(({ name, action, events }) =>
      check(
        `sessions at ${name}`,
        sessionsWith(sessions, action),
        `SELECT count(DISTINCT session_id) FROM ${EVENTS} WHERE event_name IN (${events})`,
      ),
    ),
    ...STEPS.map(({ name }, index) =>
      check(`sessions at ${name}, in order`, inOrder(index + 1), sessionsInOrderSql(index + 1)),
    ),
    ...STEPS.map(({ name, column }, index) =>
      check(
        `sessions at ${name}, our funnel`,
        own[index] ?? 0,
        `SELECT sum(${column}) FROM dash.sessions_hourly`,
        {
          value: String(inOrder(index + 1)),
          why: 'in order, each step must be reported after the one before; in our funnel a later step implies those before it (ADR 0040).',
        },
      ),
    ),
    ...cartNumbers(sessions, check),
  ];
}

/** Sessions that did the first so many steps, each after the one before it. */
function sessionsInOrderSql(length: number): string {
  const names = STEPS.slice(0, length).map(({ events }) => events);
  const steps = names.map((events, index) =>
    index === 0
      ? `step0 AS (SELECT session_id, min(place) AS place FROM numbered WHERE event_name IN (${events}) GROUP BY 1)`
      : `step${index} AS (SELECT session_id, min(numbered.place) AS place
           FROM numbered JOIN step${index - 1} before USING (session_id)
           WHERE event_name IN (${events}) AND numbered.place > before.place GROUP BY 1)`,
  );
  return `WITH numbered AS (SELECT session_id, event_name, row_number() OVER
      (PARTITION BY session_id ORDER BY event_timestamp, sequence, event_id) AS place FROM ${EVENTS}),
    ${steps.join(', ')} SELECT count(*) FROM step${length - 1}`;
}

function cartNumbers(sessions: readonly Session[], check: Check): NumberCheck[] {
  const { bought, emptied, left } = cartsOf(sessions);
  const carts = (states: string) =>
    `SELECT count(*) FROM dash.carts WHERE state IN (${states})
       AND cart_id IN (SELECT cart_id FROM ${EVENTS} WHERE event_name = 'add_to_cart_click')`;
  return [
    check('sessions with a cart', bought + emptied + left, carts(`'bought', 'emptied', 'abandoned'`)),
    check('carts bought', bought, carts(`'bought'`)),
    check('carts emptied', emptied, carts(`'emptied'`)),
    check('carts left', left, carts(`'abandoned'`)),
  ];
}

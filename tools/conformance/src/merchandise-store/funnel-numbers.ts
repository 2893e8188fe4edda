import type { NumberCheck } from '../number-check';
import { EVENTS, type Check } from './check';
import { ACTION, cartsOf, sessionsInOrder, sessionsWith } from './count-sessions';
import type { Session } from './hits';

const FUNNEL = [ACTION.detail, ACTION.add, ACTION.checkout, ACTION.order];
const STEP_NAMES = ['detail', 'cart', 'checkout', 'order'];

/** How far sessions came, and what became of their carts. */
export function funnelNumbers(sessions: readonly Session[], check: Check): NumberCheck[] {
  const anyOrder = ['product_view', 'add_to_cart_click', 'checkout_start', 'checkout_complete'];
  const inOrder = ['viewed', 'carted', 'checked_out', 'ordered'];
  const { bought, emptied, left } = cartsOf(sessions);
  const carts = (state: string) =>
    `SELECT count(*) FROM dash.carts WHERE state IN (${state})
       AND cart_id IN (SELECT cart_id FROM ${EVENTS} WHERE event_name = 'add_to_cart_click')`;
  return [
    ...STEP_NAMES.map((name, index) =>
      check(
        `sessions at ${name}`,
        sessionsWith(sessions, FUNNEL[index] ?? ''),
        `SELECT count(DISTINCT session_id) FROM ${EVENTS} WHERE event_name = '${anyOrder[index]}'`,
      ),
    ),
    ...STEP_NAMES.map((name, index) =>
      check(
        `sessions at ${name}, in order`,
        sessionsInOrder(sessions, FUNNEL.slice(0, index + 1)),
        `SELECT sum(${inOrder[index]}) FROM dash.sessions_hourly`,
      ),
    ),
    check('sessions with a cart', bought + emptied + left, carts(`'bought', 'emptied', 'abandoned'`)),
    check('carts bought', bought, carts(`'bought'`)),
    check('carts emptied', emptied, carts(`'emptied'`)),
    check('carts left', left, carts(`'abandoned'`)),
  ];
}

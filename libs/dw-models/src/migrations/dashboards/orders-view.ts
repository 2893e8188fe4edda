/**
 * The view of orders. Refunds are grouped by order alone, so that a query that needs none of their
 * columns does not compute them.
 *
 * @param net 'kept': order_touches has it; 'computed' from the refunds of all orders
 */
export const ordersView = (net: 'kept' | 'computed') => `
  CREATE OR REPLACE VIEW dash.orders AS
    SELECT o.order_id, o.placed_at, o.client_id, o.session_id,
      coalesce(o.user_id, dash.user_behind(o.client_id, o.placed_at)) AS user_id,
      o.user_id IS NOT NULL AS was_signed_in,
      o.login_state,
      coalesce(o.cart_id, (SELECT min(c.cart_id) FROM public.carts c WHERE c.order_id = o.order_id)) AS cart_id,
      o.currency, o.gross, coalesce(r.refunded, 0) AS refunded,
      ${net === 'kept' ? 'coalesce(t.net, o.gross)' : 'greatest(o.gross - coalesce(r.refunded, 0), 0)'} AS net,
      o.tax, o.shipping, o.pieces,
      coalesce(r.refunds, 0) AS refunds, r.refunded_at, o.completions, o.is_bot,
      -- A set, since a function would be called for each row.
      o.is_staff OR coalesce(o.user_id IN (SELECT listed.user_id FROM public.staff_users listed), false) AS is_staff,
      coalesce(s.channel, 'unknown') AS channel, s.utm_source, s.utm_medium, s.utm_campaign,
      coalesce(s.device, 'unknown') AS device
    FROM public.orders o
    LEFT JOIN public.sessions s USING (session_id)
    ${net === 'kept' ? 'LEFT JOIN public.order_touches t ON t.order_id = o.order_id AND t.place = 1' : ''}
    LEFT JOIN (
      SELECT given.order_id, count(*)::integer AS refunds, sum(given.amount) AS refunded,
        max(given.refunded_at) AS refunded_at
      FROM dash.refunds given JOIN public.orders told ON told.order_id = given.order_id
      WHERE NOT given.currency IS DISTINCT FROM told.currency
      GROUP BY given.order_id
    ) r ON r.order_id = o.order_id;
  COMMENT ON VIEW dash.orders IS
    'One row an order, however often its completion was told, with the channel of its session. net: gross less what '
    'was refunded in its currency, never below 0.';`;

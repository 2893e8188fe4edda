import { BY_INDEX } from './renew-order-touches';

/**
 * The function that finds the orders that changes can reach.
 *
 * OFFSET 0 keeps the order of the joins, and pairs of columns are compared so that only the index
 * of both serves: without statistics PostgreSQL reads all orders for each period, which took half
 * of the time of all facts.
 */
export const RENEW_TOUCHED_ORDERS = `
  CREATE OR REPLACE FUNCTION renew_touched_orders(
    changed_orders text[], changed_sessions text[],
    clients text[], since timestamptz[], until timestamptz[], users text[]
  ) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER ${BY_INDEX} AS $$
  BEGIN
    PERFORM renew_order_touches((
      WITH period AS MATERIALIZED (
        SELECT client_id, after, before + interval '720 hours' AS before
        FROM unnest(clients, since, until) AS period (client_id, after, before)
        -- What has just happened reaches no order that was known before: most sessions of a load end here.
        WHERE after < (SELECT max(placed_at) FROM public.orders WHERE order_id <> ALL(changed_orders))
      )
      SELECT array_agg(order_id)
      FROM (
        SELECT unnest(changed_orders) AS order_id
        UNION
        SELECT order_id FROM public.orders WHERE session_id = ANY(changed_sessions)
        UNION
        SELECT o.order_id FROM period p
        CROSS JOIN LATERAL (
          SELECT order_id FROM public.orders
          WHERE client_id = p.client_id
            AND (client_id, placed_at) > (p.client_id, p.after) AND (client_id, placed_at) <= (p.client_id, p.before)
          OFFSET 0
        ) AS o
        UNION
        SELECT t.order_id FROM period p
        CROSS JOIN LATERAL (SELECT user_id FROM public.identity_links WHERE client_id = p.client_id OFFSET 0) AS l
        CROSS JOIN LATERAL (
          SELECT order_id FROM public.order_touches
          WHERE place = 1 AND buyer = l.user_id AND placed_at > p.after AND placed_at <= p.before OFFSET 0
        ) AS t
        UNION
        SELECT order_id FROM public.order_touches WHERE place = 1 AND buyer = ANY(users)
      ) AS touched
    ));
  END $$;
  COMMENT ON FUNCTION renew_touched_orders IS
    'Renews the visits of orders that may have changed: these, those placed in these sessions, those of browsers on which '
    'something changed after since and up to until, and of whoever signed in there, and those of these buyers.';
  REVOKE ALL ON FUNCTION renew_touched_orders FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION renew_touched_orders TO etl_writer;`;

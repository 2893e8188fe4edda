import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Shows who is behind each order, so that the orders of a buyer are found by an index. */
export class ShowBuyerOrders1796000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW dash.buyer_orders AS
        SELECT t.order_id, t.placed_at, t.login_state, t.currency, t.is_bot,
          t.is_staff OR coalesce(t.user_id IN (SELECT listed.user_id FROM public.staff_users listed), false) AS is_staff,
          t.net, t.buyer AS user_id, o.client_id,
          coalesce('user ' || t.buyer, 'browser ' || o.client_id) AS buyer
        FROM public.order_touches t
        JOIN public.orders o USING (order_id)
        WHERE t.place = 1;
      COMMENT ON VIEW dash.buyer_orders IS
        'One row an order, with its buyer: the user behind it, else the browser on which it was placed, else NULL. To find '
        'the orders of a buyer, compare user_id, or client_id where user_id is NULL: both have an index.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW dash.buyer_orders');
  }
}

/**
 * The reason why an order or refund is on one side only, as far as the data can say; what it cannot
 * say is `unknown`. One row for each row of `compared`.
 */
export const MISSING_REASON = `
  SELECT
    CASE
      WHEN told IS NOT NULL AND booked IS NOT NULL THEN NULL
      WHEN kind = 'refund' AND told IS NULL THEN
        CASE WHEN EXISTS (SELECT FROM public.orders AS o WHERE o.order_id = compared.order_id) THEN 'unknown'
          ELSE 'order_missing' END
      WHEN kind = 'refund' THEN
        CASE WHEN EXISTS (SELECT FROM dash.book_entries AS b WHERE b.kind = 'order' AND b.entry_id = compared.order_id)
          THEN 'unknown' ELSE 'order_not_booked' END
      WHEN told IS NULL THEN CASE
        WHEN by_browser IS FALSE THEN 'no_browser'
        WHEN is_staff THEN 'staff'
        WHEN consent = 'denied' THEN 'no_consent'
        WHEN told_elsewhere THEN 'other_id'
        WHEN EXISTS (SELECT FROM public.carts AS c WHERE c.cart_id = compared.cart_id) THEN 'lost'
        WHEN consent IS NOT NULL THEN 'blocked'
        ELSE 'unknown'
      END
      WHEN booked_elsewhere THEN CASE WHEN is_double THEN 'another_id' ELSE 'other_id' END
      WHEN is_bot THEN 'bot'
      WHEN told_staff THEN 'staff'
      WHEN order_id LIKE 'event:%' THEN 'no_order_id'
      WHEN NOT EXISTS (SELECT FROM public.book_days AS closed WHERE closed.day = told_day) THEN 'day_not_closed'
      ELSE 'unknown'
    END AS word,
    is_double
  FROM (
    SELECT
      kind = 'order' AND told IS NULL AND EXISTS (
        SELECT FROM public.orders AS o WHERE o.cart_id = compared.cart_id) AS told_elsewhere,
      kind = 'order' AND booked IS NULL AND EXISTS (
        SELECT FROM public.book_entries AS b WHERE b.cart_id = compared.cart_id) AS booked_elsewhere,
      kind = 'order' AND booked IS NULL AND EXISTS (
        SELECT FROM public.book_entries AS b JOIN public.orders AS o ON o.order_id = b.entry_id AND b.kind = 'order'
        WHERE b.cart_id = compared.cart_id) AS is_double
  ) AS same_cart`;

import type { Tile } from './tile';

const tab = 'Books';
const SIDES = ['books', 'analytics'] as const;

/** Orders less refunds of one side, by day and currency, on the days that the books cover. */
const totals: readonly Tile[] = SIDES.map((side) => ({
  tab,
  name: `net total of ${side} by day`,
  warehouse: `SELECT concat_ws(', ', to_char(day, 'YYYY-MM-DD'), currency) AS key, ${side} AS number
    FROM dash.books_daily WHERE day BETWEEN $1::date AND $2::date`,
  witness: `SELECT concat_ws(', ', day_of(moment), currency) AS key, sum(amount) AS number
    FROM (${
      side === 'books'
        ? `SELECT booked_at AS moment, currency, CASE kind WHEN 'order' THEN amount ELSE -amount END AS amount FROM booked`
        : `SELECT placed_at AS moment, coalesce(currency, shop_currency()) AS currency, gross AS amount FROM orders
           UNION ALL SELECT refunded_at, coalesce(currency, shop_currency()), -amount FROM refunds`
    }) WHERE in_days(moment) AND is_closed(day_of(moment)) GROUP BY 1`,
}));

/** Orders of the books next to those of events; one with two days or currencies is in both. */
const classes: Tile = {
  tab,
  name: 'orders by class, day and currency',
  warehouse: `SELECT concat_ws(', ', CASE
        WHEN NOT is_booked AND class IN ('extra', 'doubled') THEN 'only in analytics'
        WHEN class IN ('matched', 'doubled') THEN 'the same' ELSE class END,
      to_char(day, 'YYYY-MM-DD'), currency) AS key, count(*) AS number
    FROM dash.books_reconciled WHERE kind = 'order' AND day BETWEEN $1::date AND $2::date GROUP BY 1`,
  witness: `WITH pair AS (
      SELECT day_of(booked_at) AS booked_day, b.amount AS booked, b.currency AS booked_currency,
        day_of(placed_at) AS told_day, gross AS told,
        CASE WHEN o.order_key IS NOT NULL THEN coalesce(o.currency, shop_currency()) END AS told_currency
      FROM (FROM booked WHERE kind = 'order') AS b FULL JOIN orders AS o ON o.order_key = b.order_key
    ), classed AS (
      SELECT *, CASE WHEN told IS NULL THEN 'missing' WHEN booked IS NULL THEN 'only in analytics'
        WHEN booked_currency <> told_currency THEN 'wrong_currency' WHEN booked <> told THEN 'wrong_amount'
        WHEN booked_day <> told_day THEN 'other_day' ELSE 'the same' END AS class
      FROM pair
    ), sides AS (
      SELECT class, booked_day AS day, booked_currency AS currency FROM classed WHERE booked IS NOT NULL
      UNION ALL
      SELECT class, told_day, told_currency FROM classed
      WHERE told IS NOT NULL AND (booked_day, booked_currency) IS DISTINCT FROM (told_day, told_currency)
    )
    SELECT concat_ws(', ', class, day, currency) AS key, count(*) AS number
    FROM sides WHERE is_closed(day) AND day BETWEEN first_day() AND last_day() GROUP BY 1`,
};

/** The shop's own books against events. */
export const BOOKS: readonly Tile[] = [...totals, classes];

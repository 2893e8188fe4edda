const BOOKS = 'It reads the books of the shop, which are not events.';
const LOAD = 'It reads the records of the load, which are about this PostgreSQL.';

/** Views that only PostgreSQL has, each with the reason. */
export const NOT_IN_LAKE: Readonly<Record<string, string>> = {
  alerts: LOAD,
  book_calendar: BOOKS,
  book_entries: BOOKS,
  book_gaps: BOOKS,
  book_numbers: BOOKS,
  books_daily: BOOKS,
  books_reconciled: BOOKS,
  books_state: BOOKS,
  done_actions: 'It reads what people enter in the dashboards.',
  freshness: 'Its one row is in the lake as a table.',
  funnel_presets: 'It has no rows of a shop: it is the list of ready-made funnels.',
  ledger_differences: LOAD,
  ledger_hourly: LOAD,
  matched_refunds: BOOKS,
  open_quarantine: LOAD,
};

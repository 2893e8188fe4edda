/** The list in which a product was chosen. */
const PLACE = { listName: 'VARCHAR', position: 'VARCHAR' };

/**
 * Columns that DuckDB reads from a line of the bucket. Amounts are texts: a double
 * would round them.
 */
const FORM = JSON.stringify({
  eventId: 'VARCHAR',
  eventName: 'VARCHAR',
  eventTimestamp: 'VARCHAR',
  sequence: 'BIGINT',
  clientId: 'VARCHAR',
  sessionId: 'VARCHAR',
  userId: 'VARCHAR',
  userLoginState: 'VARCHAR',
  pageUrl: 'VARCHAR',
  referrer: 'VARCHAR',
  search: { term: 'VARCHAR', results: 'JSON' },
  product: {
    id: 'VARCHAR',
    name: 'VARCHAR',
    category: 'VARCHAR',
    price: 'VARCHAR',
    discountPrice: 'VARCHAR',
    quantity: 'VARCHAR',
    ...PLACE,
  },
  list: { name: 'VARCHAR', items: [{ position: 'VARCHAR' }] },
  cart: cartOrOrder({ cartId: 'VARCHAR', value: 'VARCHAR' }),
  order: cartOrOrder({ orderId: 'VARCHAR', refundId: 'VARCHAR', revenue: 'VARCHAR' }),
  _ingest: {
    receivedAt: 'VARCHAR',
    sentAt: 'VARCHAR',
    userAgent: 'VARCHAR',
    sender: 'VARCHAR',
    corrections: 'VARCHAR',
  },
  _erased: 'VARCHAR',
});

function cartOrOrder(own: object): object {
  const prices = { price: 'VARCHAR', discountPrice: 'VARCHAR', quantity: 'VARCHAR' };
  const items = [{ id: 'VARCHAR', name: 'VARCHAR', category: 'VARCHAR', ...prices, ...PLACE }];
  return { ...own, currency: 'VARCHAR', items };
}

const ID = '[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}';

/**
 * Tables `lines`, one row a line of the bucket with what it is, and `agents`, the user
 * agents in them.
 *
 * - `own`: an event in the form of docs/tracking-plan.md, which ingest has stamped without a
 *   sender or a correction
 * - `other`: another form, which the witness does not read
 * - `unreadable`: not JSON, or without a time that can be
 * - `rejected`: kept by ingest, not accepted
 * - `erased`: a mark in place of a line (ADR 0020)
 */
export const LINES = `
CREATE TABLE parsed AS
SELECT object, line, CASE WHEN json_valid(text) THEN from_json(text, '${FORM}') END AS told
FROM texts;

CREATE TABLE lines AS
WITH timed AS (
  SELECT *, try_cast(told.eventTimestamp AS TIMESTAMPTZ) AS happened,
    try_cast(told._ingest.receivedAt AS TIMESTAMPTZ) AS received, try_cast(told._ingest.sentAt AS TIMESTAMPTZ) AS sent
  FROM parsed
), corrected AS (
  -- ADR 0041: a clock is wrong that is ahead by more than a minute, or behind by more than five.
  SELECT *, CASE
      WHEN happened = received THEN NULL
      WHEN epoch_ms(received) - epoch_ms(sent) NOT BETWEEN -60000 AND 300000 THEN epoch_ms(received) - epoch_ms(sent)
    END AS clock_offset
  FROM timed
)
SELECT object, line, told, epoch_ms(received) AS received_at, clock_offset,
  epoch_ms(happened) + coalesce(clock_offset, 0) AS moment,
  CASE
    WHEN told IS NULL THEN 'unreadable'
    WHEN told._erased IS NOT NULL THEN 'erased'
    WHEN object LIKE 'rejected/%' THEN 'rejected'
    WHEN told._ingest.sender IS NOT NULL OR told._ingest.corrections IS NOT NULL OR received IS NULL
      OR NOT regexp_full_match(coalesce(told.eventName, ''), '[a-z][a-z0-9_]{0,63}')
      OR NOT regexp_full_match(lower(coalesce(told.eventId, '')), '${ID}') THEN 'other'
    WHEN moment IS NULL OR moment < epoch_ms(TIMESTAMPTZ '2000-01-01 00:00:00Z') OR moment > received_at + 86400000 THEN 'unreadable'
    ELSE 'own'
  END AS kind
FROM corrected;

DROP TABLE texts;
DROP TABLE parsed;

CREATE TABLE agents (agent VARCHAR PRIMARY KEY, is_bot BOOLEAN, device VARCHAR);
`;
/** The user agents whose kind is asked. */
export const AGENTS = `SELECT DISTINCT told._ingest.userAgent AS agent FROM lines
  WHERE kind = 'own' AND told._ingest.userAgent IS NOT NULL`;

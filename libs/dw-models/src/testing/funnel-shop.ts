import type { TestWarehouse } from './a-warehouse';
import { momentOf } from './funnel-journeys';

/** Minutes of a day. */
export const DAY = 1440;

/** The steps of a purchase. */
export const STEPS = [
  { event: 'product_view' },
  { event: 'add_to_cart_click' },
  { event: 'checkout_complete' },
];

/** An event of a shop; its time is in minutes. */
export interface Row {
  readonly event_name: string;
  readonly at: number;
  readonly [column: string]: string | number | boolean | null;
}

/** Puts a session and its events. Its browser has the name of the session. */
export async function putSession(
  warehouse: TestWarehouse,
  session: string,
  events: readonly Row[],
  about: object = {},
): Promise<void> {
  const rows = events.map(({ at, ...event }) => ({
    ...{
      session_id: session,
      client_id: session,
      event_timestamp: momentOf(at),
      is_bot: false,
      is_staff: false,
    },
    ...event,
  }));
  await warehouse.query(
    'etl',
    `INSERT INTO clickstream_events SELECT row.* FROM jsonb_array_elements($1) AS one, LATERAL jsonb_populate_record(
       NULL::clickstream_events, one || jsonb_build_object('event_id', gen_random_uuid(), 'received_at', now(),
       'schema_version', 1)) AS row`,
    [JSON.stringify(rows)],
  );
  await warehouse.query(
    'etl',
    `INSERT INTO sessions SELECT row.* FROM jsonb_populate_record(NULL::sessions, $1) AS row`,
    [
      {
        ...{
          session_id: session,
          client_id: session,
          started_at: momentOf(0),
          ended_at: momentOf(0),
          events: 1,
        },
        ...{ started_hour: momentOf(0), page_views: 1, is_bot: false, is_staff: false, login_state: 'guest' },
        ...{ device: 'mobile', channel: 'direct', is_resumed: false, is_clock_corrected: false, ...about },
      },
    ],
  );
}

/** Puts an order in dong, placed at a minute. */
export async function putOrder(
  warehouse: TestWarehouse,
  id: string,
  at: number,
  gross: number,
  about: object,
): Promise<void> {
  const row = { order_id: id, placed_at: momentOf(at), gross, currency: 'VND', ...about };
  await warehouse.query(
    'etl',
    `INSERT INTO orders SELECT row.* FROM jsonb_populate_record(NULL::orders,
       '{"pieces": 1, "is_bot": false, "is_staff": false, "completions": 1}'::jsonb || $1) AS row`,
    [row],
  );
}

/** A view of a product. */
export const view = (at: number, more: object = {}): Row => ({ event_name: 'product_view', at, ...more });

/** A product that goes into the cart. */
export const add = (at: number, more: object = {}): Row => ({ event_name: 'add_to_cart_click', at, ...more });

/** A purchase. */
export const buy = (at: number, more: object = {}): Row => ({ event_name: 'checkout_complete', at, ...more });

/** The rows of a funnel that is entered within 10 days, of a purchase unless it has other steps. */
export const askFunnel = (warehouse: TestWarehouse, more: object): Promise<Record<string, unknown>[]> =>
  warehouse.query('shiny', 'SELECT * FROM dash.funnel($1, $2, $3)', [
    JSON.stringify({ steps: STEPS, ...more }),
    momentOf(0),
    momentOf(10 * DAY),
  ]);

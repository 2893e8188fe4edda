import type { CloudUnderTest } from './a-cloud';
import { eventually } from './eventually';

/** A row of the event table, as far as tests read it. */
export interface EventRow {
  event_id: string;
  event_name: string;
  event_timestamp: Date;
  user_id: string | null;
  user_login_state: string;
  identity_source: string;
  client_id: string;
  session_id: string;
  is_first_visit: boolean;
  context_product_id: string | null;
  context_product_name: string | null;
  context_product_category: string | null;
  context_product_brand: string | null;
  context_product_price: string | null;
  context_product_discount_price: string | null;
  context_product_url_path: string | null;
  order_revenue: string | null;
}

/** Everything that a browser tracked, in its order. */
const eventsOf = (cloud: CloudUnderTest, clientId: string) =>
  cloud.sql<EventRow>(
    'SELECT * FROM public.clickstream_events WHERE client_id = $1 ORDER BY event_timestamp, event_id',
    [clientId],
  );

/** Everything that a browser tracked, once the last event of its way has arrived. */
export async function eventsUntil(cloud: CloudUnderTest, lastEvent: string): Promise<EventRow[]> {
  const rows = await eventually(
    () =>
      cloud.sql<EventRow>('SELECT client_id FROM public.clickstream_events WHERE event_name = $1', [
        lastEvent,
      ]),
    (found) => found.length > 0,
  );
  return eventsOf(cloud, rows[0]?.client_id ?? '');
}

import type { CloudUnderTest } from './a-cloud';
import { eventually } from './eventually';

/** A row of the event table, as far as tests read it. */
export interface EventRow {
  readonly event_id: string;
  readonly event_name: string;
  readonly event_timestamp: Date;
  readonly user_id: string | null;
  readonly user_login_state: string;
  readonly identity_source: string;
  readonly client_id: string;
  readonly session_id: string;
  readonly is_first_visit: boolean;
  readonly context_product_id: string | null;
  readonly context_product_name: string | null;
  readonly context_product_category: string | null;
  readonly context_product_brand: string | null;
  readonly context_product_price: string | null;
  readonly context_product_discount_price: string | null;
  readonly context_product_url_path: string | null;
  readonly order_revenue: string | null;
  readonly properties: Readonly<Record<string, unknown>> | null;
}

/** Everything that a browser tracked, in its order. */
const eventsOf = (cloud: CloudUnderTest, clientId: string) =>
  cloud.sql<EventRow>(
    'SELECT * FROM public.clickstream_events WHERE client_id = $1 ORDER BY event_timestamp, event_id',
    [clientId],
  );

/** Everything that a browser tracked, once its last event has arrived. */
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

import type { TestWarehouse } from './a-warehouse';
import type { Funnel, JourneyEvent } from './funnel-question';

/** The minute 0 of journeys. */
const START = Date.UTC(2026, 9, 1);

/** A moment in minutes, as PostgreSQL reads it. */
export const momentOf = (minutes: number): string => new Date(START + minutes * 60_000).toISOString();

/** Minutes of a moment. */
export const minutesOf = (moment: Date): number => (moment.getTime() - START) / 60_000;

/** Puts journeys in the place of all events: journey n is session n. They arrive in no order. */
export async function putJourneys(
  warehouse: TestWarehouse,
  journeys: readonly (readonly JourneyEvent[])[],
): Promise<void> {
  const rows = journeys.flatMap((journey, session) =>
    journey.map(({ at, name, product }, place) => ({
      event_id: `${String(place).padStart(8, '0')}-0000-4000-8000-${String(session).padStart(12, '0')}`,
      event_timestamp: momentOf(at),
      event_name: name,
      session_id: String(session),
      context_product_id: product,
    })),
  );
  await warehouse.empty('clickstream_events');
  await warehouse.query(
    'etl',
    `INSERT INTO clickstream_events (event_id, event_timestamp, event_name, session_id, context_product_id)
     SELECT * FROM jsonb_to_recordset($1) AS row (event_id uuid, event_timestamp timestamptz, event_name text,
       session_id text, context_product_id text) ORDER BY random()`,
    [JSON.stringify(rows)],
  );
  await warehouse.query('admin', 'ANALYZE clickstream_events');
}

/** Says up to when the warehouse has events. */
export async function putDataUntil(warehouse: TestWarehouse, minutes: number): Promise<void> {
  await warehouse.query('etl', 'INSERT INTO etl_runs (data_until) VALUES ($1)', [momentOf(minutes)]);
}

/** The definition as dash.funnel takes it. */
export function definitionOf({ steps, watch, once, increase, deduplication, ...rest }: Funnel): object {
  const minutes = (count: number): string => `${count} minutes`;
  return {
    ...rest,
    window: minutes(rest.window),
    ...(rest.order !== 'any' && {
      strict_once: once,
      strict_increase: increase,
      strict_deduplication: deduplication,
    }),
    ...(watch.length > 0 && { watch }),
    steps: steps.map(({ event, product, within }) => ({
      event,
      ...(product !== undefined && { product: { is: product } }),
      ...(within !== undefined && { within: minutes(within) }),
    })),
  };
}

import { PRODUCTS, PRODUCTS_HOURLY } from '@clickstream/dw-models/tables';
import type { ClientBase } from 'pg';
import { deltaArrays, upsertSql, type DeltaValues } from '../../copy/upsert';
import type { ProductDelta, ProductDeltas, ProductObservation } from './product-deltas';

/** Updates the hours of products, and describes products by the latest events. */
export async function writeProducts(
  client: ClientBase,
  { hourly, observations }: ProductDeltas,
): Promise<void> {
  await addToHours(client, [...hourly.values()]);
  await describeProducts(client, [...observations.values()]);
}

const PRODUCT_HOUR = {
  hour: ({ hour }) => hour,
  product_id: ({ productId }) => productId,
  login_state: ({ loginState }) => loginState,
  is_bot: ({ isBot }) => isBot,
  is_staff: ({ isStaff }) => isStaff,
  views: ({ views }) => views,
  add_to_carts: ({ addToCarts }) => addToCarts,
} satisfies Required<DeltaValues<typeof PRODUCTS_HOURLY, ProductDelta>>;

const ADD_TO_HOURS = upsertSql(
  PRODUCTS_HOURLY,
  Object.keys(PRODUCT_HOUR),
  'views = kept.views + excluded.views, add_to_carts = kept.add_to_carts + excluded.add_to_carts',
);

async function addToHours(client: ClientBase, deltas: readonly ProductDelta[]): Promise<void> {
  if (deltas.length === 0) return;
  await client.query(ADD_TO_HOURS, deltaArrays(PRODUCT_HOUR, deltas));
}

const OBSERVED = {
  product_id: ({ id }) => id,
  product_name: ({ name }) => name,
  category: ({ category }) => category,
  brand: ({ brand }) => brand,
  price: ({ price }) => price,
  seen_at: ({ row }) => row.event_timestamp,
  seen_sequence: ({ row }) => row.sequence,
  seen_event_id: ({ row }) => row.event_id,
} satisfies Required<DeltaValues<typeof PRODUCTS, ProductObservation>>;

const orderOf = (row: string) => `(${row}.seen_at, coalesce(${row}.seen_sequence, -1), ${row}.seen_event_id)`;

const DESCRIBE_PRODUCTS = upsertSql(
  PRODUCTS,
  Object.keys(OBSERVED),
  `${Object.keys(OBSERVED)
    .map((name) => `${name} = excluded.${name}`)
    .join(', ')} WHERE ${orderOf('excluded')} > ${orderOf('kept')}`,
);

/** The latest event that names a product describes it, whenever that event arrives. */
async function describeProducts(
  client: ClientBase,
  observations: readonly ProductObservation[],
): Promise<void> {
  if (observations.length === 0) return;
  await client.query(DESCRIBE_PRODUCTS, deltaArrays(OBSERVED, observations));
}

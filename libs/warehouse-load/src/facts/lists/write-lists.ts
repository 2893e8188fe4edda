import { LISTS_HOURLY } from '@clickstream/dw-models/tables';
import type { ClientBase } from 'pg';
import { deltaArrays, upsertSql, type DeltaValues } from '../../copy/upsert';
import type { ListDelta } from './list-deltas';

const LIST_HOUR = {
  hour: ({ hour }) => hour,
  list: ({ list }) => list,
  position: ({ position }) => position,
  shown: ({ shown }) => shown,
  login_state: ({ loginState }) => loginState,
  is_bot: ({ isBot }) => isBot,
  is_staff: ({ isStaff }) => isStaff,
  views: ({ views }) => views,
  clicks: ({ clicks }) => clicks,
  add_to_carts: ({ addToCarts }) => addToCarts,
} satisfies Required<DeltaValues<typeof LISTS_HOURLY, ListDelta>>;

const ADD_TO_HOURS = upsertSql(
  LISTS_HOURLY,
  Object.keys(LIST_HOUR),
  'views = kept.views + excluded.views, clicks = kept.clicks + excluded.clicks, add_to_carts = kept.add_to_carts + excluded.add_to_carts',
);

/** Updates the hours of lists. */
export async function writeLists(client: ClientBase, deltas: readonly ListDelta[]): Promise<void> {
  if (deltas.length === 0) return;
  await client.query(ADD_TO_HOURS, deltaArrays(LIST_HOUR, deltas));
}

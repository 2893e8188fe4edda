import { SENDER_FAULTS } from '@clickstream/dw-models/tables';
import type { ClientBase } from 'pg';
import { deltaArrays, upsertSql, type DeltaValues } from '../../copy/upsert';
import { SenderFaultDeltas, type SenderFaultDelta } from './sender-fault-deltas';
import type { ChangedEvent } from '../input/fact-row';

const VALUES = {
  hour: ({ hour }) => hour,
  sender: ({ sender }) => sender,
  fault: ({ fault }) => fault,
  events: ({ events }) => events,
} satisfies Required<DeltaValues<typeof SENDER_FAULTS, SenderFaultDelta>>;

const ADD_FAULTS = upsertSql(SENDER_FAULTS, Object.keys(VALUES), 'events = kept.events + excluded.events');

/** Adds the faults in new events to those of their senders. */
export async function writeSenderFaults(
  client: ClientBase,
  deltas: readonly SenderFaultDelta[],
): Promise<void> {
  if (deltas.length === 0) return;
  await client.query(ADD_FAULTS, deltaArrays(VALUES, deltas));
}

/**
 * Brings the faults by sender up to date with events that have changed. The faults are sums, so no
 * other event has to be read. An event may have changed in nothing but its hour of receipt.
 */
export async function moveSenderFaults(client: ClientBase, changed: readonly ChangedEvent[]): Promise<void> {
  const deltas = new SenderFaultDeltas();
  for (const { before, after } of changed) {
    deltas.add(before, -1);
    deltas.add(after);
  }
  await writeSenderFaults(client, deltas.all);
  // Below 0: the facts were computed by older definitions, which did not count the event.
  const hours = deltas.all.filter(({ events }) => events < 0).map(({ hour }) => hour);
  if (hours.length === 0) return;
  await client.query('DELETE FROM sender_faults WHERE hour = ANY($1::timestamptz[]) AND events <= 0', [
    hours,
  ]);
}

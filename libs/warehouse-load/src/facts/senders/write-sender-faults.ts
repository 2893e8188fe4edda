import type { ClientBase } from 'pg';
import { SenderFaultGains, type SenderFaultGain } from './sender-fault-deltas';
import type { ChangedEvent } from '../input/fact-row';

/** Adds to the faults by sender what events tell of them. */
export async function writeSenderFaults(
  client: ClientBase,
  gains: readonly SenderFaultGain[],
): Promise<void> {
  if (gains.length === 0) return;
  await client.query(
    `INSERT INTO sender_faults AS kept (hour, sender, fault, events)
     SELECT * FROM unnest($1::timestamptz[], $2::text[], $3::text[], $4::integer[]) AS gain
     ORDER BY 1, 2, 3
     ON CONFLICT (hour, sender, fault) DO UPDATE SET events = kept.events + excluded.events`,
    [
      gains.map(({ hour }) => hour),
      gains.map(({ sender }) => sender),
      gains.map(({ fault }) => fault),
      gains.map(({ events }) => events),
    ],
  );
}

/**
 * Brings the faults by sender up to date with events that have changed. They are sums, so that no other event need be read,
 * and an event may have changed in nothing but the hour of its receipt.
 */
export async function moveSenderFaults(client: ClientBase, changed: readonly ChangedEvent[]): Promise<void> {
  const gains = new SenderFaultGains();
  for (const { before, after } of changed) {
    gains.add(before, -1);
    gains.add(after);
  }
  await writeSenderFaults(client, gains.all);
  // Below 0: the facts are those of older definitions, which did not count the event.
  const hours = gains.all.filter(({ events }) => events < 0).map(({ hour }) => hour);
  if (hours.length === 0) return;
  await client.query('DELETE FROM sender_faults WHERE hour = ANY($1::timestamptz[]) AND events <= 0', [
    hours,
  ]);
}

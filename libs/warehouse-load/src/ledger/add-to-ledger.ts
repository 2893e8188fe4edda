import type { ClientBase } from 'pg';

/** The counts of a row of `ledger_hourly`, in the order of its columns. */
export const LEDGER_COUNTS = [
  'received',
  'rejected',
  'stored',
  'loaded',
  'duplicates',
  'quarantined',
  'replayed',
  'erased',
  'expired',
  'lost_in_browser',
] as const;

export type LedgerCount = (typeof LEDGER_COUNTS)[number];

/** Deltas of hours; the time of an hour in milliseconds since 1970. */
export type HourDeltas = ReadonlyMap<number, Readonly<Partial<Record<LedgerCount, number>>>>;

/**
 * Adds to the ledger, in the transaction that changes the counted rows.
 *
 * @throws the error of PostgreSQL when the lines of an hour would no
 *   longer all be in one place each
 */
export async function addToLedger(client: ClientBase, deltas: HourDeltas): Promise<void> {
  if (deltas.size === 0) return;
  // In the order of hours, so that two transactions do not deadlock.
  const hours = [...deltas].sort(([one], [other]) => one - other);
  const numbers = LEDGER_COUNTS.map((_, index) => `$${index + 2}::bigint[]`).join(', ');
  const names = LEDGER_COUNTS.join(', ');
  await client.query(
    `INSERT INTO ledger_hourly AS known (hour, ${names})
     SELECT * FROM unnest($1::timestamptz[], ${numbers}) AS delta (hour, ${names})
     ON CONFLICT (hour) DO UPDATE
     SET ${LEDGER_COUNTS.map((name) => `${name} = known.${name} + excluded.${name}`).join(', ')}`,
    [
      hours.map(([hour]) => new Date(hour)),
      ...LEDGER_COUNTS.map((name) => hours.map(([, counts]) => counts[name] ?? 0)),
    ],
  );
}

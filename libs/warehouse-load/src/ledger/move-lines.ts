import type { ClientBase } from 'pg';

/**
 * The states of a line; each line is in exactly one. Only lines that ingest rejected are
 * `rejected`.
 */
const LINE_STATES = ['loaded', 'duplicates', 'quarantined', 'erased', 'expired', 'rejected'] as const;

export type LineState = (typeof LINE_STATES)[number];

/** Lines of one object whose state changed. */
export interface LineMove {
  /** The object's number in the manifest. */
  readonly objectId: number;
  readonly from: LineState;
  readonly to: Exclude<LineState, 'rejected'>;
  readonly lines: number;
}

/**
 * Records in manifest and ledger that lines have moved, in the transaction that moves them. Lines
 * that enter the warehouse from quarantine, or after they were rejected, also count as replayed.
 *
 * @throws Error when an object is not in the manifest
 * @throws the error of PostgreSQL when more lines would leave a state than are in it
 */
export async function moveLines(client: ClientBase, moves: readonly LineMove[]): Promise<void> {
  const byObject = new Map<number, Record<LineState | 'replayed' | 'stored', number>>();
  for (const { objectId, from, to, lines } of moves) {
    const deltas = byObject.get(objectId) ?? nothing();
    byObject.set(objectId, deltas);
    deltas[from] -= lines;
    deltas[to] += lines;
    const isReplayed =
      (from === 'quarantined' || from === 'rejected') && (to === 'loaded' || to === 'duplicates');
    if (isReplayed) deltas.replayed += lines;
    if (from === 'rejected') deltas.stored += lines;
  }
  if (byObject.size === 0) return;
  const counts = [...LINE_STATES, 'replayed', 'stored'] as const;
  const { rows } = await client.query<{ objects: number }>(
    `WITH delta AS (
       SELECT * FROM unnest($1::integer[], ${counts.map((_, index) => `$${index + 2}::integer[]`).join(', ')})
         AS delta (object_id, ${counts.join(', ')})
     ), moved AS (
       UPDATE etl_objects AS known
       SET ${LINE_STATES.map((state) => `${state} = known.${state} + delta.${state}`).join(', ')}
       FROM delta WHERE known.object_id = delta.object_id
       RETURNING known.hour, ${counts.map((count) => `delta.${count}`).join(', ')}
     ), hours AS (
       UPDATE ledger_hourly AS known
       SET ${counts.map((count) => `${count} = known.${count} + delta.${count}`).join(', ')}
       FROM (
         SELECT hour, ${counts.map((count) => `sum(${count}) AS ${count}`).join(', ')} FROM moved GROUP BY hour
       ) AS delta
       WHERE known.hour = delta.hour
     )
     SELECT count(*)::integer AS objects FROM moved`,
    [[...byObject.keys()], ...counts.map((count) => [...byObject.values()].map((deltas) => deltas[count]))],
  );
  if (rows[0]?.objects !== byObject.size)
    throw new Error(
      `Cannot move lines: one of the objects ${[...byObject.keys()].join(', ')} is not in etl_objects.`,
    );
}

/** The losses in a report that has turned out to be a duplicate. */
export interface LossReversal {
  /** The number of the object that holds the report. */
  readonly objectId: number;
  readonly lost: number;
}

/** Removes losses that were counted twice from the ledger. */
export async function reverseLosses(client: ClientBase, losses: readonly LossReversal[]): Promise<void> {
  if (losses.length === 0) return;
  await client.query(
    `UPDATE ledger_hourly AS known SET lost_in_browser = lost_in_browser - report.lost
     FROM (
       SELECT hour, sum(lost) AS lost FROM unnest($1::integer[], $2::bigint[]) AS report (object_id, lost)
       JOIN etl_objects USING (object_id) GROUP BY hour
     ) AS report
     WHERE known.hour = report.hour`,
    [losses.map(({ objectId }) => objectId), losses.map(({ lost }) => lost)],
  );
}

const nothing = (): Record<LineState | 'replayed' | 'stored', number> => ({
  loaded: 0,
  duplicates: 0,
  quarantined: 0,
  erased: 0,
  expired: 0,
  rejected: 0,
  replayed: 0,
  stored: 0,
});

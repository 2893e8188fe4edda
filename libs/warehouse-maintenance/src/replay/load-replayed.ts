import type { ClientBase } from 'pg';
import {
  addToLedger,
  countReplaced,
  ID_CONFLICT,
  type IdConflict,
  inTransaction,
  type LineMove,
  moveLines,
  type RefusedRow,
} from '@clickstream/warehouse-load/warehouse';
import { insertReplayed } from './insert-replayed';
import type { OpenLine } from './open-lines';
import type { SecondReading } from './read-again';
import { countsOf, type ReplayCounts } from './replay-counts';

/**
 * Loads the readable lines, in one transaction with their facts, the ledger and their state.
 */
export async function loadReplayed(client: ClientBase, reading: SecondReading): Promise<ReplayCounts> {
  const { chunk, readable, unreadable } = reading;
  for (const month of chunk.months) await client.query('SELECT ensure_event_partitions($1, $1)', [month]);
  return inTransaction(client, async () => {
    const { outcomeOf, replaced, conflicts, refused } = await insertReplayed(client, chunk);
    const kept = new KeptLines(conflicts, refused);
    await resolve(
      client,
      readable.filter((line) => !kept.reasonOf(line)),
    );
    const keptLines = readable.flatMap((line) => {
      const reason = kept.reasonOf(line);
      return reason ? [{ ...line, ...reason }] : [];
    });
    await noteReasons(client, [...unreadable, ...keptLines]);
    const moves = chunk.slices.flatMap((slice): LineMove[] => {
      const { objectId } = slice.object;
      const { inserted: rows } = outcomeOf(slice);
      const move = (to: LineMove['to'], lines: number) =>
        ({ objectId, from: 'quarantined', to, lines }) as const;
      return [
        move('loaded', rows),
        move('duplicates', slice.duplicates + slice.rows - rows - kept.linesOf(objectId)),
        move('erased', slice.erased),
        move('expired', slice.expired),
      ];
    });
    await moveLines(client, moves);
    await addToLedger(
      client,
      new Map(
        chunk.slices.map((slice) => [slice.keyTime, { lost_in_browser: outcomeOf(slice).lostInBrowser }]),
      ),
    );
    const quarantineConflicts = await countReplaced(client, replaced);
    return countsOf(moves, replaced.length - quarantineConflicts, unreadable.length + keptLines.length);
  });
}

/** Readable lines that still stay in quarantine. */
class KeptLines {
  private readonly reasons = new Map<string, Pick<OpenLine, 'reason' | 'detail'>>();
  private readonly counts = new Map<number, number>();

  constructor(conflicts: readonly IdConflict[], refused: readonly RefusedRow[]) {
    for (const { detail, ...place } of conflicts) this.keep(place, { reason: ID_CONFLICT, detail });
    for (const { reason, ...place } of refused)
      this.keep(place, { reason: 'refused_by_warehouse', detail: reason });
  }

  reasonOf({ object, line }: OpenLine): Pick<OpenLine, 'reason' | 'detail'> | undefined {
    return this.reasons.get(`${object.objectId} ${line}`);
  }

  linesOf(objectId: number): number {
    return this.counts.get(objectId) ?? 0;
  }

  private keep(
    { objectId, line }: { objectId: number; line: number },
    reason: Pick<OpenLine, 'reason' | 'detail'>,
  ) {
    this.reasons.set(`${objectId} ${line}`, reason);
    this.counts.set(objectId, this.linesOf(objectId) + 1);
  }
}

/** @throws Error when one of them is not open any more, so that nothing counts twice */
async function resolve(client: ClientBase, lines: readonly OpenLine[]): Promise<void> {
  const { rowCount } = await client.query(
    'UPDATE etl_quarantine SET resolved_at = now() WHERE quarantine_id = ANY($1) AND resolved_at IS NULL',
    [lines.map(({ quarantineId }) => quarantineId)],
  );
  if (rowCount !== lines.length)
    throw new Error('Quarantined lines changed during the replay; run it again.');
}

async function noteReasons(client: ClientBase, lines: readonly OpenLine[]): Promise<void> {
  await client.query(
    `UPDATE etl_quarantine AS known SET reason = now.reason, detail = now.detail
     FROM unnest($1::bigint[], $2::text[], $3::text[]) AS now (quarantine_id, reason, detail)
     WHERE known.quarantine_id = now.quarantine_id
       AND (known.reason, known.detail) IS DISTINCT FROM (now.reason, now.detail)`,
    [
      lines.map(({ quarantineId }) => quarantineId),
      lines.map(({ reason }) => reason),
      lines.map(({ detail }) => detail?.replaceAll('\0', '\uFFFD') ?? null),
    ],
  );
}

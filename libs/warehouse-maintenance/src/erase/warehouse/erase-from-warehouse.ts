import type { ClientBase } from 'pg';
import {
  inTransaction,
  type LineMove,
  moveLines,
  postponeFacts,
  rebuildFacts,
} from '@clickstream/warehouse-load/warehouse';
import type { CleanObject } from '../lines/erase-lines';
import { lineOwner, type ErasureContext } from '../subject/line-owner';

/** Counts of erased rows. */
export interface ErasedRows {
  readonly events: number;
  readonly quarantined: number;
  readonly duplicates: number;
  readonly identityAudit: number;
}

interface QuarantineRow {
  readonly quarantine_id: string;
  readonly object_key: string;
  readonly object_id: number | null;
  readonly line: number;
  readonly raw: string;
  readonly is_open: boolean;
}

/**
 * Deletes the subject's events, quarantined lines and links from the warehouse, updates manifest
 * and ledger, and computes the facts again, all in one transaction.
 *
 * @param cleaned the objects with erased lines
 * @param onProgress called with the number of events in the facts; null leaves the facts to
 *   `npm run rebuild`
 */
export async function eraseFromWarehouse(
  client: ClientBase,
  context: ErasureContext,
  cleaned: readonly CleanObject[],
  onProgress: ((events: number) => void) | null,
): Promise<ErasedRows> {
  return inTransaction(client, async () => {
    const { rows: events } = await client.query<{ object_id: number | null; lines: number }>(
      `WITH gone AS (
         DELETE FROM clickstream_events WHERE event_id = ANY($1::uuid[]) RETURNING source_object_id
       )
       SELECT object_id, count(*)::integer AS lines
       FROM gone LEFT JOIN etl_objects ON object_id = source_object_id GROUP BY object_id`,
      [[...context.eventIds]],
    );
    const quarantined = await eraseQuarantine(client, context, cleaned);
    const moves: LineMove[] = [
      ...events.flatMap(({ object_id: objectId, lines }) =>
        objectId === null ? [] : [{ objectId, from: 'loaded' as const, to: 'erased' as const, lines }],
      ),
      ...quarantined.moves,
    ];
    await moveLines(client, moves);
    const duplicates = await eraseDuplicates(client, cleaned);
    const column = context.subject.kind === 'user' ? 'user_id' : 'client_id';
    const audit = await client.query(`DELETE FROM identity_audit WHERE ${column} = $1`, [context.subject.id]);
    if (context.subject.kind === 'user') {
      await client.query('DELETE FROM staff_users WHERE user_id = $1', [context.subject.id]);
    }
    await (onProgress ? rebuildFacts(client, onProgress) : postponeFacts(client));
    return {
      events: events.reduce((sum, { lines }) => sum + lines, 0),
      quarantined: quarantined.lines,
      duplicates,
      identityAudit: audit.rowCount ?? 0,
    };
  });
}

/**
 * Deletes lines that their object no longer contains, and those that are the subject's by their
 * text.
 */
async function eraseQuarantine(
  client: ClientBase,
  context: ErasureContext,
  cleaned: readonly CleanObject[],
): Promise<{ lines: number; moves: LineMove[] }> {
  const byKey = new Map(cleaned.map((object) => [object.key, object]));
  const { rows } = await client.query<QuarantineRow>(
    `SELECT quarantine_id, object_key, object_id, line, raw, resolved_at IS NULL AS is_open
     FROM etl_quarantine LEFT JOIN etl_objects USING (object_key)
     WHERE object_key = ANY($1) OR strpos(replace(lower(raw), '\uFFFD', ''), lower($2)) > 0`,
    [[...byKey.keys()], context.subject.id],
  );
  const theirs = rows.filter(({ object_key, object_id, line, raw }) => {
    const object = byKey.get(object_key);
    if (object?.objectId === object_id && object?.erased.has(line)) return true;
    // The quarantine keeps UTF-16 text as letters with a replacement for each NUL between them.
    const text = raw.replaceAll('\uFFFD', '');
    return lineOwner(context, { objectKey: object_key, line, text, value: jsonOf(raw) }) === 'subject';
  });
  await client.query('DELETE FROM etl_quarantine WHERE quarantine_id = ANY($1::bigint[])', [
    theirs.map(({ quarantine_id }) => quarantine_id),
  ]);
  const moves = theirs.flatMap(({ object_id: objectId, is_open }): LineMove[] =>
    is_open && objectId !== null ? [{ objectId, from: 'quarantined', to: 'erased', lines: 1 }] : [],
  );
  return { lines: theirs.length, moves };
}

/**
 * Counts the other erased lines of objects: duplicates, expired and rejected lines, which are in no
 * table, only in the counts.
 */
async function eraseDuplicates(client: ClientBase, cleaned: readonly CleanObject[]): Promise<number> {
  const counted = cleaned.filter(({ objectId }) => objectId !== null);
  const { rows } = await client.query<UncountedLines>(
    `SELECT object_id, duplicates, expired, known.rejected, part.erased - known.erased AS uncounted,
       least(known.rejected, part.rejected) AS surely_rejected
     FROM unnest($1::integer[], $2::integer[], $3::integer[]) AS part (object_id, erased, rejected)
     JOIN etl_objects AS known USING (object_id)
     WHERE part.erased > known.erased`,
    [
      counted.map(({ objectId }) => objectId),
      counted.map((object) => object.counted),
      counted.map(({ rejected }) => rejected),
    ],
  );
  const moves = rows.flatMap(movesOfUncounted);
  await moveLines(client, moves);
  return moves.reduce((sum, { from, lines }) => sum + (from === 'duplicates' ? lines : 0), 0);
}

interface UncountedLines {
  readonly object_id: number;
  readonly duplicates: number;
  readonly expired: number;
  readonly rejected: number;
  readonly uncounted: number;
  /**
   * Rejected lines that this erasure has erased; an earlier, interrupted one may have erased more.
   */
  readonly surely_rejected: number;
}

function movesOfUncounted({ object_id: objectId, uncounted, ...lines }: UncountedLines): LineMove[] {
  let left = uncounted;
  const move = (from: 'duplicates' | 'expired' | 'rejected', most: number): LineMove => {
    const moved = Math.min(left, most);
    left -= moved;
    return { objectId, from, to: 'erased', lines: moved };
  };
  return [
    move('rejected', lines.surely_rejected),
    move('duplicates', lines.duplicates),
    move('expired', lines.expired),
    move('rejected', lines.rejected - lines.surely_rejected),
  ];
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

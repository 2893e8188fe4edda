import type { ClientBase } from 'pg';
import type { ReplayFilter } from './replay-filter';
import type { PendingObject } from '@clickstream/warehouse-load/reading';

/** A line that waits in quarantine. */
export interface OpenLine {
  readonly quarantineId: string;
  /** As the manifest knows it. */
  readonly object: PendingObject;
  readonly line: number;
  readonly reason: string;
  readonly detail: string | null;
  readonly raw: string;
}

/** The line after which a page begins. */
export type PageStart = Pick<OpenLine, 'quarantineId'> & { readonly objectKey: string };

/** Lines of one page. Each may be a megabyte. */
const PAGE_LINES = 250;

const MATCHING = `resolved_at IS NULL
  AND ($1::text IS NULL OR reason = $1)
  AND ($2::text IS NULL OR object_key = $2)
  AND ($3::text IS NULL OR object_key COLLATE "C" >= $3)
  AND ($4::text IS NULL OR object_key COLLATE "C" <= $4 OR starts_with(object_key, $4))`;

const valuesOf = ({ reason, object, range }: ReplayFilter) => [reason, object, range?.from, range?.to];

/** Number of open lines. */
export async function countOpenLines(client: ClientBase, filter: ReplayFilter): Promise<number> {
  const { rows } = await client.query<{ lines: number }>(
    `SELECT count(*)::integer AS lines FROM etl_quarantine WHERE ${MATCHING}`,
    valuesOf(filter),
  );
  return rows[0]?.lines ?? 0;
}

/** The next open lines, those of one object together; none at the end. */
export async function openLines(
  client: ClientBase,
  filter: ReplayFilter,
  after: PageStart | null,
): Promise<OpenLine[]> {
  const { rows } = await client.query<{
    quarantine_id: string;
    object_key: string;
    line: number;
    reason: string;
    detail: string | null;
    raw: string;
    etag: string;
    size_bytes: string;
    object_id: number;
  }>(
    `SELECT quarantine_id, object_key, line, reason, detail, raw, etag, size_bytes, object_id
     FROM (
       SELECT * FROM etl_quarantine
       WHERE ${MATCHING} AND ($5::text IS NULL OR (object_key, quarantine_id) > ($5, $6::bigint))
       ORDER BY object_key, quarantine_id LIMIT ${PAGE_LINES}
     ) AS open
     JOIN etl_objects USING (object_key)
     ORDER BY open.object_key, quarantine_id`,
    [...valuesOf(filter), after?.objectKey, after?.quarantineId],
  );
  return rows.map(({ quarantine_id, object_key, object_id, etag, size_bytes, ...line }) => ({
    ...line,
    quarantineId: quarantine_id,
    object: { key: object_key, etag, objectId: object_id, sizeBytes: Number(size_bytes), resumeLine: 0 },
  }));
}

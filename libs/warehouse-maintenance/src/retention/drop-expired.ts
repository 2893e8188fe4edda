import { CLICKSTREAM_EVENTS } from '@clickstream/dw-models/tables';
import type { ClientBase } from 'pg';
import { inTransaction } from '@clickstream/warehouse-load/warehouse';
import { expiredPartitions } from './expired-partitions';

/** Counts of dropped rows. */
export interface DroppedCounts {
  readonly partitions: number;
  readonly events: number;
  /** Open lines of the quarantine. */
  readonly quarantined: number;
  /** Objects of the manifest. */
  readonly objects: number;
}

/** Ends a dry run, whose changes are rolled back. */
class DryRunEnd extends Error {}

/**
 * Longest wait for readers of the table before dropping a partition; new readers wait behind it.
 */
const LOCK_WAIT = '30s';

/** True when an event is older than the horizon, and not among those that have to wait. */
const IS_OLD = `event_timestamp < $1::date::timestamp AT TIME ZONE 'UTC'
  AND coalesce(source_object_id, -1) NOT IN (SELECT object_id FROM waiting)`;

/**
 * True when an event is outside the partition of its month and older than the horizon, as decided
 * by `Chunk`.
 */
const IS_EXPIRED = `${IS_OLD} AND (substr(event_id::text, 15, 1) <> '7' OR event_id < first_event_id($1::date)
  OR event_id >= first_event_id('9999-01-01'))`;

const COLUMNS = Object.keys(CLICKSTREAM_EVENTS.columns).join(', ');

/** Settings of dropping. */
export interface Dropping {
  /** The first day to keep. */
  readonly horizon: string;
  readonly isDryRun: boolean;
  /** True when events wait until their day of receipt is closed, and in the lake. */
  readonly isInLake?: boolean;
}

/** Objects whose day of receipt is not closed. */
const OPEN_OBJECTS = `SELECT object_id FROM etl_objects
  WHERE hour >= coalesce((SELECT date_trunc('day', max(complete_until), 'UTC') FROM etl_runs), '-infinity')`;

/**
 * Drops everything older than the horizon, in one transaction with ledger and manifest, and records
 * the horizon: from then on nothing older is loaded.
 *
 * @param client with the role dw_admin and the run lock
 * @param onPartition called as each partition is counted
 */
export async function dropExpired(
  client: ClientBase,
  { horizon, isDryRun, isInLake = false }: Dropping,
  onPartition: (done: number, of: number) => void = () => undefined,
): Promise<DroppedCounts> {
  let dropped: DroppedCounts = { partitions: 0, events: 0, quarantined: 0, objects: 0 };
  try {
    await inTransaction(client, async () => {
      await client.query(
        `CREATE TEMPORARY TABLE waiting ON COMMIT DROP AS ${OPEN_OBJECTS} AND ${String(isInLake)}`,
      );
      dropped = await dropInTransaction(client, horizon, onPartition);
      if (isDryRun) throw new DryRunEnd();
    });
  } catch (error) {
    if (!(error instanceof DryRunEnd)) throw error;
  }
  return dropped;
}

async function dropInTransaction(
  client: ClientBase,
  horizon: string,
  onPartition: (done: number, of: number) => void,
): Promise<DroppedCounts> {
  const partitions = await expiredPartitions(client, horizon);
  await client.query(`SET LOCAL lock_timeout = '${LOCK_WAIT}'`);
  await client.query(
    'CREATE TEMPORARY TABLE gone (object_id integer, events bigint NOT NULL, quarantined bigint NOT NULL) ON COMMIT DROP',
  );
  // Events with ids from a wrong clock move to the default partition.
  await client.query('CREATE TEMPORARY TABLE stays (LIKE clickstream_events) ON COMMIT DROP');
  for (const [index, partition] of partitions.entries()) {
    await client.query(
      `INSERT INTO stays (${COLUMNS}) SELECT ${COLUMNS} FROM ${partition} WHERE NOT (${IS_OLD})`,
      [horizon],
    );
    await client.query(
      `INSERT INTO gone SELECT source_object_id, count(*), 0 FROM ${partition} WHERE ${IS_OLD} GROUP BY source_object_id`,
      [horizon],
    );
    onPartition(index + 1, partitions.length);
  }
  await client.query(
    `WITH deleted AS (DELETE FROM clickstream_events_default WHERE ${IS_EXPIRED} RETURNING source_object_id)
     INSERT INTO gone SELECT source_object_id, count(*), 0 FROM deleted GROUP BY source_object_id`,
    [horizon],
  );
  await client.query(
    `WITH deleted AS (
       DELETE FROM etl_quarantine AS line USING etl_objects AS object
       WHERE object.object_key = line.object_key COLLATE "C" AND hour < $1::timestamp AT TIME ZONE 'UTC'
       RETURNING object_id, resolved_at
     )
     INSERT INTO gone SELECT object_id, 0, count(*) FROM deleted WHERE resolved_at IS NULL GROUP BY object_id`,
    [horizon],
  );
  const objects = await moveToExpired(client, horizon);
  for (const partition of partitions) await client.query(`DROP TABLE ${partition}`);
  await client.query(`INSERT INTO clickstream_events (${COLUMNS}) SELECT ${COLUMNS} FROM stays`);
  const { rows } = await client.query<{ events: string; quarantined: string }>(
    `INSERT INTO retention_runs (horizon, partitions, events, quarantined, objects)
     SELECT $1, $2, coalesce(sum(events), 0), coalesce(sum(quarantined), 0), $3 FROM gone
     RETURNING events, quarantined`,
    [horizon, partitions.length, objects],
  );
  return {
    partitions: partitions.length,
    events: Number(rows[0]?.events),
    quarantined: Number(rows[0]?.quarantined),
    objects,
  };
}

/**
 * Updates ledger and manifest by the table `gone`. Objects without any remaining row are deleted
 * from the manifest: their age keeps them from being loaded again.
 *
 * @returns the number of deleted rows of the manifest
 */
async function moveToExpired(client: ClientBase, horizon: string): Promise<number> {
  const deltas = `SET loaded = known.loaded - gone.events, quarantined = known.quarantined - gone.quarantined,
    expired = known.expired + gone.events + gone.quarantined`;
  await client.query(
    `UPDATE ledger_hourly AS known ${deltas}
     FROM (
       SELECT hour, sum(events) AS events, sum(gone.quarantined) AS quarantined
       FROM gone JOIN etl_objects USING (object_id) GROUP BY hour
     ) AS gone
     WHERE known.hour = gone.hour`,
  );
  const { rowCount } = await client.query(
    `DELETE FROM etl_objects
     WHERE object_id IN (
       SELECT object_id
       FROM etl_objects LEFT JOIN (SELECT object_id, sum(events) AS events FROM gone GROUP BY object_id) AS gone
         USING (object_id)
       WHERE hour < $1::timestamp AT TIME ZONE 'UTC' AND loaded = coalesce(events, 0)
     )`,
    [horizon],
  );
  await client.query(
    `UPDATE etl_objects AS known ${deltas}
     FROM (
       SELECT object_id, sum(events) AS events, sum(quarantined) AS quarantined FROM gone GROUP BY object_id
     ) AS gone
     WHERE known.object_id = gone.object_id`,
  );
  return rowCount ?? 0;
}

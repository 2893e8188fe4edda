import type { Client } from 'pg';
import { counted, figure, type Check } from './check';
import { runCommand } from '../command-process';
import type { TestBed } from '../test-bed';

export const STATUS = 'tools/warehouse-commands/src/status.ts';

interface LedgerSums {
  readonly hours: number;
  /** Hours whose ledger does not agree with what is in the warehouse. */
  readonly open_hours: number;
  readonly received: number;
  readonly duplicates: number;
  readonly quarantined: number;
}

/**
 * The ledger closes for every hour, by its own count, by `npm run status`,
 * and by what ingest answered.
 */
export async function checkLedger(
  client: Client,
  testBed: TestBed,
  ingested: { readonly accepted: number; readonly rejected: number },
): Promise<Check[]> {
  const { rows } = await client.query<LedgerSums>(
    `SELECT count(*)::integer AS hours,
       count(*) FILTER (WHERE received <> stored + rejected OR loaded <> present OR quarantined <> waiting
         OR stored <> loaded + duplicates + quarantined + erased + expired)::integer AS open_hours,
       sum(received)::float8 AS received, sum(duplicates)::float8 AS duplicates, sum(quarantined)::float8 AS quarantined
     FROM (
       SELECT ledger.*, coalesce(present, 0) AS present, coalesce(waiting, 0) AS waiting
       FROM ledger_hourly AS ledger
       FULL JOIN (
         SELECT hour, count(*) AS present
         FROM clickstream_events JOIN etl_objects ON object_id = source_object_id GROUP BY hour
       ) AS rows USING (hour)
       FULL JOIN (
         SELECT hour, count(*) AS waiting
         FROM etl_quarantine JOIN etl_objects USING (object_key) WHERE resolved_at IS NULL GROUP BY hour
       ) AS lines USING (hour)
     ) AS hours`,
  );
  const { hours = 0, open_hours = 0, received = 0, duplicates = 0, quarantined = 0 } = rows[0] ?? {};
  const answered = ingested.accepted + ingested.rejected;
  const status = await runCommand(STATUS, testBed.envFor(testBed.s3Url), ['--all']);
  return [
    {
      name: 'The ledger closes for every hour',
      holds: hours > 0 && open_hours === 0,
      detail: `${counted(hours, 'hour')}, ${open_hours} open; ${figure(duplicates)} duplicates, ${figure(quarantined)} quarantined`,
    },
    {
      name: 'It has received what ingest answered for',
      holds: received === answered,
      detail: `${figure(received)} of ${figure(answered)}`,
    },
    {
      name: 'npm run status finds nothing wrong',
      holds: status.code === 0,
      detail: lastLine(status.output),
    },
  ];
}

/** Deletes one row by hand: `npm run status` fails and names the hour. */
export async function checkMissingRow(client: Client, testBed: TestBed): Promise<Check> {
  const { rows } = await client.query<{ hour: string }>(
    `WITH gone AS (
       DELETE FROM clickstream_events
       WHERE event_id = (SELECT event_id FROM clickstream_events ORDER BY md5(event_id::text) LIMIT 1)
       RETURNING source_object_id
     )
     SELECT to_char(hour AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:00') AS hour
     FROM etl_objects JOIN gone ON object_id = source_object_id`,
  );
  const hour = rows[0]?.hour ?? 'no hour';
  const { code, output } = await runCommand(STATUS, testBed.envFor(testBed.s3Url), ['--all']);
  const reported = output.split('\n').find((line) => line.startsWith(`${hour}: `));
  return {
    name: 'With one row deleted by hand, npm run status fails and names its hour',
    holds: code === 1 && reported !== undefined,
    detail: reported?.trim() ?? `nothing about ${hour}`,
  };
}

/** The last lines of a command. */
export const lastLine = (output: string): string => output.trim().split('\n').at(-1) ?? '';

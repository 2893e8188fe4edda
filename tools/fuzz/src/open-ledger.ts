import type { Client } from 'pg';

interface Ledger {
  readonly objects: number;
  readonly lines: number;
  readonly open_hours: number;
  readonly loaded: number;
  readonly present: number;
  readonly quarantined: number;
  readonly waiting: number;
  readonly in_facts: number;
  readonly refused: string | null;
}

/**
 * Differences between the ledger, the events, the quarantine and the facts; nothing when it closes.
 */
export async function openLedger(
  client: Client,
  objects: number,
): Promise<{ lines: number; faults: string[] }> {
  const { rows } = await client.query<Ledger>(
    `SELECT count(*)::integer AS objects, coalesce(sum(lines), 0)::float8 AS lines,
       (SELECT count(*) FROM ledger_hourly
        WHERE stored <> loaded + duplicates + quarantined + erased + expired)::integer AS open_hours,
       coalesce(sum(loaded), 0)::float8 AS loaded,
       (SELECT count(*) FROM clickstream_events)::float8 AS present,
       coalesce(sum(quarantined), 0)::float8 AS quarantined,
       (SELECT count(*) FROM etl_quarantine)::float8 AS waiting,
       (SELECT coalesce(sum(events), 0) FROM activity_hourly)::float8 AS in_facts,
       (SELECT min(detail || ': ' || left(raw, 500)) FROM etl_quarantine
        WHERE reason = 'refused_by_warehouse') AS refused
     FROM etl_objects`,
  );
  const [ledger] = rows;
  if (!ledger) throw new Error('The ledger cannot be read.');
  const faults = [
    differs('objects in the manifest', ledger.objects, objects),
    differs('hours whose ledger is open', ledger.open_hours, 0),
    differs('rows of events', ledger.present, ledger.loaded),
    differs('lines in quarantine', ledger.waiting, ledger.quarantined),
    differs('events in the facts', ledger.in_facts, ledger.loaded),
    ledger.refused === null ? [] : [`PostgreSQL refused a row: ${ledger.refused}`],
  ];
  return { lines: ledger.lines, faults: faults.flat() };
}

const differs = (name: string, found: number, right: number): string[] =>
  found === right ? [] : [`There are ${found} ${name}; ${right} would be right.`];

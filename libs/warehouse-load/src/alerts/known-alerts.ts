import type { ClientBase } from 'pg';
import type { KnownAlert, NewAlert } from './rule/decide';
import type { MetricName } from './rule/metrics';
import type { Segment } from './rule/series';

/** An alert of the table. */
export interface StoredAlert extends KnownAlert {
  readonly alertId: string;
  readonly words: string;
}

interface StoredRow {
  readonly alert_id: string;
  readonly metric: MetricName;
  readonly subject: string;
  readonly segment_by: Segment['by'];
  readonly segment: string;
  readonly words: string;
  readonly since_begin: number;
  readonly since_end: number | null;
}

/** The alerts that are open, or were less than a day before this hour. */
export async function knownAlerts(client: ClientBase, until: Date): Promise<StoredAlert[]> {
  const { rows } = await client.query<StoredRow>(
    `SELECT alert_id, metric, subject, segment_by, segment, words,
       extract(epoch FROM $1 - until)::float8 / 3600 + hours AS since_begin,
       extract(epoch FROM $1 - over_at)::float8 / 3600 AS since_end
     FROM alerts WHERE over_at IS NULL OR over_at > $1 - interval '24 hours'`,
    [until],
  );
  return rows.map((row) => ({
    alertId: row.alert_id,
    metric: row.metric,
    subject: row.subject,
    segment: { by: row.segment_by, value: row.segment },
    words: row.words,
    hoursSinceBegin: row.since_begin,
    hoursSinceEnd: row.since_end,
  }));
}

/** Records that these alerts were over when this hour ended. */
export async function closeAlerts(
  client: ClientBase,
  over: readonly StoredAlert[],
  until: Date,
): Promise<void> {
  if (over.length === 0) return;
  await client.query('UPDATE alerts SET over_at = $2 WHERE alert_id = ANY($1)', [
    over.map(({ alertId }) => alertId),
    until,
  ]);
}

/** Stores a new alert of the window that ends at this hour. */
export async function insertAlert(
  client: ClientBase,
  alert: NewAlert,
  words: string,
  until: Date,
  runId: number,
): Promise<void> {
  const { metric, subject, segment, hours, observed, expected, exposure, score } = alert;
  await client.query(
    `INSERT INTO alerts (metric, subject, segment_by, segment, hours, until, observed, expected, exposure, score, words, run_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      metric,
      subject,
      segment.by,
      segment.value,
      hours,
      until,
      observed,
      expected,
      exposure,
      score,
      words,
      runId,
    ],
  );
}

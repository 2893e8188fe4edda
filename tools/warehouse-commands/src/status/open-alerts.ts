import type { ClientBase } from 'pg';

/** An alert that lasts: something far from its expectation. */
export interface OpenAlert {
  readonly words: string;
  /** The end of the hours in which it was found, as ISO 8601. */
  readonly until: string;
}

/** Reads the alerts that are not over, the latest first. */
export async function openAlerts(client: ClientBase): Promise<readonly OpenAlert[]> {
  const { rows } = await client.query<OpenAlert>(
    `SELECT words, to_char(alerts.until, 'YYYY-MM-DD"T"HH24:MI"Z"') AS until
     FROM dash.alerts WHERE over_at IS NULL ORDER BY run_id DESC, alert_id`,
  );
  return rows;
}

/** Lines about them; none when there are none. */
export function alertLines(alerts: readonly OpenAlert[]): string[] {
  if (alerts.length === 0) return [];
  const header = alerts.length === 1 ? 'One alert is open:' : `${alerts.length} alerts are open:`;
  return [header, ...alerts.map(({ words, until }) => `  ${until.slice(0, 16).replace('T', ' ')}  ${words}`)];
}

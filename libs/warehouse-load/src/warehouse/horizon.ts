import type { ClientBase } from 'pg';

/** The first day that the warehouse keeps, as `YYYY-MM-DD`; null when it keeps all. */
export async function horizonOf(client: ClientBase): Promise<string | null> {
  const { rows } = await client.query<{ horizon: string | null }>(
    'SELECT max(horizon)::text AS horizon FROM retention_runs',
  );
  return rows[0]?.horizon ?? null;
}

/** The first day (UTC) of the month that many months before that of `now`. */
export function horizonAfter(months: number, now: Date): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1)).toISOString().slice(0, 10);
}

import type { ClientBase } from 'pg';
import type { QuarantinedLine } from '../objects/quarantined-line';

/** Puts lines into quarantine; the caller updates manifest and ledger. */
export async function insertQuarantine(client: ClientBase, lines: readonly QuarantinedLine[]): Promise<void> {
  if (lines.length === 0) return;
  await client.query(
    `INSERT INTO etl_quarantine (object_key, line, reason, detail, raw, received_at)
     SELECT * FROM unnest($1::text[], $2::integer[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])`,
    [
      lines.map(({ objectKey }) => objectKey),
      lines.map(({ line }) => line),
      lines.map(({ reason }) => reason),
      lines.map(({ detail }) => withoutNul(detail)),
      lines.map(({ raw }) => withoutNul(raw)),
      lines.map(({ receivedAt }) => (receivedAt === null ? null : new Date(receivedAt))),
    ],
  );
}

/** The one character that PostgreSQL's text cannot hold. */
const withoutNul = (text: string): string => text.replaceAll('\0', '\uFFFD');

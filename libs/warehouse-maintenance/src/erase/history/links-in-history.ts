import { type History, linkScript, quoted } from '@clickstream/lake';
import type { ClientBase } from 'pg';
import type { ErasureContext } from '../subject/line-owner';
import type { Subject } from '../subject/subject';

const TABLES = `
  CREATE SCHEMA IF NOT EXISTS public;
  CREATE TABLE all_links (client_id VARCHAR, user_id VARCHAR, first_at TIMESTAMPTZ, last_at TIMESTAMPTZ, events INTEGER);
  CREATE VIEW public.identity_links AS
    SELECT client_id, user_id, min(first_at) AS first_at, max(last_at) AS last_at, max(events) AS events
    FROM all_links GROUP BY client_id, user_id;
  CREATE TABLE public.identity_audit (client_id VARCHAR, user_id VARCHAR, nth INTEGER, action VARCHAR);`;

/**
 * Makes the tables that say whose an event without a user is: `own_events` and `own_clients`, and
 * the links of these browsers, by history and warehouse, with `dash.user_behind` over them.
 */
export async function rememberLinks(
  client: ClientBase,
  history: History,
  { subject, clients, eventIds }: ErasureContext,
): Promise<void> {
  await history.query(TABLES);
  await history.query(await linkScript(client));
  await history.remember('own_events', eventIds);
  const browsers = new Set(clients);
  for (const part of linksOf(history)) {
    const own = await history.queryFile(
      part,
      `SELECT DISTINCT client_id FROM {file} WHERE user_id = ${quoted(subject.id)}`,
    );
    for (const { client_id } of own) browsers.add(String(client_id));
  }
  await history.remember('own_clients', browsers);
  for (const part of linksOf(history))
    await history.queryFile(
      part,
      `INSERT INTO all_links SELECT client_id, user_id, first_at, last_at, events FROM {file}
       WHERE client_id IN (FROM own_clients)`,
    );
  const { rows: links } = await client.query<Record<string, unknown>>(
    `SELECT client_id, user_id, first_at::text, last_at::text, events FROM identity_links WHERE client_id = ANY($1)`,
    [[...browsers]],
  );
  const { rows: audit } = await client.query<Record<string, unknown>>(
    'SELECT client_id, user_id, nth, action FROM identity_audit WHERE client_id = ANY($1)',
    [[...browsers]],
  );
  for (const row of links) await history.query(`INSERT INTO all_links VALUES (${valuesOf(row)})`);
  for (const row of audit) await history.query(`INSERT INTO public.identity_audit VALUES (${valuesOf(row)})`);
}

/** Removes the subject's links. @returns the keys of the files that were written again */
export async function eraseLinks(history: History, { kind, id }: Subject): Promise<string[]> {
  const isTheirs = `${kind === 'user' ? 'user_id' : 'client_id'} = ${quoted(id)}`;
  const keys: string[] = [];
  for (const part of linksOf(history))
    if ((await history.remove(part, isTheirs)) > 0) keys.push(history.keyOf(part));
  return keys;
}

const linksOf = ({ parts }: History) => parts.filter(({ relation }) => relation === 'public.identity_links');

const valuesOf = (row: Record<string, unknown>): string =>
  Object.values(row)
    .map((value) => quoted(String(value)))
    .join(', ');

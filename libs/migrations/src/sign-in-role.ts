import type { Client } from 'pg';

/**
 * Creates a role that may sign in and nothing else, or brings its password up to date. The
 * connection's own role needs no superuser, which managed PostgreSQL gives nobody: CREATEROLE is
 * enough.
 */
export async function ensureRole(client: Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  // Only a superuser may say NOSUPERUSER of a role that exists; another could not change it either.
  const attributes = (await isSuperuser(client)) || rowCount === 0 ? 'NOSUPERUSER' : '';
  await client.query(
    `${rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${client.escapeIdentifier(role)}
     LOGIN ${attributes} NOCREATEDB NOCREATEROLE PASSWORD ${client.escapeLiteral(password)}`,
  );
}

/**
 * Lets the connection's role act for a role that it has created, as it must to make a database for
 * it. A superuser may anyway.
 */
export async function actFor(client: Client, role: string): Promise<void> {
  if (!(await isSuperuser(client)))
    await client.query(`GRANT ${client.escapeIdentifier(role)} TO CURRENT_USER`);
}

async function isSuperuser(client: Client): Promise<boolean> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = current_user AND rolsuper');
  return rowCount === 1;
}

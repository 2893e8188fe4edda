import type { DataSource, EntityManager } from 'typeorm';
import type { OperationInputs } from '../../contract/operation-inputs';
import { CustomerEntity } from '../../entities';
import { keyHash, newCartKey } from '../cart-keys';
import { idTokenFor } from './signing-keys';

/** A session ends so long after its last visit. */
const SESSION = "interval '90 days'";

const DROP_OLD = `
  DELETE FROM sign_in_sessions WHERE token_hash IN (SELECT token_hash FROM sign_in_sessions
    WHERE expires_at < now() ORDER BY expires_at LIMIT 20 FOR UPDATE SKIP LOCKED)`;

/** Opens a session and returns its refresh token, of which the database knows only the hash. */
export async function openSession(manager: EntityManager, customerId: string): Promise<string> {
  const token = newCartKey();
  await manager.query(DROP_OLD);
  await manager.query(
    `INSERT INTO sign_in_sessions (token_hash, customer_id, expires_at) VALUES ($1, $2, now() + ${SESSION})`,
    [keyHash(token), customerId],
  );
  return token;
}

/** A new id token for the refresh token of a session, which lasts as long again from now on. */
export async function renewSignIn(
  { manager }: DataSource,
  { token }: OperationInputs['renewSignIn'],
): Promise<{ idToken: string | null }> {
  const [renewed] = await manager.query<[{ customerId: string }[], number]>(
    `UPDATE sign_in_sessions SET expires_at = now() + ${SESSION}
     WHERE token_hash = $1 AND expires_at > now() RETURNING customer_id AS "customerId"`,
    [keyHash(token)],
  );
  const customer = renewed[0] && (await manager.findOneBy(CustomerEntity, { id: renewed[0].customerId }));
  return { idToken: customer ? await idTokenFor(manager, customer) : null };
}

/** Ends a session, at sign-out. */
export async function endSignIn(
  { manager }: DataSource,
  { token }: OperationInputs['endSignIn'],
): Promise<null> {
  await manager.query('DELETE FROM sign_in_sessions WHERE token_hash = $1', [keyHash(token)]);
  return null;
}

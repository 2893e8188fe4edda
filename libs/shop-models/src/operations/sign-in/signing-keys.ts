import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import type { DataSource, EntityManager } from 'typeorm';
import { SIGN_IN_TOKEN, type SignInKeys } from '../../contract/sign-in-contract';
import type { CustomerEntity } from '../../entities';

const { algorithm, issuer, audience } = SIGN_IN_TOKEN;
/** A key signs for so long, and is known for two days more, by when all its tokens have ended. */
const SIGNS = "interval '90 days'";
const KNOWN = "interval '92 days'";

/**
 * An id token of a customer, for an hour. It names no group: nobody reaches the desk with it.
 */
export async function idTokenFor(
  manager: EntityManager,
  { id, email, name }: Pick<CustomerEntity, 'id' | 'email' | 'name'>,
): Promise<string> {
  const key = await signingKey(manager);
  return new SignJWT({ email, name })
    .setProtectedHeader({ alg: algorithm, kid: String(key.kid) })
    .setSubject(id)
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(await importJWK(key, algorithm));
}

/** The public halves of the keys whose tokens may still be valid. */
export async function signInKeys({ manager }: Pick<DataSource, 'manager'>): Promise<SignInKeys> {
  const keys = await keysOf(manager, KNOWN);
  return { keys: keys.map(publicHalf) };
}

/** The newest key; a new one when it is too old. Two that are made at once both serve. */
async function signingKey(manager: EntityManager): Promise<JWK> {
  const [newest] = await keysOf(manager, SIGNS);
  if (newest) return newest;
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: algorithm };
  await manager.query(`DELETE FROM sign_in_keys WHERE made_at < now() - ${KNOWN}`);
  await manager.query('INSERT INTO sign_in_keys (id, private_key) VALUES ($1, $2)', [key.kid, key]);
  return key;
}

async function keysOf(manager: EntityManager, age: string): Promise<JWK[]> {
  const rows = await manager.query<{ key: JWK }[]>(
    `SELECT private_key AS key FROM sign_in_keys WHERE made_at > now() - ${age} ORDER BY made_at DESC, id`,
  );
  return rows.map(({ key }) => key);
}

function publicHalf({ kty, crv, x, y, kid, alg }: JWK): JWK {
  return Object.fromEntries(
    Object.entries({ kty, crv, x, y, kid, alg }).filter(([, value]) => value !== undefined),
  );
}

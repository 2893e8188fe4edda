import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { OperationInputs } from '../../contract/operation-inputs';
import { ShopError } from '../../contract/shop-error';
import type { SignInMail } from '../../contract/sign-in-contract';
import { MailEntity } from '../../entities';
import { signInMail } from '../../mail/sign-in-mail';
import { CODE_MINUTES, codeHash, MOST_A_DAY, MOST_AN_HOUR, newCode } from './codes';

/** Takes the place of the last code, unless the address was mailed too many. */
const KEEP_CODE = `
  INSERT INTO sign_in_codes AS known (email, code_hash, expires_at, asked_at)
  VALUES ($1, $2, now() + interval '${CODE_MINUTES} minutes', ARRAY[now()])
  ON CONFLICT (email) DO UPDATE SET code_hash = excluded.code_hash, expires_at = excluded.expires_at, tries = 0,
    asked_at = excluded.asked_at || ARRAY(SELECT at FROM unnest(known.asked_at) AS at WHERE at > now() - interval '1 day')
  WHERE (SELECT count(*) FILTER (WHERE at > now() - interval '1 hour') < ${MOST_AN_HOUR}
      AND count(*) FILTER (WHERE at > now() - interval '1 day') < ${MOST_A_DAY} FROM unnest(known.asked_at) AS at)
  RETURNING email`;

/** Codes that nobody asks about any more. */
const DROP_OLD = `
  DELETE FROM sign_in_codes WHERE email IN (SELECT email FROM sign_in_codes
    WHERE expires_at < now() - interval '1 day' ORDER BY expires_at LIMIT 20 FOR UPDATE SKIP LOCKED)`;

/**
 * Makes a code for an address, which ends the one before. Its mail goes to the outbox or back to
 * the caller; it is the same whether the address has an account or not.
 *
 * @throws ShopError `too_many_codes`
 */
export async function requestSignInCode(
  dataSource: DataSource,
  { email: typed, toOutbox }: OperationInputs['requestSignInCode'],
): Promise<{ mail: SignInMail | null }> {
  const email = typed.toLowerCase();
  const code = newCode();
  const mail = signInMail(email, code, CODE_MINUTES);
  return dataSource.transaction(async (manager) => {
    await manager.query(DROP_OLD);
    const kept = await manager.query<unknown[]>(KEEP_CODE, [email, codeHash(email, code)]);
    if (kept.length === 0)
      throw new ShopError(
        'too_many_codes',
        'This address was mailed too many codes. Please wait an hour and try again.',
      );
    if (!toOutbox) return { mail };
    await writeToOutbox(manager, mail);
    return { mail: null };
  });
}

async function writeToOutbox(manager: EntityManager, mail: SignInMail): Promise<void> {
  await manager.insert(MailEntity, { key: `sign-in:${randomUUID()}`, orderId: null, ...mail });
}

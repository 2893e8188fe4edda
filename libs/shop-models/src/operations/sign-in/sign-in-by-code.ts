import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { OperationInputs } from '../../contract/operation-inputs';
import { ShopError } from '../../contract/shop-error';
import type { SignedIn } from '../../contract/sign-in-contract';
import { CustomerEntity } from '../../entities';
import { codeHash, MOST_TRIES } from './codes';
import { openSession } from './sessions';
import { idTokenFor } from './signing-keys';

/**
 * Counts a try before anything is compared. It locks the row: of many at the same moment each waits
 * for the one before, and no more than the tries that are left are compared.
 */
const TAKE_TRY = `
  UPDATE sign_in_codes SET tries = tries + 1
  WHERE email = $1 AND code_hash IS NOT NULL AND tries < ${MOST_TRIES} AND expires_at > now()
  RETURNING code_hash = $2 AS "isRight"`;

/** One answer to a wrong, an old, a used and a missing code: it says nothing about the address. */
const REFUSED = 'This code is wrong or no longer valid. Look into the newest mail, or ask for another code.';

/**
 * Signs in whoever has the code of an address: takes the code, finds the customer whose address it
 * is, or makes one, and opens a session, all in one transaction.
 *
 * @throws ShopError `code_refused`
 */
export async function signInByCode(
  dataSource: DataSource,
  { email: typed, code }: OperationInputs['signInByCode'],
): Promise<SignedIn> {
  const email = typed.toLowerCase();
  const signedIn = await dataSource.transaction(async (manager) => {
    // A try that fails is counted, so the transaction ends well.
    if (!(await takeCode(manager, email, code))) return null;
    const { customer, isNew } = await customerOf(manager, email);
    const refreshToken = await openSession(manager, customer.id);
    return { idToken: await idTokenFor(manager, customer), refreshToken, isNew };
  });
  if (!signedIn) throw new ShopError('code_refused', REFUSED);
  return signedIn;
}

async function takeCode(manager: EntityManager, email: string, code: string): Promise<boolean> {
  const [tried] = await manager.query<[{ isRight: boolean }[], number]>(TAKE_TRY, [
    email,
    codeHash(email, code),
  ]);
  if (!tried[0]?.isRight) return false;
  await manager.query('UPDATE sign_in_codes SET code_hash = NULL WHERE email = $1', [email]);
  return true;
}

/** The row of the code is locked: no second sign-in makes the same customer. */
async function customerOf(manager: EntityManager, email: string) {
  const known = await manager.findOneBy(CustomerEntity, { confirmedEmail: email });
  if (known) return { customer: known, isNew: false };
  const made = { id: randomUUID(), email, name: '', confirmedEmail: email };
  await manager.insert(CustomerEntity, made);
  return { customer: made, isNew: true };
}

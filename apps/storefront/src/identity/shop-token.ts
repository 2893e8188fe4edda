import { createLocalJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { shop, SIGN_IN_TOKEN } from '../shop';
import { isBadToken, type SignedInShopper } from './id-token';

/** The shop is asked for its keys again at most this often, whatever keys tokens name. */
const REST_MS = 5_000;

let known: { readonly keys: JWTVerifyGetKey; readonly readAt: number } | undefined;

/**
 * Checks an id token of a sign-in by code: signed by the shop, not expired. Groups that it names do
 * not count.
 *
 * @returns the customer, or null when the token is not valid
 * @throws Error when the shop's keys cannot be read
 */
export async function verifyShopToken(token: string): Promise<SignedInShopper | null> {
  const { algorithm, issuer, audience } = SIGN_IN_TOKEN;
  try {
    const { payload } = await jwtVerify(token, keyOf, {
      algorithms: [algorithm],
      issuer,
      audience,
      requiredClaims: ['sub', 'exp'],
    });
    const { sub, email, name } = payload;
    if (!sub || typeof email !== 'string') return null;
    return {
      userId: sub,
      email,
      emailIsConfirmed: true,
      name: typeof name === 'string' ? name : '',
      groups: [],
    };
  } catch (error) {
    if (isBadToken(error)) return null;
    throw error;
  }
}

const keyOf: JWTVerifyGetKey = async (header, token) => {
  known ??= await readKeys();
  try {
    return await known.keys(header, token);
  } catch (error) {
    // The shop may have made a new one since.
    if (!(error instanceof errors.JWKSNoMatchingKey) || Date.now() < known.readAt + REST_MS) throw error;
    known = await readKeys();
    return known.keys(header, token);
  }
};

async function readKeys() {
  const keys = createLocalJWKSet(await (await shop()).signInKeys({}));
  return { keys, readAt: Date.now() };
}

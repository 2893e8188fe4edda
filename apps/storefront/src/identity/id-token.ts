import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import type { CognitoConfig } from '../config';

/** Customer of an ID token. */
export interface SignedInShopper {
  readonly userId: string;
  readonly email: string;
  /** True when the address was shown to be theirs. */
  readonly emailIsConfirmed: boolean;
  readonly name: string;
  /** Groups of the user pool that they are in. */
  readonly groups: readonly string[];
}

/** The group of those who work at the desk. Only an administrator of the user pool adds to it. */
const DESK = 'desk';

/** True for somebody of the shop, who may open the desk. */
export function isAtDesk({ groups }: Pick<SignedInShopper, 'groups'>): boolean {
  return groups.includes(DESK);
}

const keySets = new Map<string, JWTVerifyGetKey>();

/**
 * Checks an id token: signed by the user pool (RS256), for this client, not expired.
 *
 * @returns the customer, or null when the token is not valid
 * @throws Error when the pool's keys cannot be fetched
 */
export async function verifyIdToken(
  token: string,
  config: Pick<CognitoConfig, 'url' | 'clientId' | 'userPoolId'>,
): Promise<SignedInShopper | null> {
  const issuer = `${config.url}/${config.userPoolId}`;
  try {
    const { payload } = await jwtVerify(token, keysOf(issuer), {
      algorithms: ['RS256'],
      issuer,
      audience: config.clientId,
      requiredClaims: ['sub', 'exp'],
    });
    if (payload.token_use !== 'id' || !payload.sub) return null;
    const email = typeof payload.email === 'string' ? payload.email : '';
    const name = typeof payload.name === 'string' ? payload.name : '';
    const groups = payload['cognito:groups'];
    const isTexts = Array.isArray(groups) && groups.every((group) => typeof group === 'string');
    return {
      userId: payload.sub,
      email,
      emailIsConfirmed: payload.email_verified === true,
      name,
      groups: isTexts ? groups : [],
    };
  } catch (error) {
    if (isBadToken(error)) return null;
    throw error;
  }
}

/**
 * Expiry of an ID token in seconds since 1970, without verifying its
 * signature. Null for other text.
 */
export function expiryOf(token: string): number | null {
  try {
    const { exp } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
      exp?: unknown;
    };
    return typeof exp === 'number' ? exp : null;
  } catch {
    return null;
  }
}

function keysOf(issuer: string): JWTVerifyGetKey {
  let keys = keySets.get(issuer);
  if (!keys) {
    // A new key is fetched when a token names it; until then the known keys are used, whether the
    // pool answers or not.
    keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`), {
      timeoutDuration: 5_000,
      cacheMaxAge: 24 * 60 * 60 * 1000,
    });
    keySets.set(issuer, keys);
  }
  return keys;
}

/** True when a token is at fault; false when its keys could not be read. */
export function isBadToken(error: unknown): boolean {
  return (
    error instanceof errors.JOSEError &&
    !(error instanceof errors.JWKSTimeout) &&
    error.code !== 'ERR_JOSE_GENERIC'
  );
}

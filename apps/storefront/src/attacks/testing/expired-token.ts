import { createPrivateKey } from 'node:crypto';
import { createRequire } from 'node:module';
import { SignJWT } from 'jose';
import type { CognitoConfig } from '../../config';

/** Signs as the emulator does: a token of somebody at the desk that ended an hour ago. */
export async function expiredToken(pool: CognitoConfig): Promise<string> {
  const key = createRequire(import.meta.url)('cognito-local/lib/keys/cognitoLocal.private.json') as {
    readonly pem: string;
    readonly jwk: { readonly kid: string };
  };
  const hourAgo = Math.floor(Date.now() / 1000) - 3600;
  return new SignJWT({ token_use: 'id', email: 'mai@shop.example', 'cognito:groups': ['desk'] })
    .setProtectedHeader({ alg: 'RS256', kid: key.jwk.kid })
    .setSubject('sub-mai')
    .setIssuer(`${pool.url}/${pool.userPoolId}`)
    .setAudience(pool.clientId)
    .setIssuedAt(hourAgo - 3600)
    .setExpirationTime(hourAgo)
    .sign(createPrivateKey(key.pem));
}

import { shop } from '../../shop';

/** True for a refresh token of the shop; those of Cognito are much longer. */
export const isOfShop = (refreshToken: string): boolean => /^[\w-]{43}$/.test(refreshToken);

/** A new id token for a session, which lasts as long again; null when it has ended. */
export async function renewCodeSession(token: string): Promise<string | null> {
  return (await (await shop()).renewSignIn({ token })).idToken;
}

/** Ends a session. A shop that does not answer must not keep somebody signed in here. */
export async function endCodeSession(token: string): Promise<void> {
  await shop()
    .then((gateway) => gateway.endSignIn({ token }))
    .catch(() => undefined);
}

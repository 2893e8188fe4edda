import type { StorefrontConfig } from '../config';
import { LIFETIME } from '../cookies/cookie-names';
import { isOfShop, renewCodeSession } from './code/shop-session';
import { cognito, CognitoError } from './cognito';

/** A new id token, and how its session goes on. */
interface Renewed {
  readonly idToken: string;
  /** Seconds for which the browser keeps it. */
  readonly lifetime: number;
  /** True when the whole session lasts as long again. */
  readonly isExtended: boolean;
}

/**
 * A new id token for a refresh token, or null when its session has ended.
 *
 * @param isStaff as the browser says. It decides nothing but this: where customers sign in by code,
 *   Cognito, which charges for each, is asked for nobody else.
 * @throws Error when nobody answers
 */
export async function renewedIdToken(
  refreshToken: string,
  config: Pick<StorefrontConfig, 'cognito' | 'signIn'>,
  isStaff: boolean,
): Promise<Renewed | null> {
  const isByCode = config.signIn.kind === 'code';
  if (isOfShop(refreshToken)) {
    const idToken = isByCode ? await renewCodeSession(refreshToken) : null;
    return idToken === null ? null : { idToken, lifetime: LIFETIME.codeSession, isExtended: true };
  }
  if (isByCode && !isStaff) return null;
  try {
    const { idToken } = await cognito(config.cognito).refresh(refreshToken);
    return { idToken, lifetime: LIFETIME.session, isExtended: false };
  } catch (error) {
    if (error instanceof CognitoError) return null;
    throw error;
  }
}

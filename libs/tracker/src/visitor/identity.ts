import { newVisitorId, type UserLoginState } from '@clickstream/event-schema';
import type { TextStorage } from './browser-storage';

/** The identity that the shop gives the shopper, as each event carries it. */
export interface Shopper {
  /** The Cognito sub of a shopper who is signed in, else null. */
  readonly userId: string | null;
  readonly loginState: UserLoginState;
  /** The source of the identity: `cognito_email`, `guest_checkout`, `anonymous`. */
  readonly identitySource: string;
}

/** Somebody of whom the shop knows nothing. */
export const ANONYMOUS: Shopper = { userId: null, loginState: 'anonymous', identitySource: 'anonymous' };

export const CLIENT_KEY = 'clickstream.client';

/**
 * The browser's id, made on its first event and kept in its storage, and whether this call made it.
 */
export function browserId(storage: TextStorage): readonly [clientId: string, isNew: boolean] {
  const known = storage.get(CLIENT_KEY);
  const clientId = known || newVisitorId();
  storage.set(CLIENT_KEY, clientId);
  return [clientId, !known];
}

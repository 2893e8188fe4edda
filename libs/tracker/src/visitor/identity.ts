import { newVisitorId, type UserLoginState } from '@clickstream/event-schema';
import type { TextStorage } from './browser-storage';

/** The shopper's identity according to the shop, as each event carries it. */
export interface Shopper {
  /** The Cognito sub of a shopper who is signed in, else null. */
  readonly userId: string | null;
  readonly loginState: UserLoginState;
  /** The source of the identity: `cognito_email`, `guest_checkout`, `anonymous`. */
  readonly identitySource: string;
}

/** A shopper of whom the shop knows nothing. */
export const ANONYMOUS: Shopper = { userId: null, loginState: 'anonymous', identitySource: 'anonymous' };

export const CLIENT_KEY = 'clickstream.client';

/** The browser's id, made on its first event and stored; and true if this call made it. */
export function browserId(storage: TextStorage): readonly [clientId: string, isNew: boolean] {
  const known = storage.get(CLIENT_KEY);
  const clientId = known || newVisitorId();
  storage.set(CLIENT_KEY, clientId);
  return [clientId, !known];
}

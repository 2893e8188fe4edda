import type { StorefrontConfig } from '../config';
import { isAtDesk, verifyIdToken, type SignedInShopper } from './id-token';
import { verifyShopToken } from './shop-token';

/**
 * The shopper of an id token, or null. Where customers sign in by code, the user pool has people of
 * the shop only: a token of anybody else there is none.
 *
 * @throws Error when the keys cannot be read
 */
export async function shopperOf(
  token: string,
  { cognito, signIn }: Pick<StorefrontConfig, 'cognito' | 'signIn'>,
): Promise<SignedInShopper | null> {
  if (signIn.kind === 'cognito') return verifyIdToken(token, cognito);
  const customer = await verifyShopToken(token);
  if (customer) return customer;
  const staff = await verifyIdToken(token, cognito);
  return staff && isAtDesk(staff) ? staff : null;
}

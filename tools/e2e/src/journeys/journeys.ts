import { ACCEPTS, DECLINES } from './being-asked';
import { STAFF_INSPECTS } from './being-staff';
import { GUEST_BUYS } from './buying';
import { CUSTOMER_BUYS } from './buying-on-a-phone';
import { CHANGES_THE_CART } from './changing-the-cart';
import type { Journey } from './journey';
import { CANNOT_SIGN_IN, LOOKS_AROUND } from './looking';

/** Every journey, in no order. */
export const JOURNEYS: readonly Journey[] = [
  GUEST_BUYS,
  CUSTOMER_BUYS,
  LOOKS_AROUND,
  CANNOT_SIGN_IN,
  CHANGES_THE_CART,
  DECLINES,
  ACCEPTS,
  STAFF_INSPECTS,
];

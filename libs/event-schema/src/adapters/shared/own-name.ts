import { EVENT_NAMES } from '../../event-names';

const OF_CONTRACT: ReadonlySet<string> = new Set(EVENT_NAMES);
const MAX_NAME = 64;
/** A longer name is cut. */
const MAX_GIVEN = 256;

/**
 * A name in the form of our names: `Coupon Applied`, `couponApplied` and `coupon-applied` are all
 * `coupon_applied`.
 */
export function ownWords(given: string): string {
  return given
    .slice(0, MAX_GIVEN)
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1_$2')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z\d]+/g, '_')
    .replace(/^_+|_+$/g, '');
}

/**
 * Our name of another tracker's custom event: `Coupon Applied` is `coupon_applied`. It must not be
 * a name of the contract, whose fields differ: `Click` is `track_click`.
 */
export function ownName(given: string): string {
  const words = ownWords(given);
  const name = /^[a-z]/.test(words) && !OF_CONTRACT.has(words) ? words : `track_${words}`;
  return name.slice(0, MAX_NAME).replace(/_+$/, '');
}

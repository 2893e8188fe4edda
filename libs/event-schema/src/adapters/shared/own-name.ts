import { EVENT_NAMES } from '../../event-names';

const OF_CONTRACT: ReadonlySet<string> = new Set(EVENT_NAMES);
const MAX_NAME = 64;
/** Of a longer name, the beginning is enough. */
const MAX_GIVEN = 256;

/**
 * A name in the form of ours: `Coupon Applied`, `couponApplied` and `coupon-applied`
 * are all `coupon_applied`.
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
 * The name that a shop's own event of another tracker has here: `Coupon Applied` is
 * `coupon_applied`. A name of the contract is none of the shop's own, since its fields are other
 * ones: `Click` is `track_click`.
 */
export function ownName(given: string): string {
  const words = ownWords(given);
  const name = /^[a-z]/.test(words) && !OF_CONTRACT.has(words) ? words : `track_${words}`;
  return name.slice(0, MAX_NAME).replace(/_+$/, '');
}

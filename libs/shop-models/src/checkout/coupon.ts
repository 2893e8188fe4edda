/** The most that a coupon takes off the goods: an order always costs something. */
const MOST_PERCENT = 90;

/** The rules of a coupon. */
export interface CouponRules {
  readonly percent: number | null;
  readonly amount: number | null;
  readonly minimum: number;
  readonly validFrom: Date;
  readonly validTo: Date | null;
  readonly mostUses: number | null;
  readonly uses: number;
}

/** A coupon in a cart: what it takes off, or why it does not. */
export interface CartCoupon {
  readonly code: string;
  /** 0 with a problem. */
  readonly discount: number;
  readonly problem: string | null;
}

const VND = new Intl.NumberFormat('vi-VN', { style: 'currency', currency: 'VND' });

/** The code as coupons have it: `tet 27` is `TET27`. */
export function couponCode(typed: string): string {
  return typed.replaceAll(/\s/g, '').toUpperCase();
}

/** The discount of a coupon on a subtotal, in whole VND. */
export function discountOf({ percent, amount }: CouponRules, subtotal: number): number {
  const off = percent === null ? (amount ?? 0) : Math.floor((subtotal * percent) / 100);
  return Math.min(off, Math.floor((subtotal * MOST_PERCENT) / 100));
}

/** The reason why a coupon is not for an order now; null when it is. */
export function couponProblem(rules: CouponRules | null, subtotal: number, now = new Date()): string | null {
  if (!rules) return 'There is no such coupon. Check the code.';
  const { validFrom, validTo, mostUses, uses, minimum } = rules;
  if (validFrom > now) return 'This coupon is not valid yet.';
  if (validTo && validTo <= now) return 'This coupon is no longer valid.';
  if (mostUses !== null && uses >= mostUses) return 'This coupon has been used up.';
  if (subtotal < minimum) return `This coupon is for orders from ${VND.format(minimum)}.`;
  return null;
}

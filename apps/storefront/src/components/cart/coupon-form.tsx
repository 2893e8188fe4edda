'use client';

import { applyCoupon } from '../../cart/coupon-action';
import { useSafeAction } from '../../forms/use-safe-action';
import { useTrackedErrors } from '../../forms/use-tracked-errors';
import type { CartCoupon } from '../../shop/gateway';
import { Button } from '../forms/button';
import { Field } from '../forms/field';
import { Problem } from '../forms/problem';
import styles from './coupon-form.module.css';

/** Puts a coupon into the cart, or takes it out again. */
export function CouponForm({ coupon }: { coupon: CartCoupon | null }) {
  const [answer, action, pending] = useSafeAction(applyCoupon, {});
  useTrackedErrors('coupon', answer);
  if (coupon)
    return (
      <form action={action} className={styles.used}>
        <p>
          Coupon {coupon.code}
          {coupon.problem && `: ${coupon.problem}`}
        </p>
        <input type="hidden" name="code" value="" />
        <Button look="quiet" disabled={pending} aria-label={`Remove coupon ${coupon.code}`}>
          Remove
        </Button>
      </form>
    );
  return (
    <details className={styles.coupon} open={answer.problem !== undefined || undefined}>
      <summary>Use a coupon</summary>
      <form action={action}>
        <Field
          name="code"
          label="Code"
          autoComplete="off"
          maxLength={60}
          defaultValue={answer.typed?.['code']}
        />
        <Button look="quiet" disabled={pending}>
          Use coupon
        </Button>
        <Problem text={answer.problem} />
      </form>
    </details>
  );
}

'use client';

import { applyCoupon } from '../../cart/coupon-action';
import { useSafeAction } from '../../forms/use-safe-action';
import { useTrackedErrors } from '../../forms/use-tracked-errors';
import type { CartCoupon } from '../../shop/gateway';
import type { Words } from '../../words';
import { fill } from '../../words/sentences';
import { Button } from '../forms/button';
import { Field } from '../forms/field';
import { Problem } from '../forms/problem';
import styles from './coupon-form.module.css';

interface CouponFormProps {
  readonly coupon: CartCoupon | null;
  readonly words: Words['cart']['coupon'];
}

/** Puts a coupon into the cart, or takes it out again. */
export function CouponForm({ coupon, words }: CouponFormProps) {
  const [answer, action, pending] = useSafeAction(applyCoupon, {});
  useTrackedErrors('coupon', answer);
  if (coupon)
    return (
      <form action={action} className={styles.used}>
        <p>
          {coupon.problem
            ? fill(words.usedWith, { code: coupon.code, problem: coupon.problem })
            : fill(words.used, { code: coupon.code })}
        </p>
        <input type="hidden" name="code" value="" />
        <Button look="quiet" disabled={pending} aria-label={fill(words.removeOf, { code: coupon.code })}>
          {words.remove}
        </Button>
      </form>
    );
  return (
    <details className={styles.coupon} open={answer.problem !== undefined || undefined}>
      <summary>{words.open}</summary>
      <form action={action}>
        <Field
          name="code"
          label={words.code}
          autoComplete="off"
          maxLength={60}
          defaultValue={answer.typed?.['code']}
        />
        <Button look="quiet" disabled={pending}>
          {words.button}
        </Button>
        <Problem text={answer.problem} />
      </form>
    </details>
  );
}

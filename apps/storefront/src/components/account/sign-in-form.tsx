'use client';

import { signIn } from '../../account/actions';
import { addressWith } from '../../formatting/query';
import type { Words } from '../../words';
import { Button } from '../forms/button';
import { Field } from '../forms/field';
import styles from '../forms/form-stack.module.css';
import { Problem } from '../forms/problem';
import { ShopLink } from '../links/shop-link';
import { useFocusFirstError } from '../forms/use-focus-first-error';
import { useSafeAction } from '../../forms/use-safe-action';
import { useTrackedErrors } from '../../forms/use-tracked-errors';
import account from './account-page.module.css';

interface SignInFormProps {
  /** Path to go to afterwards. */
  readonly next: string;
  /** The address that has just been confirmed, if any. */
  readonly email: string | undefined;
  readonly words: Pick<Words['account'], 'email' | 'password' | 'signIn'>;
}

/** The form for email address and password. */
export function SignInForm({ next, email, words }: SignInFormProps) {
  const [answer, action, pending] = useSafeAction(signIn, {});
  const { problem, fields = {}, typed } = answer;
  const form = useFocusFirstError(answer);
  useTrackedErrors('sign_in', answer);
  return (
    <form ref={form} action={action} noValidate className={styles.stack}>
      <Problem text={problem} />
      <input type="hidden" name="next" value={next} />
      <Field
        name="email"
        label={words.email}
        type="email"
        autoComplete="username"
        defaultValue={typed?.email ?? email}
        error={fields.email}
      />
      <Field
        name="password"
        label={words.password}
        type="password"
        autoComplete="current-password"
        error={fields.password}
      />
      <Button disabled={pending}>{words.signIn.button}</Button>
      <p className={account.forgot}>
        <ShopLink href={addressWith('/forgot-password', { next })}>{words.signIn.forgot}</ShopLink>
      </p>
    </form>
  );
}

'use client';

import { signUp } from '../../account/actions';
import { checkSignUp, PASSWORD_RULE } from '../../account/credentials';
import { Button } from '../forms/button';
import { Field } from '../forms/field';
import styles from '../forms/form-stack.module.css';
import { Problem } from '../forms/problem';
import { useFocusFirstError } from '../forms/use-focus-first-error';
import { useSafeAction } from '../../forms/use-safe-action';
import { useTrackedErrors } from '../../forms/use-tracked-errors';

/** The form for name, email address and a new password. */
export function SignUpForm({ next }: { next: string }) {
  const [answer, action, pending] = useSafeAction(signUp, {}, checkSignUp);
  const { problem, fields = {}, typed } = answer;
  const form = useFocusFirstError(answer);
  useTrackedErrors('sign_up', answer);
  return (
    <form ref={form} action={action} noValidate className={styles.stack}>
      <Problem text={problem} />
      <input type="hidden" name="next" value={next} />
      <Field name="name" label="Name" autoComplete="name" defaultValue={typed?.name} error={fields.name} />
      <Field
        name="email"
        label="Email"
        type="email"
        autoComplete="username"
        defaultValue={typed?.email}
        error={fields.email}
      />
      <Field
        name="password"
        label="Password"
        type="password"
        autoComplete="new-password"
        hint={PASSWORD_RULE}
        error={fields.password}
      />
      <Button disabled={pending}>Create account</Button>
    </form>
  );
}

'use client';

import { signUp } from '../../account/actions';
import { checkSignUp } from '../../account/credentials';
import type { Words } from '../../words';
import { Button } from '../forms/button';
import { Field } from '../forms/field';
import styles from '../forms/form-stack.module.css';
import { Problem } from '../forms/problem';
import { useFocusFirstError } from '../forms/use-focus-first-error';
import { useSafeAction } from '../../forms/use-safe-action';
import { useTrackedErrors } from '../../forms/use-tracked-errors';

interface SignUpFormProps {
  readonly next: string;
  readonly words: Pick<Words['account'], 'signUp' | 'name' | 'email' | 'password' | 'faults'>;
}

/** The form for name, email address and a new password. */
export function SignUpForm({ next, words }: SignUpFormProps) {
  const [answer, action, pending] = useSafeAction(signUp, {}, (form) => checkSignUp(form, words.faults));
  const { problem, fields = {}, typed } = answer;
  const form = useFocusFirstError(answer);
  useTrackedErrors('sign_up', answer);
  return (
    <form ref={form} action={action} noValidate className={styles.stack}>
      <Problem text={problem} />
      <input type="hidden" name="next" value={next} />
      <Field
        name="name"
        label={words.name}
        autoComplete="name"
        defaultValue={typed?.name}
        error={fields.name}
      />
      <Field
        name="email"
        label={words.email}
        type="email"
        autoComplete="username"
        defaultValue={typed?.email}
        error={fields.email}
      />
      <Field
        name="password"
        label={words.password}
        type="password"
        autoComplete="new-password"
        hint={words.signUp.passwordRule}
        error={fields.password}
      />
      <Button disabled={pending}>{words.signUp.button}</Button>
    </form>
  );
}

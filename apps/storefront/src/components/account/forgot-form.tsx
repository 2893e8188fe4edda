'use client';

import { askForReset } from '../../account/reset-actions';
import type { Words } from '../../words';
import { Button } from '../forms/button';
import { Field } from '../forms/field';
import styles from '../forms/form-stack.module.css';
import { Problem } from '../forms/problem';
import { useFocusFirstError } from '../forms/use-focus-first-error';
import { useSafeAction } from '../../forms/use-safe-action';
import { useTrackedErrors } from '../../forms/use-tracked-errors';

/** The form that asks for a code to choose a new password. */
export function ForgotForm({ next, words }: { next: string; words: Words['codes'] }) {
  const [answer, action, pending] = useSafeAction(askForReset, {});
  const { problem, fields = {}, typed } = answer;
  const form = useFocusFirstError(answer);
  useTrackedErrors('forgot_password', answer);
  return (
    <form ref={form} action={action} noValidate className={styles.stack}>
      <Problem text={problem} />
      <input type="hidden" name="next" value={next} />
      <Field
        name="email"
        label={words.email}
        type="email"
        autoComplete="username"
        defaultValue={typed?.email}
        error={fields.email}
      />
      <Button disabled={pending}>{words.forgot.button}</Button>
    </form>
  );
}

'use client';

import { resetPassword } from '../../account/reset-actions';
import { checkReset, wantsNewCode } from '../../account/reset-form';
import type { FormState } from '../../account/credentials';
import { text } from '../../forms/form-text';
import { Button } from '../forms/button';
import { Field } from '../forms/field';
import styles from '../forms/form-stack.module.css';
import { useFocusFirstError } from '../forms/use-focus-first-error';
import { useSafeAction } from '../../forms/use-safe-action';
import { useTrackedErrors } from '../../forms/use-tracked-errors';
import { CodeFields, NewCodeButton, type WaitingForCode } from './code-fields';

/** The form for the code from the email and a new password. */
export function ResetForm({ next, words, ...waiting }: WaitingForCode) {
  const check = (form: FormData): FormState | null => {
    if (wantsNewCode(form)) return null;
    const email = waiting.email ?? text(form, 'email').toLowerCase();
    const { fields } = checkReset(form, email, words.faults);
    return Object.keys(fields).length > 0 ? { fields, typed: { email } } : null;
  };
  const [answer, action, pending] = useSafeAction(resetPassword, {}, check);
  const form = useFocusFirstError(answer);
  useTrackedErrors('reset_password', answer);
  return (
    <form ref={form} action={action} noValidate className={styles.stack}>
      <CodeFields next={next} words={words} answer={answer} {...waiting} />
      <Field
        name="password"
        label={words.reset.password}
        type="password"
        autoComplete="new-password"
        hint={words.reset.passwordRule}
        error={answer.fields?.password}
      />
      <Button disabled={pending}>{words.reset.button}</Button>
      <NewCodeButton label={words.again} disabled={pending} />
    </form>
  );
}

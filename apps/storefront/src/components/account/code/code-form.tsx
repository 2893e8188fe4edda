'use client';

import { signInByCode } from '../../../account/code/actions';
import { checkCode } from '../../../account/code/code-form';
import { useSafeAction } from '../../../forms/use-safe-action';
import { useTrackedErrors } from '../../../forms/use-tracked-errors';
import { Button } from '../../forms/button';
import { Field } from '../../forms/field';
import styles from '../../forms/form-stack.module.css';
import { Problem } from '../../forms/problem';
import { useFocusFirstError } from '../../forms/use-focus-first-error';

/** The form for the code from the mail. */
export function CodeForm({ next, hint }: { next: string; hint: string | null }) {
  const [answer, action, pending] = useSafeAction(signInByCode, {}, checkCode);
  const { problem, fields = {} } = answer;
  const form = useFocusFirstError(answer);
  useTrackedErrors('sign_in', answer);
  return (
    <form ref={form} action={action} noValidate className={styles.stack}>
      <Problem text={problem} />
      <input type="hidden" name="next" value={next} />
      <Field
        name="code"
        label="Code"
        inputMode="numeric"
        autoComplete="one-time-code"
        hint={hint}
        error={fields.code}
      />
      <Button disabled={pending}>Sign in</Button>
    </form>
  );
}

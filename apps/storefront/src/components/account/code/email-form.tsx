'use client';

import { requestCode } from '../../../account/code/actions';
import { checkEmail } from '../../../account/code/code-form';
import { useSafeAction } from '../../../forms/use-safe-action';
import { useTrackedErrors } from '../../../forms/use-tracked-errors';
import { Button } from '../../forms/button';
import { Field } from '../../forms/field';
import styles from '../../forms/form-stack.module.css';
import { Problem } from '../../forms/problem';
import { useFocusFirstError } from '../../forms/use-focus-first-error';

/** The form for the address that a code is mailed to. */
export function EmailForm({ next, email }: { next: string; email: string | undefined }) {
  const [answer, action, pending] = useSafeAction(requestCode, {}, checkEmail);
  const { problem, fields = {}, typed } = answer;
  const form = useFocusFirstError(answer);
  useTrackedErrors('sign_in_email', answer);
  return (
    <form ref={form} action={action} noValidate className={styles.stack}>
      <Problem text={problem} />
      <input type="hidden" name="next" value={next} />
      <Field
        name="email"
        label="Email"
        type="email"
        autoComplete="username"
        defaultValue={typed?.email ?? email}
        error={fields.email}
      />
      <Button disabled={pending}>Send me a code</Button>
    </form>
  );
}

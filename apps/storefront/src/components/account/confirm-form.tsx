'use client';

import { confirmSignUp } from '../../account/actions';
import { Button } from '../forms/button';
import { Field } from '../forms/field';
import styles from '../forms/form-stack.module.css';
import { Problem } from '../forms/problem';
import { useFocusFirstError } from '../forms/use-focus-first-error';
import { useSafeAction } from '../../forms/use-safe-action';
import { useTrackedErrors } from '../../forms/use-tracked-errors';

interface ConfirmFormProps {
  readonly next: string;
  /** True when this browser knows the address that waits for its code. */
  readonly emailKnown: boolean;
  /** A code that always works, shown for an emulator, which sends no email. */
  readonly devCode: string | null;
}

/** The form for the code from the email. */
export function ConfirmForm({ next, emailKnown, devCode }: ConfirmFormProps) {
  const [answer, action, pending] = useSafeAction(confirmSignUp, {});
  const { problem, fields = {}, typed } = answer;
  const form = useFocusFirstError(answer);
  useTrackedErrors('confirm', answer);
  return (
    <form ref={form} action={action} noValidate className={styles.stack}>
      <Problem text={problem} />
      <input type="hidden" name="next" value={next} />
      {!emailKnown && (
        <Field
          name="email"
          label="Email"
          type="email"
          autoComplete="username"
          defaultValue={typed?.email}
          error={fields.email}
        />
      )}
      <Field
        name="code"
        label="Code"
        inputMode="numeric"
        autoComplete="one-time-code"
        hint={devCode && `No email is sent on this machine. The code is ${devCode}.`}
        error={fields.code}
      />
      <Button disabled={pending}>Confirm</Button>
    </form>
  );
}

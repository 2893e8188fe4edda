'use client';

import { requestCode } from '../../../account/code/actions';
import { checkEmail } from '../../../account/code/code-form';
import { useSafeAction } from '../../../forms/use-safe-action';
import { useTrackedErrors } from '../../../forms/use-tracked-errors';
import type { Words } from '../../../words';
import { Button } from '../../forms/button';
import { Field } from '../../forms/field';
import styles from '../../forms/form-stack.module.css';
import { Problem } from '../../forms/problem';
import { useFocusFirstError } from '../../forms/use-focus-first-error';

interface EmailFormProps {
  readonly next: string;
  readonly email: string | undefined;
  readonly words: {
    readonly label: string;
    readonly button: string;
    readonly faults: Words['account']['faults'];
  };
}

/** The form for the address that a code is mailed to. */
export function EmailForm({ next, email, words }: EmailFormProps) {
  const [answer, action, pending] = useSafeAction(requestCode, {}, (form) => checkEmail(form, words.faults));
  const { problem, fields = {}, typed } = answer;
  const form = useFocusFirstError(answer);
  useTrackedErrors('sign_in_email', answer);
  return (
    <form ref={form} action={action} noValidate className={styles.stack}>
      <Problem text={problem} />
      <input type="hidden" name="next" value={next} />
      <Field
        name="email"
        label={words.label}
        type="email"
        autoComplete="username"
        defaultValue={typed?.email ?? email}
        error={fields.email}
      />
      <Button disabled={pending}>{words.button}</Button>
    </form>
  );
}

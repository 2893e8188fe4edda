'use client';

import { signInByCode } from '../../../account/code/actions';
import { checkCode } from '../../../account/code/code-form';
import { useSafeAction } from '../../../forms/use-safe-action';
import { useTrackedErrors } from '../../../forms/use-tracked-errors';
import type { Words } from '../../../words';
import { Button } from '../../forms/button';
import { Field } from '../../forms/field';
import styles from '../../forms/form-stack.module.css';
import { Problem } from '../../forms/problem';
import { useFocusFirstError } from '../../forms/use-focus-first-error';

interface CodeFormProps {
  readonly next: string;
  readonly hint: string | null;
  readonly words: { readonly label: string; readonly button: string; readonly faults: CodeFaults };
}

type CodeFaults = Words['account']['faults'];

/** The form for the code from the mail. */
export function CodeForm({ next, hint, words }: CodeFormProps) {
  const [answer, action, pending] = useSafeAction(signInByCode, {}, (form) => checkCode(form, words.faults));
  const { problem, fields = {} } = answer;
  const form = useFocusFirstError(answer);
  useTrackedErrors('sign_in', answer);
  return (
    <form ref={form} action={action} noValidate className={styles.stack}>
      <Problem text={problem} />
      <input type="hidden" name="next" value={next} />
      <Field
        name="code"
        label={words.label}
        inputMode="numeric"
        autoComplete="one-time-code"
        hint={hint}
        error={fields.code}
      />
      <Button disabled={pending}>{words.button}</Button>
    </form>
  );
}

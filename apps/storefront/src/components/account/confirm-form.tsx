'use client';

import { confirmSignUp } from '../../account/actions';
import { Button } from '../forms/button';
import styles from '../forms/form-stack.module.css';
import { useFocusFirstError } from '../forms/use-focus-first-error';
import { useSafeAction } from '../../forms/use-safe-action';
import { useTrackedErrors } from '../../forms/use-tracked-errors';
import { CodeFields, NewCodeButton, type WaitingForCode } from './code-fields';

/** The form for the code of a registration. */
export function ConfirmForm(waiting: WaitingForCode) {
  const [answer, action, pending] = useSafeAction(confirmSignUp, {});
  const form = useFocusFirstError(answer);
  useTrackedErrors('confirm', answer);
  return (
    <form ref={form} action={action} noValidate className={styles.stack}>
      <CodeFields answer={answer} {...waiting} />
      <Button disabled={pending}>{waiting.words.confirm.button}</Button>
      <NewCodeButton label={waiting.words.again} disabled={pending} />
    </form>
  );
}

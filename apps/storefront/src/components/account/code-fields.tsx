import type { FormState } from '../../account/credentials';
import { NEW_CODE } from '../../account/reset-form';
import type { Words } from '../../words';
import { fill } from '../../words/sentences';
import { Button } from '../forms/button';
import { Field } from '../forms/field';
import { Problem } from '../forms/problem';
import styles from './code-fields.module.css';

/** A form that waits for the code of an email. */
export interface WaitingForCode {
  readonly next: string;
  readonly words: Words['codes'];
  /** The address that waits, where this browser knows it. */
  readonly email: string | undefined;
  /** A code that always works, shown for an emulator, which sends no email. */
  readonly devCode: string | null;
}

/** The fields of such a form, and what became of it. */
export function CodeFields(props: WaitingForCode & { readonly answer: FormState }) {
  const { next, words, email, devCode, answer } = props;
  const { problem, notice, fields = {}, typed } = answer;
  return (
    <>
      <Problem text={problem} />
      <p role="status" className={styles.notice}>
        {notice}
      </p>
      <input type="hidden" name="next" value={next} />
      {email === undefined && (
        <Field
          name="email"
          label={words.email}
          type="email"
          autoComplete="username"
          defaultValue={typed?.email}
          error={fields.email}
        />
      )}
      <Field
        name="code"
        label={words.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        hint={devCode && fill(words.localCode, { code: devCode })}
        error={fields.code}
      />
    </>
  );
}

/** Sends the form as a request for a new code. */
export function NewCodeButton({ label, disabled }: { label: string; disabled: boolean }) {
  return (
    <Button look="quiet" disabled={disabled} {...NEW_CODE}>
      {label}
    </Button>
  );
}

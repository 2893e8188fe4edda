import type { FormState } from '../../account/credentials';
import { NEW_CODE } from '../../account/reset-form';
import { CODE_WORDS, type Language } from '../../account/words';
import { Button } from '../forms/button';
import { Field } from '../forms/field';
import { Problem } from '../forms/problem';
import styles from './code-fields.module.css';

/** A form that waits for the code of an email. */
export interface WaitingForCode {
  readonly next: string;
  readonly language: Language;
  /** The address that waits, where this browser knows it. */
  readonly email: string | undefined;
  /** A code that always works, shown for an emulator, which sends no email. */
  readonly devCode: string | null;
}

/** The fields of such a form, and what became of it. */
export function CodeFields(props: WaitingForCode & { readonly answer: FormState }) {
  const { next, language, email, devCode, answer } = props;
  const { problem, notice, fields = {}, typed } = answer;
  const words = CODE_WORDS[language];
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
        hint={devCode && words.localCode(devCode)}
        error={fields.code}
      />
    </>
  );
}

/** Sends the form as a request for a new code. */
export function NewCodeButton({ language, disabled }: { language: Language; disabled: boolean }) {
  return (
    <Button look="quiet" disabled={disabled} {...NEW_CODE}>
      {CODE_WORDS[language].again}
    </Button>
  );
}

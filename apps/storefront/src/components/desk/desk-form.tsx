'use client';

import type { DeskState } from '../../desk/answering';
import { useSafeAction } from '../../forms/use-safe-action';
import { Button } from '../forms/button';
import { Problem } from '../forms/problem';
import styles from './desk-form.module.css';

/** A field of a form of the desk. */
export interface DeskField {
  readonly name: string;
  readonly label: string;
  readonly value?: string | number;
  readonly isNumber?: boolean;
  readonly isDay?: boolean;
  readonly maxLength?: number;
}

interface DeskFormProps {
  readonly action: (before: DeskState, form: FormData) => Promise<DeskState>;
  /** Values that go with it without being shown. */
  readonly hidden: Record<string, string>;
  readonly fields?: readonly DeskField[];
  readonly button: string;
  /** Says what the button is for where several have the same words. */
  readonly label?: string;
  readonly look?: 'main' | 'quiet';
  /** A title that has to be opened before the form can be sent, and what it says then. */
  readonly behind?: { readonly title: string; readonly text: string };
}

/** A form of the desk, which works without JavaScript. Refused, it keeps what was typed. */
export function DeskForm(props: DeskFormProps) {
  const { action: change, hidden, fields = [], button, label, look = 'main', behind } = props;
  const [{ problem, typed }, action, pending] = useSafeAction<DeskState>(change, {});
  const form = (
    <form action={action} className={styles.form}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map(({ name, label: words, value, isNumber, isDay, maxLength }) => (
        <label key={name}>
          {words}
          <input
            name={name}
            type={isDay ? 'date' : 'text'}
            inputMode={isNumber ? 'numeric' : 'text'}
            defaultValue={typed?.[name] ?? value}
            maxLength={maxLength}
            autoComplete="off"
          />
        </label>
      ))}
      <Button look={look} disabled={pending} aria-label={label}>
        {button}
      </Button>
      <Problem text={problem} />
    </form>
  );
  if (!behind) return form;
  return (
    <details className={styles.behind} open={problem !== undefined}>
      <summary>{behind.title}</summary>
      <p>{behind.text}</p>
      {form}
    </details>
  );
}

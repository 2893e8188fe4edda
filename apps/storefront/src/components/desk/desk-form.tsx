'use client';

import type { ReactNode } from 'react';
import type { DeskState } from '../../desk/actions';
import { useSafeAction } from '../../forms/use-safe-action';
import { Button } from '../forms/button';
import { Problem } from '../forms/problem';
import styles from './desk-form.module.css';

interface DeskFormProps {
  readonly action: (before: DeskState, form: FormData) => Promise<DeskState>;
  /** Values that go with it without being shown. */
  readonly hidden: Record<string, string>;
  readonly button: string;
  /** Says what the button is for where several have the same words. */
  readonly label?: string;
  readonly look?: 'main' | 'quiet';
  readonly children?: ReactNode;
}

/** A form of the desk, which works without JavaScript. */
export function DeskForm({ action: change, hidden, button, label, look = 'main', children }: DeskFormProps) {
  const [{ problem }, action, pending] = useSafeAction<DeskState>(change, {});
  return (
    <form action={action} className={styles.form}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <Button look={look} disabled={pending} aria-label={label}>
        {button}
      </Button>
      <Problem text={problem} />
    </form>
  );
}

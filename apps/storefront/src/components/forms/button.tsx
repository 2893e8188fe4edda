import type { ButtonHTMLAttributes } from 'react';
import styles from './button.module.css';

export type Look = 'main' | 'quiet';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: Look;
  readonly wide?: boolean;
}

/** A button with an action. */
export function Button({ look = 'main', wide = false, type = 'submit', ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={classesFor(look, wide)} />;
}

/** The style of a button. */
export function classesFor(look: Look, wide: boolean): string {
  return [styles.button, styles[look], wide && styles.wide].filter(Boolean).join(' ');
}

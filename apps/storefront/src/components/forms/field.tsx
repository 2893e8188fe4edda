import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute, ReactNode } from 'react';
import styles from './field.module.css';

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly type?: HTMLInputTypeAttribute;
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly inputMode?: 'text' | 'email' | 'tel' | 'numeric';
  readonly defaultValue?: string | undefined;
  /** A sentence below the field, shown before anything went wrong. */
  readonly hint?: ReactNode;
  /** Validation message. */
  readonly error?: string | undefined;
  /** The word that says that it may stay empty. */
  readonly optional?: string;
  readonly maxLength?: number;
}

/** A labelled text field with its hint and its error, connected for screen readers. */
export function Field(props: FieldProps) {
  const { name, label, type = 'text', hint, error, optional, ...input } = props;
  return (
    <FieldFrame name={name} label={label} hint={hint} error={error} optional={optional}>
      <input id={name} name={name} type={type} {...input} {...describedBy(name, hint, error)} />
    </FieldFrame>
  );
}

type AreaFieldProps = Pick<FieldProps, 'name' | 'label' | 'hint' | 'error' | 'defaultValue' | 'maxLength'>;

/** A labelled text of several lines. */
export function AreaField({ name, label, hint, error, ...area }: AreaFieldProps) {
  return (
    <FieldFrame name={name} label={label} hint={hint} error={error}>
      <textarea id={name} name={name} rows={6} {...area} {...describedBy(name, hint, error)} />
    </FieldFrame>
  );
}

interface SelectFieldProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly string[];
  /** Label of the empty choice. */
  readonly placeholder: string;
  readonly defaultValue?: string | undefined;
  readonly error?: string | undefined;
}

/** A labelled choice of many options. */
export function SelectField({ name, label, options, placeholder, defaultValue, error }: SelectFieldProps) {
  return (
    <FieldFrame name={name} label={label} error={error}>
      <select
        id={name}
        name={name}
        key={defaultValue}
        defaultValue={defaultValue ?? ''}
        {...describedBy(name, undefined, error)}
      >
        <option value="" disabled>
          {placeholder}
        </option>
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    </FieldFrame>
  );
}

interface FrameProps extends Pick<FieldProps, 'name' | 'label' | 'hint' | 'error' | 'optional'> {
  readonly children: ReactNode;
}

function FieldFrame({ name, label, hint, error, optional, children }: FrameProps) {
  return (
    <div className={styles.field}>
      <label htmlFor={name}>
        {label}
        {optional && <span className={styles.optional}> {optional}</span>}
      </label>
      {children}
      {hint && (
        <p id={`${name}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${name}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}

function describedBy(name: string, hint: ReactNode, error: string | undefined) {
  const ids = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return { 'aria-describedby': ids || undefined, 'aria-invalid': error ? true : undefined };
}

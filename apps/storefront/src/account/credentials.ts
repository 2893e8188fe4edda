import { text } from '../forms/form-text';
import type { Words } from '../words';

type Faults = Words['account']['faults'];

/** State of an account form after a refused submission. */
export interface FormState {
  /** One sentence for the whole form. */
  readonly problem?: string;
  /** One sentence about what was done, after which the form stays. */
  readonly notice?: string;
  /** A sentence for single fields, by name. */
  readonly fields?: Record<string, string>;
  /** Values to keep in the form. Never a password. */
  readonly typed?: Record<string, string>;
}

/** The rule of the user pool: letters and digits of English, and the symbols that it lists. */
const PASSWORD_PARTS = [/^.{8,256}$/s, /[A-Z]/, /[a-z]/, /[0-9]/, /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/];

export const isStrongPassword = (password: string): boolean =>
  PASSWORD_PARTS.every((part) => part.test(password));

export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text);

export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly fields: Record<string, string>;
}

/** Checks an email address and a password as typed, before anything is sent. */
export function checkCredentials(form: FormData, faults: Faults): Credentials {
  const email = text(form, 'email').toLowerCase();
  const typed = form.get('password');
  const password = typeof typed === 'string' ? typed : '';
  const fields: Record<string, string> = {};
  if (!isEmail(email)) fields.email = faults.email;
  if (password === '') fields.password = faults.password;
  return { email, password, fields };
}

/** Checks the details of a new account, in the browser and again in the shop; null when right. */
export function checkSignUp(form: FormData, faults: Faults): FormState | null {
  const { email, password, fields } = checkCredentials(form, faults);
  const name = text(form, 'name');
  if (name.length < 2) fields.name = faults.name;
  if (!fields.password && !isStrongPassword(password)) fields.password = faults.strongerPassword;
  return Object.keys(fields).length > 0 ? { fields, typed: { email, name } } : null;
}

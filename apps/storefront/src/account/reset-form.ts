import { text } from '../forms/form-text';
import { isEmail, isStrongPassword } from './credentials';
import type { Words } from '../words';

/** The name and the value of the button that asks for a new code. */
export const NEW_CODE = { name: 'intent', value: 'new-code' } as const;

export const wantsNewCode = (form: FormData): boolean => form.get(NEW_CODE.name) === NEW_CODE.value;

/** The code as typed, without spaces; null for what is none. */
export function codeIn(form: FormData): string | null {
  const code = text(form, 'code').replace(/\s/g, '');
  return /^\d{4,8}$/.test(code) ? code : null;
}

/** Checks the form of a new password before anything is sent. */
export function checkReset(form: FormData, email: string, faults: Words['codes']['faults']) {
  const typed = form.get('password');
  const password = typeof typed === 'string' ? typed : '';
  const code = codeIn(form);
  const fields: Record<string, string> = {
    ...(!isEmail(email) && { email: faults.email }),
    ...(code === null && { code: faults.code }),
    ...(!isStrongPassword(password) && { password: faults.password }),
  };
  return { code: code ?? '', password, fields };
}

import { text } from '../../forms/form-text';
import type { Words } from '../../words';
import type { FormState } from '../credentials';

type Faults = Words['account']['faults'];

/** Checks the address that a code is mailed to, in the browser and again in the shop. */
export function checkEmail(form: FormData, faults: Faults): FormState | null {
  const email = text(form, 'email');
  if (email.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(email)) return null;
  return { fields: { email: faults.email }, typed: { email } };
}

/** Checks a code as typed: six digits, with spaces wherever people put them. */
export function checkCode(form: FormData, faults: Faults): FormState | null {
  if (/^\d{6}$/.test(text(form, 'code').replace(/\s/g, ''))) return null;
  return { fields: { code: faults.sixDigits } };
}

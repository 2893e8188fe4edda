import { storableText } from '../shop/gateway';

/**
 * The form that an action was called with. Anybody may call an action with any value: anything but
 * a form counts as an empty one, whose fields are then required.
 */
export function formOf(sent: unknown): FormData {
  return sent instanceof FormData ? sent : new FormData();
}

/**
 * A field of a form as typed, without surrounding spaces and without characters that no database
 * can hold.
 */
export function text(form: FormData, field: string): string {
  const value = form.get(field);
  return typeof value === 'string' ? storableText(value).trim() : '';
}

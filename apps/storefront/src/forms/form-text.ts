import { storableText } from '../shop/gateway';

/**
 * The form that an action was called with. Anybody may call an action with any value: what is not a
 * form counts as an empty one, whose fields are then asked for.
 */
export function formOf(sent: unknown): FormData {
  return sent instanceof FormData ? sent : new FormData();
}

/** A field of a form as typed, without spaces around it and without what no database can hold. */
export function text(form: FormData, field: string): string {
  const value = form.get(field);
  return typeof value === 'string' ? storableText(value).trim() : '';
}

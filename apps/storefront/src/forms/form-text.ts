import { storableText } from '../shop/gateway';

/**
 * The form that an action was called with. Anybody may call an action with any value: anything but
 * a form counts as an empty one, whose fields are then required.
 */
export function formOf(sent: unknown): FormData {
  return sent instanceof FormData ? sent : new FormData();
}

/** Every text of a form, to show again in it; never a password, and nothing of Next's own. */
export function typedIn(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' && entry[0] !== 'password' && !entry[0].startsWith('$'),
    ),
  );
}

/**
 * A field of a form as typed, without surrounding spaces and without characters that no database
 * can hold.
 */
export function text(form: FormData, field: string): string {
  const value = form.get(field);
  return typeof value === 'string' ? storableText(value).trim() : '';
}

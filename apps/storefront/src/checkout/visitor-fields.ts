import { LIMITS } from '@clickstream/event-schema';
import { text } from '../forms/form-text';

/** Fields by which a form tells the shop of its browser, and how long they may be. */
const FIELDS = { clientId: LIMITS.maxId, sessionId: LIMITS.maxId, pageUrl: LIMITS.maxUrl } as const;

type Visitor = Record<keyof typeof FIELDS, string | null>;

/** Adds to a form what events say of this browser, so that the shop can tell the same event. */
export function addVisitor(form: FormData, known: Partial<Record<keyof typeof FIELDS, string>>): void {
  for (const [name, value] of Object.entries(known)) if (value) form.set(name, value);
}

/** Reads them again. Anybody may send anything: what cannot be an id or an address is left out. */
export function readVisitor(form: FormData): Visitor {
  const read = (name: keyof typeof FIELDS) => {
    const value = text(form, name);
    return value && value.length <= FIELDS[name] ? value : null;
  };
  return { clientId: read('clientId'), sessionId: read('sessionId'), pageUrl: read('pageUrl') };
}

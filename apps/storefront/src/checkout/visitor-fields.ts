import { LIMITS } from '@clickstream/event-schema';
import { text } from '../forms/form-text';
import { MOST_PLACES, type Place } from '../tracking/choices/place';

/** Fields by which a form tells the shop of its browser, and how long they may be. */
const FIELDS = { clientId: LIMITS.maxId, sessionId: LIMITS.maxId, pageUrl: LIMITS.maxUrl } as const;

type Texts = Record<keyof typeof FIELDS, string | null>;
type Known = Partial<Record<keyof typeof FIELDS, string>> & { readonly places?: readonly Place[] };

/** Adds to a form what events say of this browser, so that the shop can tell the same event. */
export function addVisitor(form: FormData, { places = [], ...known }: Known): void {
  for (const [name, value] of Object.entries(known)) if (value) form.set(name, value);
  if (places.length > 0) form.set('places', JSON.stringify(places));
}

/**
 * Reads them again. Anybody may send anything: what cannot be an id, an address or a place is left
 * out.
 */
export function readVisitor(form: FormData): Texts & { readonly places: Place[] } {
  const read = (name: keyof typeof FIELDS) => {
    const value = text(form, name);
    return value && value.length <= FIELDS[name] ? value : null;
  };
  const places = placesOf(text(form, 'places'));
  return { clientId: read('clientId'), sessionId: read('sessionId'), pageUrl: read('pageUrl'), places };
}

function placesOf(json: string): Place[] {
  try {
    const told = JSON.parse(json) as unknown;
    return Array.isArray(told) ? told.slice(0, MOST_PLACES).flatMap(placeOf) : [];
  } catch {
    return [];
  }
}

function placeOf(told: unknown): Place[] {
  const { productId, listName, position } = (told ?? {}) as Partial<Record<keyof Place, unknown>>;
  if (!isText(productId, LIMITS.maxId) || !isText(listName, LIMITS.maxText)) return [];
  const isPosition = Number.isInteger(position) && Number(position) >= 1 && Number(position) <= 1_000_000;
  return [{ productId, listName, position: isPosition ? Number(position) : null }];
}

const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= longest;

import { objectOf } from '../../normalize/field-values';
import { WRAPPERS } from './third-party-names';

/** How deep, and how many fields, one event is searched: a hostile one costs no more than this. */
const MAX_DEPTH = 5;
const MAX_FIELDS = 400;

/** An event's fields, each under its path in one word: `{ product: { brand_name } }` has `productbrandname`. */
export type FlatFields = ReadonlyMap<string, unknown>;

/**
 * Lists every field of an object under the plain form of its path, outer fields first, so that they win over
 * inner ones of the same name. Objects that only wrap others leave no trace in the path.
 */
export function flatFieldsOf(event: Readonly<Record<string, unknown>>): FlatFields {
  const fields = new Map<string, unknown>();
  let level: (readonly [string, Readonly<Record<string, unknown>>])[] = [['', event]];
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth++) {
    const next: typeof level = [];
    for (const [path, object] of level) {
      for (const [name, value] of Object.entries(object)) {
        if (fields.size >= MAX_FIELDS) return fields;
        const key = path + plainName(name);
        if (value !== null && !fields.has(key)) fields.set(key, value);
        const inner = objectOf(value);
        if (inner) next.push([WRAPPERS.has(plainName(name)) ? path : key, inner]);
      }
    }
    level = next;
  }
  return fields;
}

/** The first of these names that holds a text, a number or a flag. */
export function firstValue(fields: FlatFields, names: readonly string[]): unknown {
  for (const name of names) {
    const value = fields.get(name);
    if (value !== undefined && typeof value !== 'object') return value;
  }
  return undefined;
}

/** The first of these names that holds a list. */
export function firstList(fields: FlatFields, names: readonly string[]): unknown[] | undefined {
  for (const name of names) {
    const value = fields.get(name);
    if (Array.isArray(value)) return value;
  }
  return undefined;
}

function plainName(name: string): string {
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return plain.startsWith('context') && plain.length > 'context'.length
    ? plain.slice('context'.length)
    : plain;
}

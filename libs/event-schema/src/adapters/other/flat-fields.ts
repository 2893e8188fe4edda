import { objectOf } from '../../normalize/field-values';
import { listOf } from '../shared/list-of';
import { WRAPPERS } from './third-party-names';
import type { JsonObject } from '../../source-event';

/**
 * The limits of depth and number of fields in the search of one event, so that a hostile event
 * cannot cost more.
 */
const MAX_DEPTH = 5;
const MAX_FIELDS = 400;

/**
 * An event's fields, each under its path in one word:
 * `{ product: { brand_name } }` has `productbrandname`.
 */
export class FlatFields {
  private readonly used = new Set<string>();

  constructor(private readonly values: ReadonlyMap<string, unknown>) {}

  /** The value of a name; it then counts as used. */
  take(name: string): unknown {
    const value = this.values.get(name);
    if (value !== undefined) this.used.add(name);
    return value;
  }

  /** The first of these names that holds a text, a number or a flag. */
  firstValue(names: readonly string[]): unknown {
    return this.first(names, (value) => typeof value !== 'object');
  }

  /** The first of these names that holds a list. */
  firstList(names: readonly string[]): unknown[] | undefined {
    return listOf(this.first(names, (value) => listOf(value) !== undefined));
  }

  /** The words of all fields. */
  words(): Iterable<string> {
    return this.values.keys();
  }

  /** The unused fields of the same event, under their original names. */
  unusedOf(event: JsonObject): Readonly<Record<string, unknown>> {
    return Object.fromEntries(this.unusedEntries(event, '', 0));
  }

  private unusedEntries(object: JsonObject, path: string, depth: number): (readonly [string, unknown])[] {
    if (depth === MAX_DEPTH) return [];
    return Object.entries(object).flatMap(([name, value]) => {
      const plain = plainName(name);
      if (value === null || this.used.has(path + plain) || (path === '' && WHOLE.has(plain))) return [];
      const inner = objectOf(value);
      if (!inner) return [[name, value] as const];
      if (WRAPPERS.has(plain)) return this.unusedEntries(inner, path, depth + 1);
      const unused = this.unusedEntries(inner, path + plain, depth + 1);
      return unused.length > 0 ? [[name, Object.fromEntries(unused)] as const] : [];
    });
  }

  private first(names: readonly string[], isWanted: (value: unknown) => boolean): unknown {
    for (const name of names) {
      const value = this.values.get(name);
      if (value !== undefined && isWanted(value)) return this.take(name);
    }
    return undefined;
  }
}

/** Objects of an event that are read, or left, as a whole. */
const WHOLE: ReadonlySet<string> = new Set(['ingest', 'properties', 'customproperties']);

/**
 * Lists every field of an object under the flat form of its path, outer fields first, so that they
 * win over inner ones of the same name. Objects that only wrap others are not part of the path.
 */
export function flatFieldsOf(event: JsonObject): FlatFields {
  const fields = new Map<string, unknown>();
  let level: (readonly [string, JsonObject])[] = [['', event]];
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth++) {
    const next: typeof level = [];
    for (const [path, object] of level) {
      for (const [name, value] of Object.entries(object)) {
        if (fields.size >= MAX_FIELDS) return new FlatFields(fields);
        const plain = plainName(name);
        const key = path + plain;
        if (value !== null && !fields.has(key)) fields.set(key, value);
        const inner = objectOf(value);
        if (inner) next.push([WRAPPERS.has(plain) ? path : key, inner]);
      }
    }
    level = next;
  }
  return new FlatFields(fields);
}

function plainName(name: string): string {
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return plain.startsWith('context') && plain.length > 'context'.length
    ? plain.slice('context'.length)
    : plain;
}

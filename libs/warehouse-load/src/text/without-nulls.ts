/** The type of an object whose fields that may be null are absent instead. */
export type WithoutNulls<T> = { [K in keyof T as null extends T[K] ? K : never]?: NonNullable<T[K]> } & {
  [K in keyof T as null extends T[K] ? never : K]: T[K];
};

/**
 * The same object without the fields that are null or undefined: in SQL an absent one reads
 * the same, and takes no room.
 */
export function withoutNulls<T extends object>(object: T): WithoutNulls<T> {
  const kept: Record<string, unknown> = {};
  for (const name of Object.keys(object)) {
    const value = (object as Record<string, unknown>)[name];
    if (value === null || value === undefined) continue;
    // To assign this one would change what the object is, instead of giving it a field.
    if (name === '__proto__') Object.defineProperty(kept, name, { value, enumerable: true });
    else kept[name] = value;
  }
  return kept as WithoutNulls<T>;
}

/** The type of an object in which fields that may be null are absent instead. */
export type WithoutNulls<T> = { [K in keyof T as null extends T[K] ? K : never]?: NonNullable<T[K]> } & {
  [K in keyof T as null extends T[K] ? never : K]: T[K];
};

/**
 * The same object without the fields that are null or undefined. In SQL an absent field reads the
 * same, and takes no room.
 */
export function withoutNulls<T extends object>(object: T): WithoutNulls<T> {
  const kept: Record<string, unknown> = {};
  for (const name of Object.keys(object)) {
    const value = (object as Record<string, unknown>)[name];
    if (value === null || value === undefined) continue;
    // Assigning this field would change the prototype of the object, instead of adding a field.
    if (name === '__proto__') Object.defineProperty(kept, name, { value, enumerable: true });
    else kept[name] = value;
  }
  return kept as WithoutNulls<T>;
}

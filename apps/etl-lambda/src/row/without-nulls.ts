/** The type of an object whose fields that may be null are absent instead. */
export type WithoutNulls<T> = { [K in keyof T as null extends T[K] ? K : never]?: NonNullable<T[K]> } & {
  [K in keyof T as null extends T[K] ? never : K]: T[K];
};

/** The same object without the fields that are null or undefined: in SQL an absent one reads the same, and takes no room. */
export function withoutNulls<T extends object>(object: T): WithoutNulls<T> {
  const entries = Object.entries(object) as [string, unknown][];
  // Unlike an assignment, this makes a field even of `__proto__`.
  return Object.fromEntries(
    entries.filter(([, value]) => value !== null && value !== undefined),
  ) as WithoutNulls<T>;
}

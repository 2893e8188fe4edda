/** The placeholders of Google's exports for a missing value. */
const NO_VALUE: ReadonlySet<unknown> = new Set([
  null,
  undefined,
  '',
  '(not set)',
  'not available in demo dataset',
]);

/**
 * A value of an export without its empty fields, at every level; undefined when nothing is left.
 */
export function withoutEmpty(value: unknown): unknown {
  if (NO_VALUE.has(value)) return undefined;
  if (Array.isArray(value)) {
    const items = value.map(withoutEmpty).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (typeof value !== 'object') return value;
  const fields = Object.entries(value as object)
    .map(([name, field]) => [name, withoutEmpty(field)] as const)
    .filter(([, field]) => field !== undefined);
  return fields.length > 0 ? Object.fromEntries(fields) : undefined;
}

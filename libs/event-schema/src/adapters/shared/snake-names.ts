export type Fields = Readonly<Record<string, unknown>>;

/** A field's name as snake_case: `orderId` and `order_id` are one name. */
export function snakeName(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase();
}

/** The same fields under names in snake_case, which senders mix with camelCase. */
export function snakeNamed(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [snakeName(name), value]));
}

/** The fields that no part of the event has used; undefined when none is left. */
export function unusedFields(fields: Fields, taken: ReadonlySet<string>): Fields | undefined {
  const left = Object.entries(fields).filter(([name, value]) => value != null && !taken.has(snakeName(name)));
  return left.length > 0 ? Object.fromEntries(left) : undefined;
}

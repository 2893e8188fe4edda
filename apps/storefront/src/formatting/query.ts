/** Query parameters of a page as Next passes them. */
export type Query = Record<string, string | string[] | undefined>;

/** One parameter as text; the first when it was given more than once. */
export function parameter(query: Query, name: string): string | undefined {
  const value = query[name];
  return Array.isArray(value) ? value[0] : value;
}

/** A page number from the query: 1 when it is absent or not a page number. */
export function pageNumber(query: Query): number {
  const page = Number(parameter(query, 'page'));
  return Number.isInteger(page) && page >= 1 && page <= 1000 ? page : 1;
}

/** An address with the parameters that have a value, in the order given. */
export function addressWith(path: string, parameters: Record<string, string | number | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  return query.size > 0 ? `${path}?${query}` : path;
}

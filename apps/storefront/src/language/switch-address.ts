import { ABSENT } from '../../cached-pages.mjs';
import { addressWith } from '../formatting/query';
import { addressIn, readAddress, type Language } from '../words/languages';

/** Parameters of a route, of which a department's are those of its query. */
export type RouteParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * The address of a page in another language, with its query.
 *
 * @param query as the browser has it; empty in HTML from a cache, whose route has it instead
 */
export function switchAddress(pathname: string, query: string, params: RouteParams, to: Language): string {
  const { path } = readAddress(pathname);
  return addressIn(to, query === '' ? addressWith(path, queryOf(params)) : `${path}?${query}`);
}

function queryOf({ brand, sort, number }: RouteParams) {
  const asked = (part: RouteParams[string]) =>
    typeof part === 'string' && part !== ABSENT ? decodeURIComponent(part) : undefined;
  return { brand: asked(brand), sort: asked(sort), page: asked(number) };
}

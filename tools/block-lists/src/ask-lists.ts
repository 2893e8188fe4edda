import { FiltersEngine, Request } from '@ghostery/adblocker';
import { PAGE, type AskedRequest } from './asked-requests';

/** Verdict of the lists on a request. */
export interface Verdict {
  readonly request: AskedRequest;
  /** The rule that blocks it; null when none does. */
  readonly rule: string | null;
  readonly isExpected: boolean;
}

/**
 * Asks block lists what they say to requests.
 *
 * @param lists in the language of EasyList and uBlock Origin
 */
export function askLists(lists: string, requests: readonly AskedRequest[]): Verdict[] {
  const engine = FiltersEngine.parse(lists, { debug: true });
  return requests.map((request) => {
    const { url, type } = request;
    const { match, filter } = engine.match(Request.fromRawDetails({ url, type, sourceUrl: PAGE }));
    const rule = match ? (filter?.toString() ?? 'a rule without a text') : null;
    return { request, rule, isExpected: match === request.isBlocked };
  });
}

/** One line for a person. */
export function verdictLine({ request: { name, type, url }, rule, isExpected }: Verdict): string {
  const said = rule === null ? 'passes' : `blocked by ${rule}`;
  return `${isExpected ? '✓' : '✗'}  ${name}, ${type} ${url}: ${said}`;
}

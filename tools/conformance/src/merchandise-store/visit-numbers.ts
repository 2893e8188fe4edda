import type { NumberCheck } from '../number-check';
import { EVENTS, type Check } from './check';
import { ACTION, actionOf } from './count-sessions';
import type { Hit, Session } from './hits';

/** Sessions, visitors, hits and what the hits are. */
export function visitNumbers(sessions: readonly Session[], check: Check): NumberCheck[] {
  const hits = sessions.flatMap((session) => session.hits);
  const countHits = (isCounted: (hit: Hit) => boolean) => hits.filter(isCounted).length;
  const totals = (name: string) => sessions.reduce((sum, { totals: of }) => sum + Number(of[name] ?? 0), 0);
  const isPage = (hit: Hit) => hit.type === 'PAGE';
  const fewPages = sessions.filter((session) => session.hits.filter(isPage).length <= 1).length;
  const hitsOf = (condition: string) =>
    `SELECT count(DISTINCT (session_id, properties #>> '{hit,number}')) FROM ${EVENTS} WHERE ${condition}`;
  const events = (name: string) =>
    `SELECT coalesce(sum(events), 0) FROM dash.activity_hourly WHERE event_name = '${name}'`;
  const action = (number: string) => countHits((hit) => actionOf(hit) === number);
  return [
    check('sessions', sessions.length, 'SELECT sum(sessions) FROM dash.sessions_hourly'),
    check(
      'visitors',
      new Set(sessions.map(({ fullVisitorId }) => fullVisitorId)).size,
      'SELECT count(DISTINCT client_id) FROM public.sessions',
    ),
    check('hits', hits.length, hitsOf('true')),
    check("hits by the sessions' totals", totals('hits'), hitsOf('true')),
    check('page views', countHits(isPage), 'SELECT sum(page_views) FROM dash.sessions_hourly'),
    check("page views by the sessions' totals", totals('pageviews'), events('page_view')),
    check(
      'hits of events',
      countHits(({ type }) => type === 'EVENT'),
      hitsOf(`properties #>> '{hit,type}' = 'EVENT'`),
    ),
    check(
      'bounces, one interaction',
      sessions.filter(({ totals: of }) => Number(of['bounces'] ?? 0) === 1).length,
      `SELECT count(*) FROM (SELECT session_id FROM ${EVENTS} WHERE event_name <> 'ua_event' GROUP BY session_id
         HAVING count(DISTINCT properties #>> '{hit,number}') = 1) bounced`,
    ),
    check('bounces, at most one page', fewPages, 'SELECT sum(bounced_sessions) FROM dash.sessions_hourly', {
      value: String(totals('bounces')),
      why: 'a session that saw one page and did something there has not bounced for Google; for us a bounce saw no second page.',
    }),
    check('first visits', totals('newVisits'), 'SELECT count(*) FROM public.sessions WHERE is_first_visit'),
    check('product details seen', action(ACTION.detail), events('product_view')),
    check('put into carts', action(ACTION.add), events('add_to_cart_click')),
    check('taken out of carts', action(ACTION.remove), events('remove_from_cart_click')),
    check(
      'steps of checkouts',
      action(ACTION.checkout),
      `SELECT sum(events) FROM dash.activity_hourly WHERE event_name IN ('checkout_start', 'checkout_step')`,
    ),
    check('clicks on products of lists', action('1'), events('select_item')),
    check(
      'pages with a search',
      countHits(({ page }) => Boolean(page?.searchKeyword)),
      events('search'),
    ),
    check(
      'pages that show lists',
      countHits(({ product }) => (product ?? []).some(({ isImpression }) => isImpression === true)),
      hitsOf(`event_name = 'product_list_view'`),
    ),
  ];
}

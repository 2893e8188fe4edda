import { objectOf, objectsOf, textOf } from '../../normalize/field-values';
import { rowEventId } from '../shared/row-event-id';
import { withoutEmpty } from '../shared/without-empty';
import type { HitEvent, HitPart, HitProduct } from './hit-event';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The fields of a session that each of its events repeats, so that an event can be read without the
 * others.
 */
const SESSION_FIELDS = [
  'visitId',
  'visitNumber',
  'visitStartTime',
  'userId',
  'channelGrouping',
  'trafficSource',
  'device',
  'geoNetwork',
];

/** Actions whose products become one event each: one of our events has one product. */
const ACTIONS_OF_ONE_PRODUCT: ReadonlySet<string> = new Set(['1', '2', '3', '4']);
const NO_ACTION = '0';

/**
 * The events of one row of the Universal Analytics 360 export (BigQuery
 * `ga_sessions_YYYYMMDD`): a session with its hits.
 *
 * @returns undefined when the row is not such a session
 */
export function unpackSession(row: unknown): HitEvent[] | undefined {
  const session = objectOf(withoutEmpty(row));
  const fullVisitorId = textOf(session?.['fullVisitorId']);
  const start = Number(session?.['visitStartTime']) * 1_000;
  if (!session || fullVisitorId === null || !(start > 0)) return undefined;
  const common = { ...commonFields(session), fullVisitorId, visitStartTime: session['visitStartTime'] };
  const hits = objectsOf(session['hits']);
  return hits.flatMap((hit) => {
    const time = start + (Number(hit['time']) || 0);
    const parts = partsOf(hit, hits);
    return parts.map(({ part, products }, index): HitEvent => {
      const place = parts.slice(0, index).filter((before) => before.part === part).length;
      const key = [
        fullVisitorId,
        session['visitId'],
        session['visitStartTime'],
        hit['hitNumber'],
        part,
        place,
      ];
      return {
        ...common,
        visitId: session['visitId'],
        eventId: rowEventId(time, ['ga360', ...key.map(String)]),
        part,
        index,
        hit: hitWith(hit, part, products),
      };
    });
  });
}

function commonFields(session: Fields): Fields {
  const known = SESSION_FIELDS.filter((name) => session[name] !== undefined);
  const newVisits = objectOf(session['totals'])?.['newVisits'];
  return {
    ...Object.fromEntries(known.map((name) => [name, session[name]])),
    ...(newVisits === undefined ? {} : { newVisits }),
  };
}

interface PartOfHit {
  readonly part: HitPart;
  readonly products: readonly HitProduct[];
}

function partsOf(hit: Fields, hits: readonly Fields[]): PartOfHit[] {
  const type = textOf(hit['type']);
  // The lines of a classic e-commerce order are separate hits, and are added to their order.
  if (type === 'ITEM') return [];
  if (type === 'TRANSACTION') return [{ part: 'action', products: linesOfTransaction(hit, hits) }];
  const shown = objectsOf(hit['product']).filter(({ isImpression }) => isImpression === true);
  return [
    ...(type === 'PAGE' || type === 'APPVIEW' ? [{ part: 'page', products: [] } as const] : []),
    ...byList(shown),
    ...(objectOf(hit['page'])?.['searchKeyword'] === undefined
      ? []
      : [{ part: 'search', products: [] } as const]),
    ...actionsOf(hit, type),
  ];
}

function actionsOf(hit: Fields, type: string | null): PartOfHit[] {
  const action = textOf(objectOf(hit['eCommerceAction'])?.['action_type']) ?? NO_ACTION;
  const products = objectsOf(hit['product']).filter(({ isImpression }) => isImpression !== true);
  if (action === NO_ACTION) return type === 'EVENT' ? [{ part: 'event', products }] : [];
  if (!ACTIONS_OF_ONE_PRODUCT.has(action) || products.length < 2) return [{ part: 'action', products }];
  return products.map((product) => ({ part: 'action', products: [product] }));
}

function byList(shown: readonly HitProduct[]): PartOfHit[] {
  const lists = new Map<unknown, HitProduct[]>();
  for (const product of shown) {
    const name = product['productListName'];
    const list = lists.get(name);
    if (list) list.push(product);
    else lists.set(name, [product]);
  }
  return [...lists.values()].map((products) => ({ part: 'list', products }));
}

function linesOfTransaction(hit: Fields, hits: readonly Fields[]): HitProduct[] {
  const id = objectOf(hit['transaction'])?.['transactionId'];
  return hits
    .filter((other) => other['type'] === 'ITEM')
    .flatMap((other) => objectsOf([other['item']]))
    .filter((item) => item['transactionId'] === id)
    .map((item) => ({
      productSKU: item['productSku'],
      v2ProductName: item['productName'],
      v2ProductCategory: item['productCategory'],
      productQuantity: item['itemQuantity'],
      productPrice: Number(item['itemRevenue']) / (Number(item['itemQuantity']) || 1),
    }));
}

/** Fields of a hit that belong to its page; products belong to their part. */
const OF_THE_PAGE: ReadonlySet<string> = new Set(['promotion', 'promotionActionInfo', 'product']);

/** The hit with the data that this part of it needs. */
function hitWith(hit: Fields, part: HitPart, products: readonly HitProduct[]): Fields {
  const { promotion, promotionActionInfo } = hit;
  return {
    ...Object.fromEntries(Object.entries(hit).filter(([name]) => !OF_THE_PAGE.has(name))),
    ...(part === 'page' || part === 'event' ? { promotion, promotionActionInfo } : {}),
    ...(products.length > 0 ? { product: products } : {}),
  };
}

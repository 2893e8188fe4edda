import { objectOf, textOf } from '../../normalize/field-values';
import type { RequestUnpacker } from '../adapter';
import { opaqueId } from '../shared/opaque-id';
import { dropPersonalFields } from '../shared/personal-fields';
import { entitiesOf, isCartAction, PRODUCT, USER } from './self-describing';
import { MAX_PRODUCTS } from '../shared/one-for-each-product';
import { tooLargeToShare } from '../shared/too-large-to-share';
import type { JsonObject } from '../../source-event';

const POST_PATH = '/com.snowplowanalytics.snowplow/tp2';
/** The pixel, for pages without scripts and for trackers that are configured for it. */
const GET_PATH = '/i';

/** The schema by which its trackers mark a list of events. */
const PAYLOAD = /^iglu:com\.snowplowanalytics\.snowplow\/payload_data\//;

/**
 * Parameters of a person or a place: the address of the sender, and the billing place of an order.
 */
const PERSONAL = ['ip', 'tnuid', 'tr_ci', 'tr_st', 'tr_co'];

/** Parameters that hold JSON: in base64, and the same in plain text. */
const JSON_PARAMETERS = [
  ['ue_px', 'ue_pr'],
  ['cx', 'co'],
] as const;

/**
 * The events in a request of Snowplow's tracker protocol: in the body of a POST, or one in the
 * query of a GET.
 */
export const snowplowRequests: RequestUnpacker = {
  name: 'snowplow',
  handles: (path) => path === POST_PATH || path === GET_PATH,
  pathOf: ({ schema, data }) =>
    typeof schema === 'string' && PAYLOAD.test(schema) && Array.isArray(data) ? POST_PATH : undefined,
  unpack({ path, query, body }) {
    const data = path === GET_PATH ? [query] : objectOf(body)?.['data'];
    if (!Array.isArray(data) || (path === GET_PATH && query['e'] === undefined)) return null;
    // Every event is marked with the time at which its request was sent.
    const sentAt = timeOf(objectOf(data[0])?.['stm']);
    return { values: withLines(data.flatMap(eventsOf)), ...(sentAt === undefined ? {} : { sentAt }) };
  },
};

/**
 * The events, where an order of the older calls has its lines next to it; a second order with the
 * same id has none.
 */
function withLines(events: readonly unknown[]): unknown[] {
  const lines = new Map<unknown, JsonObject[]>();
  for (const event of events.map(objectOf)) {
    if (event?.['e'] !== 'ti') continue;
    const ofOrder = lines.get(event['ti_id']);
    if (ofOrder) ofOrder.push(event);
    else lines.set(event['ti_id'], [event]);
  }
  if (lines.size === 0) return [...events];
  return events.map((value) => {
    const event = objectOf(value);
    const ofOrder = event?.['e'] === 'tr' ? lines.get(event['tr_id']) : undefined;
    if (!ofOrder) return value;
    lines.delete(event?.['tr_id']);
    return {
      ...event,
      ti: ofOrder.map(({ ti_sk, ti_nm, ti_ca, ti_pr, ti_qu, ti_cu }) => ({
        ti_sk,
        ti_nm,
        ti_ca,
        ti_pr,
        ti_qu,
        ti_cu,
      })),
    };
  });
}

function timeOf(milliseconds: unknown): string | undefined {
  const text = textOf(milliseconds) ?? '';
  return /^\d{13}$/.test(text) ? new Date(Number(text)).toISOString() : undefined;
}

function eventsOf(value: unknown): unknown[] {
  const parameters = objectOf(value);
  if (!parameters) return [value];
  const event: Record<string, unknown> = { ...parameters };
  for (const [encoded, plain] of JSON_PARAMETERS) {
    const json = textOf(event[plain], Infinity) ?? decoded(event[encoded]);
    if (json === null) continue;
    const read = readJson(json);
    // Unreadable values stay as they came, for anyone who inspects the rejected event.
    if (read === undefined) continue;
    delete event[encoded];
    dropPersonalFields(read);
    event[plain] = read;
  }
  for (const name of PERSONAL) delete event[name];
  hideAddresses(event);
  return oneForEachProduct(event);
}

/** Shops use e-mail addresses as ids of users. */
function hideAddresses(event: Record<string, unknown>): void {
  if (event['uid'] !== undefined) event['uid'] = opaqueId(event['uid']);
  for (const { name, data } of entitiesOf(event)) {
    if (name === USER && data['id'] !== undefined) Object.assign(data, { id: opaqueId(data['id']) });
  }
}

/**
 * Adding several products to a cart, or removing them, becomes one event for each. Only the first
 * keeps the event's id. The fields that they share are in each of them, so both numbers are
 * limited.
 */
function oneForEachProduct(event: JsonObject): JsonObject[] {
  if (!isCartAction(event)) return [event];
  const entities = entitiesOf(event);
  const products = entities.filter(({ name }) => name === PRODUCT);
  const others = entities.filter(({ name }) => name !== PRODUCT).map(({ entity }) => entity);
  if (products.length < 2 || products.length > MAX_PRODUCTS) return [event];
  if (tooLargeToShare(others)) return [event];
  const id = textOf(event['eid']);
  return products.map(({ entity }, index) => ({
    ...event,
    eid: index === 0 || id === null ? event['eid'] : `${id}#${index + 1}`,
    co: { ...objectOf(event['co']), data: [entity, ...others] },
  }));
}

/** Base64 of either alphabet; a `+` that was decoded as a space is restored. */
function decoded(value: unknown): string | null {
  const text = textOf(value, Infinity);
  return text === null ? null : Buffer.from(text.replaceAll(' ', '+'), 'base64').toString('utf8');
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

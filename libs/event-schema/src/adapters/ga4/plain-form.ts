import { objectOf } from '../../normalize/field-values';
import { GA4_ONLY_NAMES } from './ga4-names';

export type Fields = Readonly<Record<string, unknown>>;

/**
 * An event of Google Analytics 4 in a form that does not depend on how it was sent: its name, its
 * parameters, and the fields around them.
 */
export interface PlainForm {
  readonly name: string;
  readonly params: Fields;
  /** The original event. */
  readonly around: Fields;
}

/**
 * Reads the forms in which such events arrive: a row of the BigQuery export, an event of the
 * Measurement Protocol, the arguments of a call of `gtag`, a push to the `dataLayer`, and Google's
 * names in an envelope like ours.
 *
 * @returns undefined when the event has another form
 */
export function plainFormOf(event: Fields): PlainForm | undefined {
  return (
    exportRow(event) ?? protocolEvent(event) ?? gtagCall(event) ?? dataLayerPush(event) ?? flatEvent(event)
  );
}

function exportRow(event: Fields): PlainForm | undefined {
  const { event_name: name, event_params: params } = event;
  if (typeof name !== 'string' || !isParamList(params)) return undefined;
  return {
    name,
    params: { ...objectOf(event['ecommerce']), ...paramsOf(params), items: event['items'] },
    around: event,
  };
}

function protocolEvent(event: Fields): PlainForm | undefined {
  const params = objectOf(event['params']);
  const { name } = event;
  if (typeof name !== 'string' || !params) return undefined;
  return { name, params, around: event };
}

/** The arguments are not a list: in JSON they are `{"0": "event", "1": "purchase", "2": {…}}`. */
function gtagCall(event: Fields): PlainForm | undefined {
  const { 0: command, 1: name, 2: params, ...around } = event;
  if (command !== 'event' || typeof name !== 'string') return undefined;
  return { name, params: objectOf(params) ?? {}, around };
}

function dataLayerPush(event: Fields): PlainForm | undefined {
  const { event: name } = event;
  const ecommerce = objectOf(event['ecommerce']);
  if (typeof name !== 'string' || (!ecommerce && !GA4_ONLY_NAMES.has(name))) return undefined;
  // Some shops keep the name from before Google Analytics 4.
  const part = objectOf(ecommerce?.[name]);
  return { name, params: { ...event, ...ecommerce, ...part }, around: event };
}

/** Fields of Google's events: a shop may also name a custom event `share` or `login`. */
const MARKS = [
  'items',
  'ecommerce',
  'params',
  'transaction_id',
  'item_list_id',
  'item_list_name',
  'item_id',
  'value',
  'currency',
  'method',
  'search_term',
  'shipping_tier',
  'payment_type',
  'ga_session_id',
  'page_location',
  'timestamp_micros',
];

function flatEvent(event: Fields): PlainForm | undefined {
  const name = event['eventName'] ?? event['event_name'];
  if (
    typeof name !== 'string' ||
    !GA4_ONLY_NAMES.has(name) ||
    !MARKS.some((mark) => event[mark] !== undefined)
  ) {
    return undefined;
  }
  return {
    name,
    params: { ...event, ...objectOf(event['params']), ...objectOf(event['ecommerce']) },
    around: event,
  };
}

interface Param {
  readonly key: string;
  readonly value: Fields;
}

function isParamList(value: unknown): value is Param[] {
  return Array.isArray(value) && value.every((item) => typeof objectOf(item)?.['key'] === 'string');
}

const VALUE_FIELDS = ['string_value', 'int_value', 'float_value', 'double_value'];

/** Parameters of the export, each of which holds its value in the field of its type. */
export function paramsOf(list: readonly Param[]): Fields {
  const values = list.map(({ key, value }) => {
    const fields = objectOf(value) ?? {};
    const type = VALUE_FIELDS.find((name) => fields[name] !== null && fields[name] !== undefined);
    return [key, type === undefined ? undefined : fields[type]] as const;
  });
  return Object.fromEntries(values);
}

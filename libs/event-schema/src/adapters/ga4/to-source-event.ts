import { amountOf, idOf, objectOf, objectsOf, textOf } from '../../normalize/field-values';
import type { SourceEvent } from '../../source-event';
import { isoTime } from '../shared/iso-time';
import { withCampaign } from '../shared/with-campaign';
import { commerceFields } from './commerce-fields';
import { CHECKOUT_STEPS, OUR_NAMES } from './ga4-names';
import { listedProducts } from './listed-products';
import { plainFormOf, type Fields, type PlainForm } from './plain-form';

const TIMES = ['timestamp_micros', 'event_timestamp', 'eventTimestamp'];

/** Gives an event of Google Analytics 4 our names, whatever form it has. */
export function toSourceEvent(event: Fields): SourceEvent {
  const form = plainFormOf(event);
  if (!form) return event;
  const { name, params, around } = form;
  const clientId = first(around, params, ['user_pseudo_id', 'client_id', 'app_instance_id', 'clientId']);
  const userId = first(around, params, ['user_id', 'userId']);
  return {
    eventId: around['eventId'] ?? around['event_id'] ?? params['event_id'],
    eventName: OUR_NAMES[name] ?? name,
    eventTimestamp: isoTime(first(around, params, TIMES)),
    sequence: around['sequence'],
    clientId,
    sessionId: sessionIdOf(idOf(clientId), form),
    isFirstVisit: isFirstVisit(form),
    userId,
    // Google's user id is that of a signed-in user.
    userLoginState: around['userLoginState'] ?? (userId === undefined ? undefined : 'logged_in'),
    identitySource: around['identitySource'],
    pageUrl: addressOf(first(around, params, ['page_location', 'pageUrl']), around),
    pageTitle: first(around, params, ['page_title', 'pageTitle']),
    referrer: first(around, params, ['page_referrer', 'referrer']),
    ...commerceFields(OUR_NAMES[name] ?? name, params),
    ...smallFields(name, params),
    properties: propertiesOf(params, listedProducts(event) !== undefined),
    exported: { device: objectOf(around['device'])?.['category'] },
    _ingest: stampOf(around),
  };
}

/**
 * The visitor's browser does not send rows of an export and requests of the Measurement Protocol,
 * so their user agent is not the visitor's. A server may send it as a field.
 */
function stampOf(around: Fields): unknown {
  const stamp = objectOf(around['_ingest']);
  const isOfServer = Array.isArray(around['event_params']) || objectOf(around['params']) !== null;
  return stamp && isOfServer ? { ...stamp, userAgent: around['user_agent'] } : around['_ingest'];
}

function first(around: Fields, params: Fields, names: readonly string[]): unknown {
  for (const fields of [around, params]) {
    for (const name of names) if (fields[name] !== undefined && fields[name] !== null) return fields[name];
  }
  return undefined;
}

/**
 * Google's session id is the second in which the session began: two visitors may have the same one.
 */
const SECONDS = /^\d{9,11}$/;

function sessionIdOf(clientId: string | null, { params, around }: PlainForm): unknown {
  const own = idOf(first(around, params, ['sessionId', 'session_id']));
  if (own !== null && !SECONDS.test(own)) return own;
  const id = own ?? idOf(first(around, params, ['ga_session_id']));
  return id !== null && clientId !== null && SECONDS.test(id) ? `${clientId}.${id}` : id;
}

function isFirstVisit({ name, params, around }: PlainForm): unknown {
  if (around['isFirstVisit'] !== undefined) return around['isFirstVisit'];
  if (name === 'first_visit') return true;
  const session = amountOf(first(around, params, ['ga_session_number']));
  return session === null ? undefined : session === 1;
}

/** The address with the campaign that the export names for an event. */
function addressOf(address: unknown, around: Fields): unknown {
  const source = objectOf(around['collected_traffic_source']);
  if (!source || typeof address !== 'string') return address;
  const partOf = (field: string) => {
    const value = textOf(source[field]);
    // Google writes (direct), (organic), (not set) where there is none.
    return value?.startsWith('(') ? null : value;
  };
  return withCampaign(address, {
    utm_source: partOf('manual_source'),
    utm_medium: partOf('manual_medium'),
    utm_campaign: partOf('manual_campaign_name'),
    utm_term: partOf('manual_term'),
    utm_content: partOf('manual_content'),
    gclid: partOf('gclid'),
  });
}

function smallFields(name: string, params: Fields): SourceEvent {
  switch (OUR_NAMES[name]) {
    case 'search':
      return { search: { term: params['search_term'] ?? '' } };
    case 'login_success':
      return { login: { method: params['method'] } };
    case 'share_click':
      return { channel: params['method'] };
    case 'wishlist_toggle':
      return { wishlisted: true };
    case 'checkout_step': {
      const option = params['shipping_tier'] ?? params['payment_type'];
      return { checkout: { ...CHECKOUT_STEPS[name], option } };
    }
    default:
      // Google's `click` is a link that leaves the site.
      return name === 'click'
        ? { element: { tag: 'a', id: params['link_id'], text: params['link_text'] } }
        : {};
  }
}

/** Parameters that are read elsewhere, or describe how Google collects. */
const READ_PARAMS =
  /^(event|eventName|event_name|event_id|eventId|eventTimestamp|event_timestamp|event_params|timestamp_micros|params|ecommerce|items?|client_id|clientId|app_instance_id|user_pseudo_id|session_id|sessionId|user_id|userId|ga_session_id|ga_session_number|page_location|page_referrer|page_title|pageUrl|pageTitle|referrer|transaction_id|cart_id|value|tax|shipping|currency|coupon|search_term|method|shipping_tier|payment_type|_ingest|sequence|schemaVersion|isFirstVisit|userLoginState|identitySource|isStaff|engagement_time_msec|session_engaged|engaged_session_event|batch_.*|gtm\..*)$/;

/** Fields of an item that become fields of a product. */
const READ_ITEM =
  /^(item_id|item_name|item_category|item_brand|item_list_name|price|discount|quantity|index|currency)$/;

function propertiesOf(params: Fields, isOfOneProduct: boolean): Fields | undefined {
  const own = Object.entries(params).filter(([key, value]) => !READ_PARAMS.test(key) && value !== undefined);
  const [item = {}] = isOfOneProduct ? objectsOf(params['items']) : [];
  const ofItem = Object.entries(item).filter(([key, value]) => !READ_ITEM.test(key) && value != null);
  if (ofItem.length > 0) own.push(['item', Object.fromEntries(ofItem)]);
  return own.length > 0 ? Object.fromEntries(own) : undefined;
}

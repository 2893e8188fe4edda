import type { EventName } from '../../event-names';
import { LIMITS } from '../../limits';
import { textOf } from '../../normalize/field-values';
import { minorAmount } from '../../normalize/money/minor-amount';
import type { SourceEvent } from '../../source-event';
import { ownName } from '../shared/own-name';
import type { Fields } from '../shared/snake-names';
import { ecommerceParts } from './ecommerce';
import { ACTION, selfDescribedEvent, type SelfDescribing } from './self-describing';

const LINK_CLICK = 'com.snowplowanalytics.snowplow/link_click';
const SITE_SEARCH = 'com.snowplowanalytics.snowplow/site_search';

/** The calls from before the e-commerce plugin. */
const CART_CALLS: ReadonlyMap<string, EventName> = new Map([
  ['com.snowplowanalytics.snowplow/add_to_cart', 'add_to_cart_click'],
  ['com.snowplowanalytics.snowplow/remove_from_cart', 'remove_from_cart_click'],
]);

/** The event of a self-describing event; a custom event when its schema is unknown. */
export function selfDescribedParts(event: Fields, entities: readonly SelfDescribing[]): SourceEvent {
  const described = selfDescribedEvent(event);
  if (!described) return {};
  const { name, data } = described;
  const cartCall = CART_CALLS.get(name);
  if (cartCall !== undefined) return { eventName: cartCall, ...productParts(data) };
  switch (name) {
    case ACTION:
      return ecommerceParts(data, entities);
    case LINK_CLICK:
      return clickParts(data);
    case SITE_SEARCH:
      return searchParts(data);
    default:
      return { eventName: ownName(name.slice(name.indexOf('/') + 1)), properties: data };
  }
}

function productParts({ sku, name, category, unitPrice, quantity, currency }: Fields): SourceEvent {
  return {
    product: { id: sku, name, category, price: minorAmount(unitPrice, currency), quantity },
    currency,
  };
}

function clickParts({ elementId, elementContent, targetUrl }: Fields): SourceEvent {
  return {
    eventName: 'click',
    element: { tag: 'a', id: elementId, text: textOf(elementContent, LIMITS.maxElementText) },
    properties: { targetUrl },
  };
}

function searchParts({ terms, totalResults }: Fields): SourceEvent {
  const term = Array.isArray(terms) ? terms.flatMap((word) => textOf(word) ?? []).join(' ') : terms;
  return { eventName: 'search', search: { term, results: totalResults } };
}

import { objectOf, textOf } from '../../normalize/field-values';
import { inMinorUnits } from '../../normalize/money/major-units';
import type { SenderAdapter } from '../adapter';
import { orderIn, PRODUCT_EVENT, productIn, toSourceEvent } from '../other/third-party-event';
import type { JsonObject, SourceEvent } from '../../source-event';

/**
 * Ids that its client makes where the browser has no `crypto.randomUUID`:
 * milliseconds and eight digits.
 */
const CLIENT_ID = /^\d{13}-[0-9a-f]{6,12}$/;

/**
 * The browser client that the workshop gives to shops, and the lakes that its ingester has written.
 */
export const workshop: SenderAdapter = {
  name: 'workshop',
  recognizes: (event) =>
    hasItsNames(event) ||
    isCategoryInProduct(event) ||
    isOrderInDataset(event) ||
    isProductInDataset(event) ||
    hasItsIds(event),
  toSourceEvent: (event) => {
    const source = toSourceEvent(event);
    if (isCategoryInProduct(event)) return { ...source, category: categoryOf(event) };
    if (isProductInDataset(event))
      return inMinorUnits({ ...source, product: productIn(datasetOf(event) ?? {}) });
    return isOrderInDataset(event) ? inMinorUnits({ ...source, order: orderOf(event, source) }) : source;
  },
};

/** Names that it alone has besides a camelCase `eventName`. */
function hasItsNames(event: JsonObject): boolean {
  if (typeof event['eventName'] !== 'string') return false;
  if (event['identity_source'] !== undefined || objectOf(event['product'])?.['brandName'] !== undefined)
    return true;
  return Object.keys(event).some((name) => /^context_?product/i.test(name));
}

function hasItsIds({ eventName, eventId, clientId, sessionId }: JsonObject): boolean {
  if (typeof eventName !== 'string') return false;
  return [eventId, clientId, sessionId].some((id) => typeof id === 'string' && CLIENT_ID.test(id));
}

const categoryOf = (event: JsonObject): unknown =>
  objectOf(event['product'])?.['category'] ?? objectOf(event['context_product'])?.['product_category'];

function isCategoryInProduct(event: JsonObject): boolean {
  const isMissing = event['category'] === undefined || event['category'] === null;
  return nameOf(event) === 'category_view' && isMissing && categoryOf(event) !== undefined;
}

const datasetOf = (event: JsonObject) => objectOf(objectOf(event['element'])?.['dataset']);

const nameOf = (event: JsonObject) => event['eventName'] ?? event['event_name'];

/** Its order is what the attributes of the button say that was clicked. */
function isOrderInDataset(event: JsonObject): boolean {
  if (nameOf(event) !== 'checkout_complete' || objectOf(event['order'])) return false;
  const dataset = datasetOf(event);
  return dataset !== null && orderIn(dataset) !== undefined;
}

/** So is the product of a button that puts it into the cart. */
function isProductInDataset(event: JsonObject): boolean {
  if (!PRODUCT_EVENT.test(textOf(nameOf(event)) ?? '') || objectOf(event['product'])) return false;
  if (Object.keys(event).some((name) => /product/i.test(name))) return false;
  return productIn(datasetOf(event) ?? {}) !== undefined;
}

/**
 * An order without a number is the order of this event: a shop that has
 * none yet sells nevertheless.
 */
function orderOf(event: JsonObject, { eventId, order }: SourceEvent): SourceEvent['order'] {
  const told = { ...objectOf(order), ...orderIn(datasetOf(event) ?? {}) };
  return { ...told, orderId: told['orderId'] ?? eventId };
}

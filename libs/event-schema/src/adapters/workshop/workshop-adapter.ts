import { objectOf, textOf } from '../../normalize/field-values';
import { inMinorUnits } from '../../normalize/money/major-units';
import type { SenderAdapter } from '../adapter';
import { orderIn, PRODUCT_EVENT, productIn, toSourceEvent } from '../other/third-party-event';
import type { JsonObject, SourceEvent } from '../../source-event';

/**
 * Ids that its client makes where the browser has no `crypto.randomUUID`: milliseconds and eight
 * digits.
 */
const CLIENT_ID = /^\d{13}-[0-9a-f]{6,12}$/;

/**
 * The browser client that the workshop gives to shops, and the data lakes that its ingester has
 * written.
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

/** Names that only this client has, in addition to a camelCase `eventName`. */
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

/** Its order is in the attributes of the clicked button. */
function isOrderInDataset(event: JsonObject): boolean {
  if (nameOf(event) !== 'checkout_complete' || objectOf(event['order'])) return false;
  const dataset = datasetOf(event);
  return dataset !== null && orderIn(dataset) !== undefined;
}

/** The product of a button that adds it to the cart is in its attributes, too. */
function isProductInDataset(event: JsonObject): boolean {
  if (!PRODUCT_EVENT.test(textOf(nameOf(event)) ?? '') || objectOf(event['product'])) return false;
  if (Object.keys(event).some((name) => /product/i.test(name))) return false;
  return productIn(datasetOf(event) ?? {}) !== undefined;
}

/**
 * An order without a number gets the id of this event: a shop without order numbers sells all the
 * same.
 */
function orderOf(event: JsonObject, { eventId, order }: SourceEvent): SourceEvent['order'] {
  const fields = { ...objectOf(order), ...orderIn(datasetOf(event) ?? {}) };
  return { ...fields, orderId: fields['orderId'] ?? eventId };
}

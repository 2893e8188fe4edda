import { objectOf, textOf } from '../../normalize/field-values';
import type { Fields } from '../shared/snake-names';

const ECOMMERCE = 'com.snowplowanalytics.snowplow.ecommerce';
export const ACTION = `${ECOMMERCE}/snowplow_ecommerce_action`;
export const PRODUCT = `${ECOMMERCE}/product`;
export const CART = `${ECOMMERCE}/cart`;
export const TRANSACTION = `${ECOMMERCE}/transaction`;
export const REFUND = `${ECOMMERCE}/refund`;
export const CHECKOUT_STEP = `${ECOMMERCE}/checkout_step`;
export const USER = `${ECOMMERCE}/user`;

/** A value with the name of its schema, without the version: `vendor/name`. */
export interface SelfDescribing {
  readonly name: string;
  readonly data: Fields;
  /** The original value, with its schema. */
  readonly entity: unknown;
}

/** Reads `{schema: "iglu:vendor/name/jsonschema/1-0-0", data}`; null for anything else. */
function selfDescribingOf(entity: unknown): SelfDescribing | null {
  const object = objectOf(entity);
  const [, name] = /^iglu:([^/]+\/[^/]+)\//.exec(textOf(object?.['schema']) ?? '') ?? [];
  const data = objectOf(object?.['data']);
  return name === undefined || !data ? null : { name, data, entity };
}

/** The content of a self-describing event, without its envelope. */
export function selfDescribedEvent(event: Fields): SelfDescribing | null {
  return selfDescribingOf(objectOf(event['ue_pr'])?.['data']);
}

/** The entities of an event, in their order. */
export function entitiesOf(event: Fields): SelfDescribing[] {
  const entities = objectOf(event['co'])?.['data'];
  return Array.isArray(entities) ? entities.flatMap((entity) => selfDescribingOf(entity) ?? []) : [];
}

/** True when an event puts products into a cart, or removes them. */
export function isCartAction(event: Fields): boolean {
  const action = selfDescribedEvent(event);
  const type = action?.name === ACTION ? action.data['type'] : undefined;
  return type === 'add_to_cart' || type === 'remove_from_cart';
}

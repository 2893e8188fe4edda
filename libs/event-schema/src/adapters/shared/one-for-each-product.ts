import { timeOfEventId } from '../../ids/event-id';
import { timeOf } from '../../normalize/time/event-time';
import { idOf, objectOf, objectsOf } from '../../normalize/field-values';
import { rowEventId } from './row-event-id';
import { tooLargeToShare } from './too-large-to-share';
import type { JsonObject } from '../../source-event';

/** The most products of one event that become separate events. */
export const MAX_PRODUCTS = 100;

/** Names of fields, each inside the one before. */
export type FieldPath = readonly [string, ...string[]];

/** An event that should be about one product, but lists several. */
export interface ListedProducts {
  /** The path of the list. */
  readonly list: FieldPath;
  /** The paths of the event's id; the first one present counts. */
  readonly ids: readonly FieldPath[];
  /** The time that the event names. */
  readonly time: unknown;
}

/**
 * One of our events has one product, so an event that lists several becomes one for each. Only the
 * first keeps the event's id; the ids of the others are derived from it, so that a retry adds
 * nothing. The fields that they share are in each of them, so both numbers are limited.
 */
export function oneForEachProduct(event: JsonObject, { list, ids, time }: ListedProducts): JsonObject[] {
  const products = objectsOf(valueAt(event, list));
  if (products.length < 2 || products.length > MAX_PRODUCTS) return [event];
  if (tooLargeToShare(withValue(event, list, []))) return [event];
  const idPath = ids.find((path) => idOf(valueAt(event, path)) !== null);
  return products.map((product, index) => {
    const one = withValue(event, list, [product]);
    if (index === 0 || idPath === undefined) return one;
    return withValue(one, idPath, idOfPart(idOf(valueAt(event, idPath)) ?? '', index, time));
  });
}

/**
 * The id of a part of an event. It includes the time where there is one, so that its row goes to
 * the partition of its month.
 */
function idOfPart(id: string, index: number, given: unknown): string {
  const time = timeOfEventId(id) ?? timeOf(given) ?? null;
  return time === null ? `${id}#${index + 1}` : rowEventId(time, [id, index + 1]);
}

function valueAt(event: JsonObject, [name, ...inner]: FieldPath): unknown {
  const value = Object.hasOwn(event, name) ? event[name] : undefined;
  const [next, ...rest] = inner;
  return next === undefined ? value : valueAt(objectOf(value) ?? {}, [next, ...rest]);
}

function withValue(event: JsonObject, [name, ...inner]: FieldPath, value: unknown): JsonObject {
  const [next, ...rest] = inner;
  if (next === undefined) return { ...event, [name]: value };
  return { ...event, [name]: withValue(objectOf(event[name]) ?? {}, [next, ...rest], value) };
}

import { timeOfEventId } from '../../ids/event-id';
import { timeOf } from '../../normalize/time/event-time';
import { idOf, objectOf, objectsOf } from '../../normalize/field-values';
import { rowEventId } from './row-event-id';
import { tooLargeToShare } from './too-large-to-share';
import type { JsonObject } from '../../source-event';

/** Products of one event that become events of their own. */
export const MOST_PRODUCTS = 100;

/** Names of fields, each within the one before. */
export type FieldPath = readonly [string, ...string[]];

/** An event that tells of one product at a time, where it lists several. */
export interface ListedProducts {
  /** The path of the list. */
  readonly list: FieldPath;
  /** The paths of the event's id; the first that is there counts. */
  readonly ids: readonly FieldPath[];
  /** The time that it names itself. */
  readonly time: unknown;
}

/**
 * An event of ours has one product, so one that lists several is an event for each: only the first
 * keeps the event's id, and the ids of the others are made of it, so that a retry adds nothing.
 * What they share is in each of them: there is a limit to both.
 */
export function oneForEachProduct(event: JsonObject, { list, ids, time }: ListedProducts): JsonObject[] {
  const products = objectsOf(valueAt(event, list));
  if (products.length < 2 || products.length > MOST_PRODUCTS) return [event];
  if (tooLargeToShare(withValue(event, list, []))) return [event];
  const idPath = ids.find((path) => idOf(valueAt(event, path)) !== null);
  return products.map((product, index) => {
    const one = withValue(event, list, [product]);
    if (index === 0 || idPath === undefined) return one;
    return withValue(one, idPath, idOfPart(idOf(valueAt(event, idPath)) ?? '', index, time));
  });
}

/**
 * The id of an event's part: with its time where there is one, so that its row lies in
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

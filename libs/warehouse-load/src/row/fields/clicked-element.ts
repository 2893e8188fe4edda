import { objectOf } from '@clickstream/event-schema/normalize';
import { withoutNulls } from '../../text/without-nulls';

/**
 * The clicked element, as column `element` stores it: without fields that are null and without an
 * empty `dataset`, which most elements have.
 *
 * @returns null when there is no element
 */
export function clickedElementOf(value: unknown): Readonly<Record<string, unknown>> | null {
  const element = objectOf(value);
  if (!element) return null;
  const { dataset, ...rest } = element;
  const hasData = objectOf(dataset) === null || Object.keys(dataset as object).length > 0;
  return withoutNulls(hasData ? element : rest);
}

import { detach } from '@clickstream/event-schema/normalize';

/** Characters that are kept of a fault's description. */
const MAX_DETAIL = 200;

/**
 * Description of a fault, as a new string: errors quote their subject, which must not stay in
 * memory.
 */
export function faultDetail(text: string): string {
  return detach(text.slice(0, MAX_DETAIL));
}

/** The message of an error. */
export function detailOfError(error: unknown): string {
  return faultDetail(error instanceof Error ? error.message || error.name : String(error));
}

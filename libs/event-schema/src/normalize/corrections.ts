import type { SourceEvent } from '../source-event';
import { faultsOf } from '../validate';

/** Faults of one event that are recorded. */
const MAX_CORRECTIONS = 20;

/**
 * The faults of an event by the contract, each as `field: fault` and once. Whatever reads
 * its fields puts that right or leaves it out. The places of a list are not told apart, so
 * that faults can be counted.
 */
export function correctionsOf(event: SourceEvent): readonly string[] {
  const faults = new Set<string>();
  for (const fault of faultsOf(event)) {
    if (faults.size === MAX_CORRECTIONS) break;
    faults.add(countable(fault));
  }
  return [...faults];
}

/** Names of the page's own: as many as it likes, and they may say anything. */
const OWN_NAMES = 'element.dataset';

/**
 * A fault as others of its kind are written: of one path, without the places of lists
 * and names of the page's own.
 */
function countable(fault: string): string {
  const end = fault.lastIndexOf(': ');
  const path = fault.slice(0, end).replaceAll(': ', '.');
  const field = path.startsWith(OWN_NAMES) ? OWN_NAMES : path.replaceAll(/\.\d+(?=\.|$)/g, '');
  return field + fault.slice(end);
}

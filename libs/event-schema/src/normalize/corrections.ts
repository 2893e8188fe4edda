import type { SourceEvent } from '../adapters/source-event';
import { faultsOf } from '../validate';

/** Faults of one event that are recorded. */
const MAX_CORRECTIONS = 20;

/**
 * What the contract finds wrong with an event, each as `field: fault` and once. Whatever reads its fields puts that right or
 * leaves it out. The places of a list are not told apart, so that faults can be counted.
 */
export function correctionsOf(event: SourceEvent): readonly string[] {
  const faults = new Set<string>();
  for (const fault of faultsOf(event)) {
    if (faults.size === MAX_CORRECTIONS) break;
    faults.add(fault.replaceAll(/: (?=\d+[.:])/g, '.').replaceAll(/\.\d+(?=[.:])/g, ''));
  }
  return [...faults];
}

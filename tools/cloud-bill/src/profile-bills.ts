import {
  profileForVolume,
  stageFrom,
  templatesOf,
  VOLUMES,
  type MillionEvents,
  type Profile,
} from '@clickstream/infra';
import { billOf, totalOf, type Bill } from './bill';

/** The budget may not be taken for granted when the storefront is left out, so its stack counts. */
const WITH_STOREFRONT = { storefrontRepository: 'https://github.com/owner/name' };

/** Monthly cost of a profile at a volume. Amounts are US dollars. */
export interface ProfileBill {
  readonly volume: MillionEvents;
  readonly bill: Bill;
  readonly total: number;
  readonly budget: number;
}

/**
 * The bills of a profile at every volume, from templates synthesised with the
 * warehouse that the volume needs.
 */
export function billsOf(profile: Profile): ProfileBill[] {
  return VOLUMES.map((volume) => {
    const stage = { ...stageFrom({}), profile: profileForVolume(profile, volume) };
    const bill = billOf(templatesOf(stage, WITH_STOREFRONT), profile, volume * 1e6);
    return { volume, bill, total: totalOf(bill), budget: profile.budget[volume] };
  });
}

/** @returns a line for each bill that is above its budget */
export function aboveBudget(profile: Profile, bills: readonly ProfileBill[]): string[] {
  return bills
    .filter(({ total, budget }) => total > budget)
    .map(
      ({ volume, total, budget }) =>
        `${profile.name} at ${volume} M events costs $${total.toFixed(2)}, which is above its budget of $${budget}.`,
    );
}

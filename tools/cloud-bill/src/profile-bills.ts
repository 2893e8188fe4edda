import {
  profileForVolume,
  stageFrom,
  templatesOf,
  VOLUMES,
  type MillionEvents,
  type Profile,
} from '@clickstream/infra';
import { billOf, cognitoForAll, totalOf, type Bill } from './bill';

/** A part of the platform that is switched on for a comparison. */
export interface Variant {
  readonly growth?: boolean;
  readonly managedWarehouse?: 'rds' | 'aurora';
  readonly mailDomain?: string;
  readonly mailFrom?: string;
}

/** The budget may not be taken for granted when the storefront is left out, so its stack counts. */
const WITH_STOREFRONT = { storefrontRepository: 'https://github.com/owner/name' };

/** Codes are sent by SES. */
const BY_CODE = { signIn: 'code', mailDomain: 'shop.example', mailFrom: 'accounts@shop.example' };

/**
 * The way to sign in at a volume, by docs/growth.md: with Cognito as long as it is free, which
 * is up to 10,000 of them.
 */
export const signInAt = (volume: MillionEvents): 'Cognito' | 'codes' => (volume < 3 ? 'Cognito' : 'codes');

/** Monthly cost of a profile at a volume. Amounts are US dollars. */
export interface ProfileBill {
  readonly volume: MillionEvents;
  readonly bill: Bill;
  /** Way in which its customers sign in. */
  readonly signIn: 'Cognito' | 'codes';
  /** US dollars of Cognito if all of them sign in with it. */
  readonly cognitoForAll: number;
  readonly budget: Readonly<Record<keyof Bill | 'total', number>>;
}

/** The parts of a bill. */
export const PARTS = ['analytics', 'shop'] as const satisfies readonly (keyof Bill)[];

/**
 * The bills of a profile at every volume, from templates synthesised with the
 * warehouse that the volume needs.
 */
export function billsOf(profile: Profile, variant: Variant = {}): ProfileBill[] {
  return VOLUMES.map((volume) => {
    const sized = profileForVolume(profile, volume);
    const signIn = signInAt(volume);
    const templates = templatesOf(
      { ...stageFrom({}), profile: sized },
      { ...WITH_STOREFRONT, ...variant, ...(signIn === 'codes' ? BY_CODE : {}) },
    );
    const events = volume * 1e6;
    const { analytics, shop, total } = profile.budget;
    return {
      volume,
      bill: billOf(templates, sized, events),
      signIn,
      cognitoForAll: cognitoForAll(templates, events),
      budget: { analytics: analytics[volume], shop: shop[volume], total: total[volume] },
    };
  });
}

/** Dollars of a part of a bill, or of all of it. */
const dollarsOf = (bill: Bill, part: keyof Bill | 'total') =>
  totalOf(bill, part === 'total' ? undefined : part);

/** @returns a line for each part of a bill, and for all of it, that is above its budget */
export function aboveBudget(profile: Profile, bills: readonly ProfileBill[]): string[] {
  return bills.flatMap(({ volume, bill, budget }) =>
    ([...PARTS, 'total'] as const)
      .filter((part) => dollarsOf(bill, part) > budget[part])
      .map(
        (part) =>
          `${profile.name} at ${volume} M events: ${part} costs $${dollarsOf(bill, part).toFixed(2)}, ` +
          `which is above its budget of $${budget[part]}.`,
      ),
  );
}

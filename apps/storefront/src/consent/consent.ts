import type { Consent } from '@clickstream/tracker';

const CONSENTS: readonly Consent[] = ['granted', 'cookieless', 'denied'];

/** Reads a consent that came as text; null if it is none. */
export function consentFrom(text: unknown): Consent | null {
  return CONSENTS.find((consent) => consent === text) ?? null;
}

export interface ConsentFacts {
  /** What the shopper has chosen in this browser, if anything. */
  readonly choice: Consent | null;
  /** What holds for shoppers who have not chosen. */
  readonly byDefault: Consent;
  /** Whether the browser asks not to be followed (`Sec-GPC` or `DNT`). */
  readonly asksForPrivacy: boolean;
}

/** What the shop may do. A browser's wish for privacy is stronger than a yes, and a no is stronger than both. */
export function consentOf({ choice, byDefault, asksForPrivacy }: ConsentFacts): Consent {
  const wanted = choice ?? byDefault;
  return asksForPrivacy && wanted === 'granted' ? 'cookieless' : wanted;
}

import type { Consent } from '@clickstream/tracker';

const CONSENTS: readonly Consent[] = ['granted', 'cookieless', 'denied'];

/** Reads a consent from text; null for other text. */
export function consentFrom(text: unknown): Consent | null {
  return CONSENTS.find((consent) => consent === text) ?? null;
}

export interface ConsentFacts {
  /** Choice of the shopper in this browser, if any. */
  readonly choice: Consent | null;
  /** Consent of shoppers who have not chosen. */
  readonly byDefault: Consent;
  /** True when the browser asks not to be tracked (`Sec-GPC` or `DNT`). */
  readonly asksForPrivacy: boolean;
}

/** Effective consent. A browser's privacy signal overrides a yes, and a no overrides both. */
export function consentOf({ choice, byDefault, asksForPrivacy }: ConsentFacts): Consent {
  const wanted = choice ?? byDefault;
  return asksForPrivacy && wanted === 'granted' ? 'cookieless' : wanted;
}

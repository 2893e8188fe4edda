/**
 * The shopper's consent: everything; counting without identification, where nothing is stored on
 * the device and no id is sent; or nothing at all.
 */
export type Consent = 'granted' | 'cookieless' | 'denied';

/**
 * True when the browser asks, for its user, not to be tracked: Global Privacy Control, or Do Not
 * Track.
 */
export function asksForPrivacy(): boolean {
  const { globalPrivacyControl, doNotTrack } = navigator as Navigator & { globalPrivacyControl?: unknown };
  return Boolean(globalPrivacyControl) || doNotTrack === '1';
}

/** An address without its query and fragment, which is where advertisers and mailings put ids. */
export const withoutQuery = (url: string): string => url.replace(/[?#].*/s, '');

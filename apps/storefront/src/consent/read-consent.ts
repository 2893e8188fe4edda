import { cookies, headers } from 'next/headers';
import { readConfig } from '../config';
import { COOKIES } from '../cookies/shop-cookies';
import { consentFrom, type ConsentFacts } from './consent';

/** The shopper's consent at the time of a request. */
export async function readConsent(): Promise<ConsentFacts> {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  return {
    choice: consentFrom(jar.get(COOKIES.consent)?.value),
    byDefault: readConfig().consentByDefault,
    asksForPrivacy: sent.get('sec-gpc') === '1' || sent.get('dnt') === '1',
  };
}

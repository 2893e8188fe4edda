'use server';

import { COOKIES, LIFETIME, keepCookie } from '../cookies/shop-cookies';
import { formOf } from '../forms/form-text';
import { consentFrom } from './consent';

/** Stores the shopper's choice, in a cookie that holds nothing else. */
export async function chooseConsent(sent: FormData): Promise<void> {
  const choice = consentFrom(formOf(sent).get('consent'));
  if (choice) await keepCookie(COOKIES.consent, choice, LIFETIME.consent);
}

'use server';

import { cookies } from 'next/headers';
import { COOKIES, LIFETIME, cookieOptions } from '../cookies/shop-cookies';
import { formOf } from '../forms/form-text';
import { consentFrom } from './consent';

/** Stores the shopper's choice, in a cookie that holds nothing else. */
export async function chooseConsent(sent: FormData): Promise<void> {
  const choice = consentFrom(formOf(sent).get('consent'));
  if (choice) (await cookies()).set(COOKIES.consent, choice, await cookieOptions(LIFETIME.consent));
}

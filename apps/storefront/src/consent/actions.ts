'use server';

import { cookies } from 'next/headers';
import { COOKIES, LIFETIME, cookieOptions } from '../cookies/shop-cookies';
import { consentFrom } from './consent';

/** Keeps what the shopper has chosen, in a cookie that holds nothing else. */
export async function chooseConsent(form: FormData): Promise<void> {
  const choice = consentFrom(form.get('consent'));
  if (choice) (await cookies()).set(COOKIES.consent, choice, await cookieOptions(LIFETIME.consent));
}

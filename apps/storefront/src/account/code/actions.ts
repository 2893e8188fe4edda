'use server';

import { newEventId } from '@clickstream/event-schema';
import { cookies } from 'next/headers';
import { attachCart } from '../../cart/cart-cookie';
import { readConfig } from '../../config';
import { COOKIES, LIFETIME, keepCookie } from '../../cookies/shop-cookies';
import { addressWith } from '../../formatting/query';
import { formOf, text } from '../../forms/form-text';
import { verifyShopToken } from '../../identity/shop-token';
import { forgetAttempts, takeAttempt } from '../../limits/attempts';
import { isShopError, shop, type SignedIn } from '../../shop';
import type { FormState } from '../credentials';
import { localPath } from '../local-path';
import { attemptOn } from '../send-code';
import { keepTokens } from '../session-cookies';
import { checkCode, checkEmail } from './code-form';
import { mailCode, requestOf } from './mail-code';
import { continueTo, sentWords } from '../../language/sent-language';

/** Mails a code and continues to the page that takes it. */
export async function requestCode(_before: FormState, sent: FormData): Promise<FormState> {
  const form = formOf(sent);
  const { faults } = (await sentWords()).account;
  const refused = checkEmail(form, faults);
  if (refused) return refused;
  const email = text(form, 'email').toLowerCase();
  const problem = await mailCode(email);
  if (problem) return { problem, typed: { email } };
  await keepCookie(COOKIES.unconfirmed, email, LIFETIME.unconfirmed);
  return continueTo(addressWith('/sign-in/code', { next: localPath(form.get('next')) }));
}

/** Mails another code to the same address; the page stays. */
export async function resendCode(): Promise<{ problem?: string; isSent?: boolean }> {
  const email = (await cookies()).get(COOKIES.unconfirmed)?.value;
  if (!email) return continueTo('/sign-in');
  const problem = await mailCode(email);
  return problem ? { problem } : { isSent: true };
}

/** Signs in by the code, attaches the shopper's cart and returns to where they came from. */
export async function signInByCode(_before: FormState, sent: FormData): Promise<FormState> {
  const form = formOf(sent);
  const email = (await cookies()).get(COOKIES.unconfirmed)?.value;
  if (readConfig().signIn.kind !== 'code' || !email) return continueTo('/sign-in');
  const { faults } = (await sentWords()).account;
  const refused = checkCode(form, faults);
  if (refused) return refused;

  const attempt = await attemptOn(email);
  if (!(await takeAttempt(attempt))) return { problem: faults.tooMany };
  try {
    const code = text(form, 'code').replace(/\s/g, '');
    await welcome(await (await shop()).signInByCode({ email, code }));
  } catch (error) {
    if (!isShopError(error)) throw error;
    return { problem: error.message };
  }
  await forgetAttempts(attempt);
  await forgetAttempts(await requestOf(email));
  return continueTo(localPath(form.get('next')));
}

async function welcome(tokens: SignedIn): Promise<void> {
  const shopper = await verifyShopToken(tokens.idToken);
  if (!shopper) throw new Error('The shop returned an id token whose signature is not valid.');
  if (tokens.isNew) await keepCookie(COOKIES.signedUp, newEventId(), LIFETIME.signedIn);
  await keepTokens(tokens, shopper, LIFETIME.codeSession);
  const { userId: customerId, email, emailIsConfirmed, name } = shopper;
  await attachCart(await shop(), { customerId, email, emailIsConfirmed, name });
}

'use server';

import { newEventId } from '@clickstream/event-schema';
import { redirect } from 'next/navigation';
import { attachCart, detachCart } from '../cart/cart-cookie';
import { readConfig } from '../config';
import { COOKIES, LIFETIME, keepCookie } from '../cookies/shop-cookies';
import { addressWith } from '../formatting/query';
import { formOf, text } from '../forms/form-text';
import { forgetAttempts, takeAttempt } from '../limits/attempts';
import { TOO_MANY_ATTEMPTS } from '../limits/sentences';
import { shop } from '../shop';
import { accountProblem, confirmationProblem, signInProblem } from './account-form';
import { endCodeSession, isOfShop } from './code/shop-session';
import { CognitoError, cognito } from './cognito';
import { checkCredentials, checkSignUp, isEmail, type FormState } from './credentials';
import { isAtDesk, verifyIdToken } from '../identity/id-token';
import { localPath } from './local-path';
import { codeIn, wantsNewCode } from './reset-form';
import { attemptOn, sendCodeAgain, visitorsWords, waitingAddress } from './send-code';
import { dropTokens, keepTokens } from './session-cookies';

const FOR_STAFF = 'Only people of the shop sign in with a password. Customers sign in with a code.';

/** Creates an account and continues to its confirmation. */
export async function signUp(_before: FormState, sent: FormData): Promise<FormState> {
  if (readConfig().signIn.kind === 'code') redirect('/sign-in');
  const form = formOf(sent);
  const refused = checkSignUp(form);
  if (refused) return refused;
  const { email, password } = checkCredentials(form);
  const name = text(form, 'name');
  const typed = { email, name };
  if (!(await takeAttempt(await attemptOn(email)))) return { problem: TOO_MANY_ATTEMPTS, typed };
  try {
    await cognito(readConfig().cognito).signUp({ email, password, name });
  } catch (error) {
    return { problem: accountProblem(error), typed };
  }
  return awaitConfirmation(email, form);
}

/** Accepts the code from the email and continues to the sign-in; or sends a new code. */
export async function confirmSignUp(_before: FormState, sent: FormData): Promise<FormState> {
  const form = formOf(sent);
  const email = await waitingAddress(COOKIES.unconfirmed, text(form, 'email'));
  const pool = cognito(readConfig().cognito);
  if (wantsNewCode(form) && isEmail(email)) return sendCodeAgain(email, pool.resendCode);
  const { faults } = await visitorsWords();
  const typed = { email };
  const code = codeIn(form);
  const fields = {
    ...(!isEmail(email) && { email: faults.email }),
    ...(code === null && { code: faults.code }),
  };
  if (code === null || fields.email) return { fields, typed };

  const attempt = await attemptOn(email);
  if (!(await takeAttempt(attempt))) return { problem: faults.tooMany, typed };
  try {
    await pool.confirmSignUp(email, code);
    await forgetAttempts(attempt);
  } catch (error) {
    return { problem: confirmationProblem(error, faults), typed };
  }
  // The id of its event: a reload of that page tells the same one.
  const confirmed = newEventId();
  redirect(addressWith('/sign-in', { confirmed, next: localPath(form.get('next')) }));
}

/** Signs in, attaches the shopper's cart and returns to where they came from. */
export async function signIn(_before: FormState, sent: FormData): Promise<FormState> {
  const form = formOf(sent);
  const { email, password, fields } = checkCredentials(form);
  const typed = { email };
  if (Object.keys(fields).length > 0) return { fields, typed };

  const { cognito: config, signIn: way } = readConfig();
  const attempt = await attemptOn(email);
  if (!(await takeAttempt(attempt))) return { problem: TOO_MANY_ATTEMPTS, typed };
  try {
    const tokens = await cognito(config).signIn(email, password);
    const shopper = await verifyIdToken(tokens.idToken, config);
    if (!shopper) throw new Error('The user pool returned an id token whose signature is not valid.');
    if (way.kind === 'code' && !isAtDesk(shopper)) return { problem: FOR_STAFF, typed };
    await keepTokens(tokens, shopper);
    await forgetAttempts(attempt);
    const { userId: customerId, emailIsConfirmed, name } = shopper;
    await attachCart(await shop(), { customerId, email: shopper.email, emailIsConfirmed, name });
  } catch (error) {
    if (!(error instanceof CognitoError)) throw error;
    if (error.code === 'UserNotConfirmedException') return awaitConfirmation(email, form);
    return { problem: signInProblem(error), typed };
  }
  redirect(localPath(form.get('next')));
}

/** Signs out here, and revokes the refresh token everywhere. The cart stays with the account. */
export async function signOut(): Promise<void> {
  const refreshToken = await dropTokens();
  await detachCart();
  if (refreshToken && isOfShop(refreshToken)) await endCodeSession(refreshToken);
  else if (refreshToken) {
    // The browser no longer has the token: an unreachable pool must not keep somebody signed in.
    await cognito(readConfig().cognito)
      .revoke(refreshToken)
      .catch(() => undefined);
  }
  redirect('/');
}

async function awaitConfirmation(email: string, form: FormData): Promise<never> {
  await keepCookie(COOKIES.unconfirmed, email, LIFETIME.unconfirmed);
  redirect(`/confirm?next=${encodeURIComponent(localPath(form.get('next')))}`);
}

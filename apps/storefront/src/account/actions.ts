'use server';

import { newEventId } from '@clickstream/event-schema';
import { attachCart, detachCart } from '../cart/cart-cookie';
import { readConfig } from '../config';
import { COOKIES, LIFETIME, keepCookie } from '../cookies/shop-cookies';
import { addressWith } from '../formatting/query';
import { formOf, text } from '../forms/form-text';
import { forgetAttempts, takeAttempt } from '../limits/attempts';
import { shop } from '../shop';
import { accountProblem, confirmationProblem, signInProblem } from './account-form';
import { endCodeSession, isOfShop } from './code/shop-session';
import { CognitoError, cognito } from './cognito';
import { checkCredentials, checkSignUp, isEmail, type FormState } from './credentials';
import { isAtDesk, verifyIdToken } from '../identity/id-token';
import { localPath } from './local-path';
import { codeIn, wantsNewCode } from './reset-form';
import { attemptOn, sendCodeAgain, waitingAddress } from './send-code';
import { dropTokens, keepTokens } from './session-cookies';
import { continueTo, sentWords } from '../language/sent-language';

/** Creates an account and continues to its confirmation. */
export async function signUp(_before: FormState, sent: FormData): Promise<FormState> {
  if (readConfig().signIn.kind === 'code') return continueTo('/sign-in');
  const form = formOf(sent);
  const { faults } = (await sentWords()).account;
  const refused = checkSignUp(form, faults);
  if (refused) return refused;
  const { email, password } = checkCredentials(form, faults);
  const name = text(form, 'name');
  const typed = { email, name };
  if (!(await takeAttempt(await attemptOn(email)))) return { problem: faults.tooMany, typed };
  try {
    await cognito(readConfig().cognito).signUp({ email, password, name });
  } catch (error) {
    return { problem: accountProblem(error, faults), typed };
  }
  return awaitConfirmation(email, form);
}

/** Accepts the code from the email and continues to the sign-in; or sends a new code. */
export async function confirmSignUp(_before: FormState, sent: FormData): Promise<FormState> {
  const form = formOf(sent);
  const email = await waitingAddress(COOKIES.unconfirmed, text(form, 'email'));
  const pool = cognito(readConfig().cognito);
  if (wantsNewCode(form) && isEmail(email)) return sendCodeAgain(email, pool.resendCode);
  const words = await sentWords();
  const { faults } = words.codes;
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
    return { problem: confirmationProblem(error, words), typed };
  }
  // The id of its event: a reload of that page tells the same one.
  const confirmed = newEventId();
  return continueTo(addressWith('/sign-in', { confirmed, next: localPath(form.get('next')) }));
}

/** Signs in, attaches the shopper's cart and returns to where they came from. */
export async function signIn(_before: FormState, sent: FormData): Promise<FormState> {
  const form = formOf(sent);
  const { faults } = (await sentWords()).account;
  const { email, password, fields } = checkCredentials(form, faults);
  const typed = { email };
  if (Object.keys(fields).length > 0) return { fields, typed };

  const { cognito: config, signIn: way } = readConfig();
  const attempt = await attemptOn(email);
  if (!(await takeAttempt(attempt))) return { problem: faults.tooMany, typed };
  try {
    const tokens = await cognito(config).signIn(email, password);
    const shopper = await verifyIdToken(tokens.idToken, config);
    if (!shopper) throw new Error('The user pool returned an id token whose signature is not valid.');
    if (way.kind === 'code' && !isAtDesk(shopper)) return { problem: faults.forStaff, typed };
    await keepTokens(tokens, shopper);
    await forgetAttempts(attempt);
    const { userId: customerId, emailIsConfirmed, name } = shopper;
    await attachCart(await shop(), { customerId, email: shopper.email, emailIsConfirmed, name });
  } catch (error) {
    if (!(error instanceof CognitoError)) throw error;
    if (error.code === 'UserNotConfirmedException') return awaitConfirmation(email, form);
    return { problem: signInProblem(error, faults), typed };
  }
  return continueTo(localPath(form.get('next')));
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
  return continueTo('/');
}

async function awaitConfirmation(email: string, form: FormData): Promise<never> {
  await keepCookie(COOKIES.unconfirmed, email, LIFETIME.unconfirmed);
  return continueTo(`/confirm?next=${encodeURIComponent(localPath(form.get('next')))}`);
}

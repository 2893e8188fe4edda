'use server';

import { readConfig } from '../config';
import { COOKIES, LIFETIME, keepCookie } from '../cookies/shop-cookies';
import { addressWith } from '../formatting/query';
import { formOf, text } from '../forms/form-text';
import { forgetAttempts, takeAttempt } from '../limits/attempts';
import { CognitoError, cognito } from './cognito';
import { isEmail, type FormState } from './credentials';
import { localPath } from './local-path';
import { checkReset, wantsNewCode } from './reset-form';
import { attemptOn, sendCode, sendCodeAgain, waitingAddress } from './send-code';
import { continueTo, sentWords } from '../language/sent-language';

/** Answers of the user pool to a code: told in one way, so that none names who has an account. */
const CODE_FAULTS = [
  'CodeMismatchException',
  'ExpiredCodeException',
  'UserNotFoundException',
  'UserNotConfirmedException',
  'NotAuthorizedException',
  'InvalidParameterException',
  'LimitExceededException',
  'TooManyFailedAttemptsException',
];

/** Mails a code to somebody who has forgotten their password, and continues to the new one. */
export async function askForReset(_before: FormState, sent: FormData): Promise<FormState> {
  const form = formOf(sent);
  const { codes: words } = await sentWords();
  const email = text(form, 'email').toLowerCase();
  const typed = { email };
  if (!isEmail(email)) return { fields: { email: words.faults.email }, typed };
  const problem = await sendCode(email, cognito(readConfig().cognito).forgotPassword, words);
  if (problem) return { problem, typed };
  await keepCookie(COOKIES.reset, email, LIFETIME.reset);
  return continueTo(addressWith('/reset-password', { next: localPath(form.get('next')) }));
}

/** Sets a new password by the code from the email, and ends every session of the account. */
export async function resetPassword(_before: FormState, sent: FormData): Promise<FormState> {
  const form = formOf(sent);
  const email = await waitingAddress(COOKIES.reset, text(form, 'email'));
  const pool = cognito(readConfig().cognito);
  if (wantsNewCode(form) && isEmail(email)) return sendCodeAgain(email, pool.forgotPassword);
  const { codes: words } = await sentWords();
  const typed = { email };
  const { code, password, fields } = checkReset(form, email, words.faults);
  if (Object.keys(fields).length > 0) return { fields, typed };

  const attempt = await attemptOn(email);
  if (!(await takeAttempt(attempt))) return { problem: words.faults.tooMany, typed };
  try {
    await pool.resetPassword(email, code, password);
  } catch (error) {
    const reason = error instanceof CognitoError ? error.code : '';
    if (reason === 'InvalidPasswordException') return { fields: { password: words.faults.password }, typed };
    return {
      problem: CODE_FAULTS.includes(reason) ? words.faults.wrongCode : words.faults.unavailable,
      typed,
    };
  }
  await forgetAttempts(attempt);
  await signOutEverywhere(email, password);
  await keepCookie(COOKIES.reset, email, LIFETIME.reset);
  // Where customers sign in by mailed codes, only people of the shop have a password.
  const signIn = readConfig().signIn.kind === 'code' ? '/sign-in/staff' : '/sign-in';
  return continueTo(addressWith(signIn, { reset: 'done', next: localPath(form.get('next')) }));
}

/** Whoever knew the old password may still be signed in. */
async function signOutEverywhere(email: string, password: string): Promise<void> {
  const pool = cognito(readConfig().cognito);
  try {
    await pool.signOutEverywhere((await pool.signIn(email, password)).accessToken);
  } catch {
    // The password is changed. An account with a second factor keeps its other sessions.
  }
}

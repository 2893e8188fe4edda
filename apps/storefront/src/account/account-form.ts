import { text } from '../forms/form-text';
import { CognitoError } from './cognito';

/** State of an account form after a refused submission. */
export interface FormState {
  /** One sentence for the whole form. */
  readonly problem?: string;
  /** A sentence for single fields, by name. */
  readonly fields?: Record<string, string>;
  /** Values to keep in the form. Never a password. */
  readonly typed?: Record<string, string>;
}

const SENTENCES: Record<string, string> = {
  UsernameExistsException: 'An account with this email address already exists. Sign in instead.',
  CodeMismatchException: 'This code is not correct. Check it and try again.',
  ExpiredCodeException: 'This code has expired. Sign up again to get a new one.',
  LimitExceededException: 'Too many attempts. Please wait a few minutes and try again.',
  TooManyRequestsException: 'Too many attempts. Please wait a few minutes and try again.',
  InvalidParameterException: 'Some of the details are not valid. Check them and try again.',
};

const WRONG_CREDENTIALS = [
  'NotAuthorizedException',
  'UserNotFoundException',
  // The emulator's name for a wrong password.
  'InvalidPasswordException',
];

/** One sentence about a failed sign-in. It does not reveal if the account exists. */
export function signInProblem(error: unknown): string {
  if (error instanceof CognitoError && WRONG_CREDENTIALS.includes(error.code)) {
    return 'Email address or password is incorrect.';
  }
  return accountProblem(error);
}

/** One sentence for a shopper whose sign-up or confirmation failed. */
export function accountProblem(error: unknown): string {
  if (error instanceof CognitoError) {
    if (error.code === 'InvalidPasswordException') {
      return 'Choose a stronger password: at least 8 characters, with upper and lower case letters, a digit and a symbol.';
    }
    const sentence = SENTENCES[error.code];
    if (sentence) return sentence;
  }
  return 'The account service is unavailable. Please try again in a minute.';
}

/** Checks an email address and a password as typed, before anything is sent. */
export function checkCredentials(form: FormData): {
  email: string;
  password: string;
  fields: Record<string, string>;
} {
  const email = text(form, 'email').toLowerCase();
  const typed = form.get('password');
  const password = typeof typed === 'string' ? typed : '';
  const fields: Record<string, string> = {};
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(email)) {
    fields.email = 'Enter an email address, for example lan@example.com.';
  }
  if (password === '') fields.password = 'Enter your password.';
  return { email, password, fields };
}

import { STRONGER_PASSWORD } from './credentials';
import { CognitoError } from './cognito';
import type { CodeWords } from './words';

const SENTENCES: Record<string, string> = {
  UsernameExistsException: 'An account with this email address already exists. Sign in instead.',
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

/** Answers to a code: the emulator knows no account that has none, or is confirmed. */
const WRONG_CODE = ['CodeMismatchException', 'ExpiredCodeException', 'NotAuthorizedException'];

/** One sentence for a shopper whose code was refused. */
export function confirmationProblem(error: unknown, faults: CodeWords['faults']): string {
  if (!(error instanceof CognitoError)) return faults.unavailable;
  return WRONG_CODE.includes(error.code) ? faults.wrongCode : accountProblem(error);
}

/** One sentence for a shopper whose sign-up failed. */
export function accountProblem(error: unknown): string {
  if (error instanceof CognitoError) {
    if (error.code === 'InvalidPasswordException') {
      return STRONGER_PASSWORD;
    }
    const sentence = SENTENCES[error.code];
    if (sentence) return sentence;
  }
  return 'The account service is unavailable. Please try again in a minute.';
}

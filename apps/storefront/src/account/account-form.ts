import { STRONGER_PASSWORD } from './credentials';
import { CognitoError } from './cognito';

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
      return STRONGER_PASSWORD;
    }
    const sentence = SENTENCES[error.code];
    if (sentence) return sentence;
  }
  return 'The account service is unavailable. Please try again in a minute.';
}

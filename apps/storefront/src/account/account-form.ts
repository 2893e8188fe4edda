import { CognitoError } from './cognito';
import type { Words } from '../words';

type Faults = Words['account']['faults'];

const SENTENCES: Readonly<Record<string, keyof Faults>> = {
  InvalidPasswordException: 'strongerPassword',
  UsernameExistsException: 'exists',
  LimitExceededException: 'tooManyMinutes',
  TooManyRequestsException: 'tooManyMinutes',
  InvalidParameterException: 'details',
};

const WRONG_CREDENTIALS = [
  'NotAuthorizedException',
  'UserNotFoundException',
  // The emulator's name for a wrong password.
  'InvalidPasswordException',
];

/** One sentence about a failed sign-in. It does not reveal if the account exists. */
export function signInProblem(error: unknown, faults: Faults): string {
  if (error instanceof CognitoError && WRONG_CREDENTIALS.includes(error.code)) {
    return faults.wrong;
  }
  return accountProblem(error, faults);
}

/** Answers to a code: the emulator knows no account that has none, or is confirmed. */
const WRONG_CODE = ['CodeMismatchException', 'ExpiredCodeException', 'NotAuthorizedException'];

/** One sentence for a shopper whose code was refused. */
export function confirmationProblem(error: unknown, { codes, account }: Words): string {
  if (!(error instanceof CognitoError)) return codes.faults.unavailable;
  return WRONG_CODE.includes(error.code) ? codes.faults.wrongCode : accountProblem(error, account.faults);
}

/** One sentence for a shopper whose sign-up failed. */
export function accountProblem(error: unknown, faults: Faults): string {
  const sentence = error instanceof CognitoError ? SENTENCES[error.code] : undefined;
  return faults[sentence ?? 'unavailable'];
}

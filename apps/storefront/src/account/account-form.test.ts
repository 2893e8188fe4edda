import { accountProblem, signInProblem } from './account-form';
import { wordsIn } from '../words';
import { CognitoError } from './cognito';

const { faults } = wordsIn('en').account;

describe('signInProblem', () => {
  it.each(['NotAuthorizedException', 'UserNotFoundException', 'InvalidPasswordException'])(
    'does not reveal which of the two was wrong (%s)',
    (code) => {
      expect(signInProblem(new CognitoError(code, ''), faults)).toBe(
        'Email address or password is incorrect.',
      );
    },
  );
});

describe('accountProblem', () => {
  it('asks for a better password at sign-up', () => {
    expect(accountProblem(new CognitoError('InvalidPasswordException', ''), faults)).toContain(
      'at least 8 characters',
    );
  });

  it('shows no technical text, whatever went wrong', () => {
    for (const error of [
      new CognitoError('InternalErrorException', 'stack'),
      new TypeError('fetch failed'),
    ]) {
      expect(accountProblem(error, faults)).toBe(
        'The account service is unavailable. Please try again in a minute.',
      );
    }
  });
});

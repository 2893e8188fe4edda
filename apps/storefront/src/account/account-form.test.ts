import { accountProblem, checkCredentials, signInProblem } from './account-form';
import { CognitoError } from './cognito';

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

describe('checkCredentials', () => {
  it('accepts an address in lower case and a password exactly as typed', () => {
    expect(checkCredentials(form({ email: ' Lan@Example.com ', password: ' Pass word ' }))).toEqual({
      email: 'lan@example.com',
      password: ' Pass word ',
      fields: {},
    });
  });

  it('names the faulty field', () => {
    const { fields } = checkCredentials(form({ email: 'lan@example' }));
    expect(Object.keys(fields)).toEqual(['email', 'password']);
  });
});

describe('signInProblem', () => {
  it.each(['NotAuthorizedException', 'UserNotFoundException', 'InvalidPasswordException'])(
    'does not reveal which of the two was wrong (%s)',
    (code) => {
      expect(signInProblem(new CognitoError(code, ''))).toBe('Email address or password is incorrect.');
    },
  );
});

describe('accountProblem', () => {
  it('asks for a better password at sign-up', () => {
    expect(accountProblem(new CognitoError('InvalidPasswordException', ''))).toContain(
      'at least 8 characters',
    );
  });

  it('shows no technical text, whatever went wrong', () => {
    for (const error of [
      new CognitoError('InternalErrorException', 'stack'),
      new TypeError('fetch failed'),
    ]) {
      expect(accountProblem(error)).toBe('The account service is unavailable. Please try again in a minute.');
    }
  });
});

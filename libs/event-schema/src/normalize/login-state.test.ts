import { loginStateOf } from './login-state';

describe('loginStateOf', () => {
  it.each([
    ['logged_in', 'logged_in'],
    ['loggedIn', 'logged_in'],
    ['LOGGED-IN', 'logged_in'],
    ['authenticated', 'logged_in'],
    [true, 'logged_in'],
    ['guest', 'guest'],
    ['Anonymous', 'anonymous'],
    ['logged_out', 'anonymous'],
    [false, 'anonymous'],
    ['constructor', null],
    ['else', null],
    [{ toString: 1 }, null],
    [null, null],
    [undefined, null],
  ])('%p is %p', (value, state) => {
    expect(loginStateOf(value)).toBe(state);
  });
});

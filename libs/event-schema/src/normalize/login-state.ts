import type { UserLoginState } from '../schemas/envelope';
import { textOf } from './field-values';

const STATES: ReadonlyMap<string, UserLoginState> = new Map(
  Object.entries({
    loggedin: 'logged_in',
    signedin: 'logged_in',
    authenticated: 'logged_in',
    member: 'logged_in',
    true: 'logged_in',
    guest: 'guest',
    anonymous: 'anonymous',
    loggedout: 'anonymous',
    signedout: 'anonymous',
    unauthenticated: 'anonymous',
    yes: 'logged_in',
    false: 'anonymous',
    no: 'anonymous',
  } as const),
);

/** The login state of a value in any spelling; null for anything else. */
export function loginStateOf(value: unknown): UserLoginState | null {
  if (value === 'anonymous' || value === 'logged_in' || value === 'guest') return value;
  const plain = textOf(value)
    ?.toLowerCase()
    .replaceAll(/[^a-z]/g, '');
  return (plain && STATES.get(plain)) || null;
}

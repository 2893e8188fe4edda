import { Type } from '@sinclair/typebox';
import { Maybe, Text } from '../schemas/building-blocks';
import { defineEvent } from './define-event';

export const signUp = defineEvent('sign_up', 'An account was created and confirmed.', {
  login: Maybe(Type.Object({ method: Text('How: email, …') }, { description: 'The account.' })),
});

export const loginFailure = defineEvent('login_failure', 'A sign-in was refused.', {
  login: Maybe(Type.Object({ method: Text('How: email, …') }, { description: 'The sign-in.' })),
});

export const loginOpen = defineEvent('login_open', 'The sign-in page was shown.', {});

export const loginSuccess = defineEvent('login_success', 'The shopper signed in.', {
  login: Maybe(Type.Object({ method: Text('How: email, …') }, { description: 'The sign-in.' })),
});

export const logout = defineEvent('logout', 'The shopper signed out.', {});

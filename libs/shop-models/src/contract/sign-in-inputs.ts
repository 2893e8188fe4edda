import { Type } from '@sinclair/typebox';
import { closed, key } from './input-parts';

const email = Type.String({ pattern: '^[^\\s@]+@[^\\s@]+\\.[^\\s@]{2,}$', maxLength: 254 });

/** Inputs of the operations of a sign-in by code. */
export const SIGN_IN_INPUTS = {
  requestSignInCode: Type.Object(
    {
      email,
      /** True where nothing sends mail: the desk then reads the code. */
      toOutbox: Type.Boolean(),
    },
    closed,
  ),
  signInByCode: Type.Object({ email, code: Type.String({ pattern: '^[0-9]{6}$' }) }, closed),
  renewSignIn: Type.Object({ token: key }, closed),
  endSignIn: Type.Object({ token: key }, closed),
  signInKeys: Type.Object({}, closed),
};

import type { JWK } from 'jose';

/** Statements of an id token of the shop about itself. */
export const SIGN_IN_TOKEN = {
  algorithm: 'ES256',
  issuer: 'urn:clickstream:shop',
  audience: 'storefront',
} as const;

/** A mail with the code of a sign-in. */
export interface SignInMail {
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
}

/** A customer who has signed in by a code, with the tokens for the cookies of their browser. */
export interface SignedIn {
  /** Says for an hour who they are, to whom has the shop's public keys. */
  readonly idToken: string;
  /** Gets new id tokens until the session ends. */
  readonly refreshToken: string;
  /** True for a new customer. */
  readonly isNew: boolean;
}

/** The public keys of id tokens. */
export interface SignInKeys {
  readonly keys: JWK[];
}

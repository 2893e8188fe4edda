import type { Consent } from '@clickstream/tracker';
import { consentFrom } from './consent/consent';
import { bankAccountIn, type BankAccount } from './payment/bank-account';

/** Source of the shop's data: the database, or the shop's Lambda. */
export type ShopSource =
  { readonly kind: 'database'; readonly url: string } | { readonly kind: 'lambda'; readonly name: string };

export interface CognitoConfig {
  /** Address of the Cognito API, for example `https://cognito-idp.ap-southeast-1.amazonaws.com`. */
  readonly url: string;
  readonly clientId: string;
  readonly userPoolId: string;
  /** A confirmation code to show as a hint; only an emulator has a fixed one. */
  readonly devCode: string | null;
}

/** Way in which customers sign in. People of the shop sign in with Cognito in both cases. */
export type SignIn =
  | { readonly kind: 'cognito' }
  /** By a code that SES mails from this address; the shop's outbox keeps it where that is null. */
  | { readonly kind: 'code'; readonly mailFrom: string | null };

export interface StorefrontConfig {
  /** Origin of the shop, `https://shop.example`; null while it has no address that is public. */
  readonly shopUrl: string | null;
  /**
   * URL that browsers post events to, for example
   * `https://….execute-api.….amazonaws.com/clickstream`.
   */
  readonly clickstreamEndpoint: string;
  /** Seconds that events wait in the browser for a request to fill. */
  readonly eventWaitSeconds: number;
  /**
   * Consent of shoppers who have not chosen. A shop that asks first has `denied`.
   */
  readonly consentByDefault: Consent;
  readonly shop: ShopSource;
  /** Account for transfers; without one the checkout does not offer them. */
  readonly bankAccount: BankAccount | null;
  /**
   * Secret with which the payment provider signs its notices; null without a provider: the checkout
   * then offers no card.
   */
  readonly paymentSecret: string | null;
  readonly cognito: CognitoConfig;
  readonly signIn: SignIn;
  /** Address of the warehouse for the event inspector, where this server reaches it. */
  readonly warehouseUrl: string | null;
}

/** Settings of the storefront, as docs/configuration.md lists them. */
export const VARIABLES = {
  shopUrl: {
    name: 'SHOP_URL',
    meaning:
      'Address of the shop, such as https://shop.example, for search engines and shared links. Without it pages name no address of theirs, and the sitemap is empty.',
    otherwise: '',
  },
  clickstreamEndpoint: {
    name: 'CLICKSTREAM_ENDPOINT',
    meaning: 'URL that browsers post events to.',
    otherwise: undefined,
  },
  eventWaitSeconds: {
    name: 'EVENT_WAIT_SECONDS',
    meaning:
      'Seconds that events wait in the browser for a request to fill. An order, a full request and a hidden page do not wait.',
    otherwise: '30',
  },
  consentByDefault: {
    name: 'CONSENT_BY_DEFAULT',
    meaning:
      'Shoppers who have not chosen: ask (nothing is sent before they agree), cookieless (counted without ids) or granted.',
    otherwise: 'ask',
  },
  shopLambda: {
    name: 'SHOP_LAMBDA_NAME',
    meaning: "The shop's Lambda, where the database cannot be reached from here.",
    otherwise: '',
  },
  database: {
    name: 'WEB_DB_URL',
    meaning: 'postgres:// address of clickstream_web with the role shop_app, unless the Lambda is used.',
    otherwise: undefined,
    unless: 'SHOP_LAMBDA_NAME',
  },
  bankAccount: {
    name: 'SHOP_BANK_ACCOUNT',
    meaning:
      'Account for bank transfers: six digits of the bank at NAPAS, number, holder (970436 0011001234567 SBW Co Ltd). Without it transfers are not offered.',
    otherwise: '',
  },
  paymentProvider: {
    name: 'PAYMENT_PROVIDER',
    meaning:
      'Who takes cards. `test` takes no money and is for laptops; without a provider no card is offered. No other is built in.',
    otherwise: '',
  },
  paymentSecret: {
    name: 'PAYMENT_SECRET',
    meaning: 'Secret with which the payment provider signs its notices; it must be set with a provider.',
    otherwise: '',
  },
  cognitoUrl: { name: 'COGNITO_URL', meaning: 'Address of the Cognito API.', otherwise: undefined },
  clientId: {
    name: 'COGNITO_CLIENT_ID',
    meaning: 'The app client of the user pool.',
    otherwise: undefined,
  },
  userPoolId: { name: 'COGNITO_USER_POOL_ID', meaning: 'The user pool of shoppers.', otherwise: undefined },
  devCode: {
    name: 'COGNITO_DEV_CODE',
    meaning: 'A confirmation code to show as a hint, which only an emulator of Cognito has.',
    otherwise: '',
  },
  signIn: {
    name: 'SIGN_IN',
    meaning:
      'How customers sign in: cognito (a password) or code (a code that is mailed to them). People of the shop sign in with Cognito.',
    otherwise: 'cognito',
  },
  mailFrom: {
    name: 'MAIL_FROM',
    meaning:
      'Address that SES mails the codes from. Without it they are in the mail of the desk, which only a laptop may have.',
    otherwise: '',
  },
  warehouse: {
    name: 'DW_SHINY_URL',
    meaning:
      'postgres:// address of clickstream_dw with a role that reads, for the event inspector. Not on AWS, where this server does not reach it.',
    otherwise: '',
  },
} as const;

/**
 * Reads the environment when a request needs it, never at build time: one build serves any address.
 *
 * @throws Error that names every missing variable at once
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
): StorefrontConfig {
  const missing: string[] = [];
  const required = ({ name }: { readonly name: string }) => {
    const value = env[name];
    if (!value) missing.push(name);
    return value ?? '';
  };
  const { eventWaitSeconds, consentByDefault, shopLambda, database, bankAccount, devCode } = VARIABLES;
  const lambda = env[shopLambda.name];

  const config: StorefrontConfig = {
    shopUrl: originIn(env[VARIABLES.shopUrl.name] ?? ''),
    clickstreamEndpoint: required(VARIABLES.clickstreamEndpoint),
    eventWaitSeconds: secondsIn(env[eventWaitSeconds.name] || eventWaitSeconds.otherwise),
    // `ask`, and any word that is not known: nothing is sent before the shopper agrees.
    consentByDefault: consentFrom(env[consentByDefault.name] || consentByDefault.otherwise) ?? 'denied',
    shop: lambda ? { kind: 'lambda', name: lambda } : { kind: 'database', url: env[database.name] ?? '' },
    bankAccount: bankAccountIn(env[bankAccount.name] ?? ''),
    paymentSecret: isProviderSet(env[VARIABLES.paymentProvider.name] ?? '')
      ? required(VARIABLES.paymentSecret)
      : null,
    cognito: {
      url: required(VARIABLES.cognitoUrl).replace(/\/$/, ''),
      clientId: required(VARIABLES.clientId),
      userPoolId: required(VARIABLES.userPoolId),
      devCode: env[devCode.name] || null,
    },
    signIn: signInOf(env),
    warehouseUrl: env[VARIABLES.warehouse.name] || null,
  };
  if (config.shop.kind === 'database' && !config.shop.url) {
    missing.push(`${database.name} (or ${shopLambda.name})`);
  }
  if (missing.length > 0) throw new Error(`The storefront needs these variables: ${missing.join(', ')}.`);
  return config;
}

/** @throws Error for anything but an address of http or https without a path */
function originIn(text: string): string | null {
  if (text === '') return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
  throw new Error(`SHOP_URL is "${text}". Set the address of the shop, such as https://shop.example.`);
}

/** @throws Error for anything but seconds from 1 to 60 */
function secondsIn(text: string): number {
  const seconds = Number(text);
  if (seconds >= 1 && seconds <= 60) return seconds;
  throw new Error(`EVENT_WAIT_SECONDS is "${text}". Set a number of seconds from 1 to 60.`);
}

/**
 * @throws Error for another way, and on AWS for one by codes that people of the shop could read:
 * whoever reads a code can sign in as its customer
 */
function signInOf(env: Readonly<Record<string, string | undefined>>): SignIn {
  const { signIn, mailFrom, shopLambda } = VARIABLES;
  const kind = env[signIn.name] || signIn.otherwise;
  if (kind === 'cognito') return { kind };
  if (kind !== 'code') throw new Error(`SIGN_IN is "${kind}". Set "cognito" or "code".`);
  const from = env[mailFrom.name] || null;
  if (!from && env[shopLambda.name])
    throw new Error('SIGN_IN is "code", and MAIL_FROM is not set. Set the address that SES sends from.');
  return { kind, mailFrom: from };
}

/** @throws Error for a provider that is not built in */
function isProviderSet(name: string): boolean {
  if (name === '' || name === 'test') return name !== '';
  throw new Error(`PAYMENT_PROVIDER is "${name}". Set "test", or nothing.`);
}

import type { Consent } from '@clickstream/tracker';
import { consentFrom } from './consent/consent';

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

export interface StorefrontConfig {
  /**
   * URL that browsers post events to, for example
   * `https://….execute-api.….amazonaws.com/clickstream`.
   */
  readonly clickstreamEndpoint: string;
  /**
   * Consent of shoppers who have not chosen; a shop that must ask first sets
   * `denied` or `cookieless`.
   */
  readonly consentByDefault: Consent;
  readonly shop: ShopSource;
  readonly cognito: CognitoConfig;
}

/**
 * Reads the environment when a request needs it, never at build time: one build serves any address.
 *
 * @throws Error that names every missing variable at once
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
): StorefrontConfig {
  const missing: string[] = [];
  const required = (name: string) => {
    const value = env[name];
    if (!value) missing.push(name);
    return value ?? '';
  };

  const config: StorefrontConfig = {
    clickstreamEndpoint: required('CLICKSTREAM_ENDPOINT'),
    consentByDefault: consentFrom(env.CONSENT_BY_DEFAULT || 'granted') ?? 'denied',
    shop: env.SHOP_LAMBDA_NAME
      ? { kind: 'lambda', name: env.SHOP_LAMBDA_NAME }
      : { kind: 'database', url: env.WEB_DB_URL ?? '' },
    cognito: {
      url: required('COGNITO_URL').replace(/\/$/, ''),
      clientId: required('COGNITO_CLIENT_ID'),
      userPoolId: required('COGNITO_USER_POOL_ID'),
      devCode: env.COGNITO_DEV_CODE || null,
    },
  };
  if (config.shop.kind === 'database' && !config.shop.url) missing.push('WEB_DB_URL (or SHOP_LAMBDA_NAME)');
  if (missing.length > 0) throw new Error(`The storefront needs these variables: ${missing.join(', ')}.`);
  return config;
}

export const REDACTED = '[redacted]';

/**
 * Query parameters whose values give access, or name a person: whole names, ends of names such as
 * `reset_token`, and any name with "password" or "secret". Compared without case, `_` and `-`.
 */
const SECRET_PARAMETER =
  /^(auth|authorization|code|jwt|key|login|otp|pass|pin|pwd|session|sid|sig|ssn|tel|username|verificationcode)$/;

/** Names that mean a secret anywhere, on an element as well. */
const SECRET_NAME =
  /passw(or)?d|secret|token|(apikey|signature|credentials?|mail(address)?|phone(no|number)?|sess(ion)?id|c[vc]v)$/;

/**
 * E-mail addresses, also when encoded more than once. Each part is limited as in RFC 5321, so that
 * hostile text costs time in proportion to its length.
 */
const EMAIL = /[\p{L}\p{N}._%+'-]{1,64}(@|%(25)*40)[\p{L}\p{N}-]{1,63}((\.|%2e)[\p{L}\p{N}-]{1,63})+/giu;
/**
 * Every e-mail address contains it, and searching for it costs far less than searching for an
 * e-mail address.
 */
const AT = /@|%(25)*40/;
const USER_INFO = /^([\w+.:-]*\/\/)[^/?#@]*@/;

/** The number of addresses that may be nested in each other's parameters. */
const LEVELS = 3;

/**
 * Removes secrets and e-mail addresses from a page address, and leaves every other character
 * unchanged. A parameter whose value is an address with a secret is removed whole. Works on
 * relative and broken addresses too, since it does not parse them. Never throws.
 */
export function scrubUrl(url: string, levels: number = LEVELS): string {
  const hasAt = AT.test(url);
  if (!hasAt && !url.includes('=')) return url;
  const withoutUser = url.replace(USER_INFO, '$1');
  const withoutSecrets = withoutUser.replace(
    /([?&#;])([^=&#;?]+)=([^&#;]*)/g,
    (pair: string, mark: string, name: string, value: string) =>
      value !== '' && (isSecret(name) || holdsSecret(value, levels)) ? `${mark}${name}=${REDACTED}` : pair,
  );
  return hasAt ? withoutSecrets.replace(EMAIL, REDACTED) : withoutSecrets;
}

const plain = (name: string) => name.toLowerCase().replace(/[_\-.[\]]/g, '');

/**
 * True when a name, in any spelling, means a password, a token, an e-mail address or a phone
 * number.
 */
export const isSecretName = (name: string): boolean => SECRET_NAME.test(plain(name));

function isSecret(parameter: string): boolean {
  const name = plain(decoded(parameter));
  return SECRET_NAME.test(name) || SECRET_PARAMETER.test(name);
}

function holdsSecret(value: string, levels: number): boolean {
  if (levels === 0 || !/[?%]/.test(value)) return false;
  const address = decoded(value);
  return scrubUrl(address, levels - 1) !== address;
}

/** Decodes ASCII only, which is all that matters here; an ASCII encoding cannot be broken. */
function decoded(text: string): string {
  return text.replace(/%[0-7][\da-f]/gi, decodeURIComponent);
}

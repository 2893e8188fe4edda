export const REDACTED = '[redacted]';

/**
 * Query parameters whose values let somebody in, or name somebody: whole names, ends of
 * names such as `reset_token`, and whatever speaks of a password or a secret. Compared
 * without case, `_` and `-`.
 */
const SECRET_PARAMETER =
  /^(auth|authorization|code|jwt|key|login|otp|pass|pin|pwd|session|sid|sig|ssn|tel|username|verificationcode)$/;

/** Names that say it wherever they are, on an element as well. */
const SECRET_NAME =
  /passw(or)?d|secret|token|(apikey|signature|credentials?|mail(address)?|phone(no|number)?|sess(ion)?id|c[vc]v)$/;

/**
 * Also where it was encoded more than once. Each part is bounded as in RFC 5321, so that hostile
 * text costs time in proportion to its length.
 */
const EMAIL = /[\p{L}\p{N}._%+'-]{1,64}(@|%(25)*40)[\p{L}\p{N}-]{1,63}((\.|%2e)[\p{L}\p{N}-]{1,63})+/giu;
/**
 * No e-mail address does without it, and looking for it costs far less than
 * looking for an e-mail address.
 */
const AT = /@|%(25)*40/;
const USER_INFO = /^([\w+.:-]*\/\/)[^/?#@]*@/;

/** The number of addresses that may be nested in each other's parameters. */
const LEVELS = 3;

/**
 * Takes secrets and e-mail addresses out of a page address, and leaves every other character as it
 * was. A parameter that holds another address with such a thing in it goes as a whole. Works on
 * relative and broken addresses too, since it never has to parse one. Never throws.
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
 * True when a name, in any spelling, is that of a password, a token, an e-mail
 * address or a phone number.
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

/** Decodes ASCII only, which is all that matters here, and of which no encoding can be broken. */
function decoded(text: string): string {
  return text.replace(/%[0-7][\da-f]/gi, decodeURIComponent);
}

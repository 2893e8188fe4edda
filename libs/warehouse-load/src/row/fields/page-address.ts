import { memoize } from '@clickstream/event-schema/normalize';

/** The parts of a page's address that facts are computed from. */
export interface PageAddress {
  /**
   * Lower case, without port, a leading `www.` and a dot at the end; null for a relative address.
   */
  readonly host: string | null;
  /** In the one spelling of {@link plainPath}. */
  readonly path: string | null;
  /**
   * Without the question mark; '' when there is none. It includes campaign parameters after `#`.
   */
  readonly query: string;
}

const NO_ADDRESS: PageAddress = { host: null, path: null, query: '' };

const ADDRESS =
  /^(?:[a-z][a-z0-9+.-]*:)?(?:\/\/(?:[^/?#@]*@)?([^/?#:]*)(?::\d*)?)?([^?#]*)(?:\?([^#]*))?(?:#(.*))?/is;
const NAMES_A_CAMPAIGN = /(?:utm|mtm|pk)_/i;
const NOT_OF_THE_PAGE =
  /;(?:jsessionid|phpsessid|sid)=[^/;]*|(?<=\/)(?:index|default)\.(?:html?|php|aspx?|jsp)$/i;
const IS_PLAIN_PATH = /^(?:\/[a-z0-9._~!$'()*+,;=:@-]+)+$|^\/$/;

/** Splits any address, absolute or relative. */
export function pageAddressOf(url: string | null): PageAddress {
  return url === null ? NO_ADDRESS : splitAddress(url);
}

const splitAddress = memoize((url): PageAddress => {
  const [, host, path, query = '', fragment = ''] = ADDRESS.exec(url) ?? [];
  if (path === undefined) return NO_ADDRESS;
  return {
    host: host
      ? host
          .toLowerCase()
          .replace(/^www\./, '')
          .replace(/\.$/, '')
      : null,
    path: path ? plainPath(path) : host ? '/' : null,
    query: NAMES_A_CAMPAIGN.test(fragment) ? `${query}&${fragment.replace(/^.*\?/s, '')}` : query,
  };
});

/**
 * The canonical spelling of a path, so that `/Cart/`, `/cart` and `//cart` are one page, and so are
 * `/t%C3%ACm` and `/tìm` in either Unicode form: lower case, without a trailing slash, in NFC, with
 * readable letters decoded. The index file of a folder (`/shop/index.html`) is the folder, and a
 * session id in a path (`;jsessionid=`) is removed.
 */
export function plainPath(path: string): string {
  if (IS_PLAIN_PATH.test(path) && !NOT_OF_THE_PAGE.test(path)) return path;
  const plain = decoded(path)
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/\/{2,}/g, '/')
    .replace(NOT_OF_THE_PAGE, '');
  return plain.length > 1 && plain.endsWith('/') ? plain.slice(0, -1) : plain || '/';
}

/**
 * Characters that `decodeURI` leaves encoded, though in a path they mean the same either way: `$ &
 * + , : ; = @`.
 */
const SAME_IN_A_PATH = /%(?:2[46bc]|3[abd]|40)/gi;

/** Leaves the characters that would change the address (`/ ? # %`) as they are. */
function decoded(path: string): string {
  if (!path.includes('%')) return path;
  try {
    const text = decodeURI(path.replaceAll('%25', '%2525')).replace(SAME_IN_A_PATH, decodeURIComponent);
    // The warehouse would not keep a control character, or it would break a line of a report.
    return /\p{Cc}/u.test(text) ? path : text;
  } catch {
    return path;
  }
}

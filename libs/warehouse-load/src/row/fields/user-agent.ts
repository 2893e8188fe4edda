import Bowser from 'bowser';
import { isbot, isbotMatches } from 'isbot';
import { memoize } from '@clickstream/event-schema/normalize';

/** The kind of program behind a user agent. */
export interface AgentKind {
  readonly isBot: boolean;
  readonly device: 'desktop' | 'mobile' | 'tablet' | 'bot' | 'unknown';
}

const UNKNOWN: AgentKind = { isBot: false, device: 'unknown' };

/**
 * A content delivery network that replaces the visitor's user agent by its own, which says nothing
 * about the visitor.
 */
const CDN =
  /^(?:(?:amazon |aws-?)?cloudfront|cloudflare(?:-workers)?|akamai(?: ghost| image server)?|fastly|varnish|bunny ?cdn|keycdn|cdn77|azure front door|edgio|edgecast|limelight|stackpath|imperva|incapsula|sucuri|gcore|google cloud cdn)(?:[/ ][\d.]+)?$/i;

/**
 * A browser of a person: an engine, on a system that people use; or a phone from before
 * smartphones.
 */
const BROWSER =
  /^Mozilla\/\d\.\d+ \([^)]*(?:Windows|Macintosh|Linux|Android|iPhone|iPad|iPod|CrOS|Mobile|BlackBerry)[^)]*\).*(?:AppleWebKit|Gecko|Trident|Presto)\/|MSIE \d/;
const FEATURE_PHONE =
  /MIDP|UP\.Browser|DoCoMo|NetFront|Opera Mini|J-PHONE|SoftBank\/|KDDI-|Vodafone\/|Symbian|Windows CE/i;

/**
 * Words that programs use, and that carriers, news apps and proxies also add to the name of a real
 * browser: `(via proxy)`, `vodafone.com`, `gzip(gfe)`. In a browser's name they prove nothing.
 */
const WEAK_SIGN =
  /^(?:.?proxy|\.com|.?news|.?scan|\||java|google|server|transcoder|;\s\w+;|\(\)|library|tools|search|preview|feed|download|detect|.?check)$/i;

/** Televisions, consoles and headsets, which are not one of the three kinds of device. */
const OTHER_SCREEN =
  /\b(?:TV|BRAVIA|AFT[A-Z]\w*|CrKey|Xbox|OculusBrowser)\b|SMART-TV|SmartTV|HbbTV|Web0S|GoogleTV/i;

/** Reads a user agent; a missing one is unknown, not a bot. */
export function agentKindOf(userAgent: string | null): AgentKind {
  return userAgent === null ? UNKNOWN : readAgent(userAgent);
}

const readAgent = memoize((userAgent): AgentKind => {
  const text = userAgent.trim();
  if (text === '' || CDN.test(text)) return UNKNOWN;
  if (isBot(text)) return { isBot: true, device: 'bot' };
  return { isBot: false, device: deviceOf(text) };
});

/** Strong signs always count; weak signs only where nothing looks like a browser of a person. */
function isBot(text: string): boolean {
  if (!isbot(text)) return false;
  if (!BROWSER.test(text) && !FEATURE_PHONE.test(text)) return true;
  return isbotMatches(text).some((sign) => !WEAK_SIGN.test(sign));
}

function deviceOf(text: string): AgentKind['device'] {
  if (OTHER_SCREEN.test(text)) return 'unknown';
  const { type } = Bowser.parse(text).platform;
  if (type === 'mobile' || type === 'tablet' || type === 'desktop') return type;
  return FEATURE_PHONE.test(text) ? 'mobile' : 'unknown';
}

/** Name of the browser, such as Safari; null where the user agent names none. */
export const browserOf = memoize((userAgent): string | null =>
  userAgent === '' ? null : (Bowser.parse(userAgent).browser.name ?? null),
);

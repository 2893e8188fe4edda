import { isbot } from 'isbot';

/** A content delivery network that puts its name in place of the visitor's: nobody is known. */
const NETWORK = /^(?:amazon )?(?:cloudfront|cloudflare|akamai|fastly)$/i;

/**
 * Words that carriers and proxies add to the name of a real browser: in such a name they
 * prove nothing.
 */
const ADDED = /(?:\b[\w-]+\.com|\(?via proxy\)?|\bproxy|\bjava|\bgzip\(gfe\))(?=\W|$)/gi;
const BROWSER = /^Mozilla\/\d\.\d \(.*(?:AppleWebKit|Gecko|Trident|Presto)\//;

/** True for the user agent of a program: isbot's list, with the two exceptions of ADR 0048. */
export function isBotAgent(agent: string): boolean {
  if (NETWORK.test(agent.trim()) || !isbot(agent)) return false;
  return !BROWSER.test(agent) || isbot(agent.replaceAll(ADDED, ''));
}

/** The kind of device, by the words that browsers use for theirs; rare ones may differ. */
export function deviceOfAgent(agent: string): string {
  if (agent.trim() === '' || NETWORK.test(agent.trim())) return 'unknown';
  if (isBotAgent(agent)) return 'bot';
  if (/iPad|Tablet|Kindle|Silk\//.test(agent) || /Android(?!.*Mobile)/.test(agent)) return 'tablet';
  if (/iPhone|iPod|Android|Mobile/.test(agent)) return 'mobile';
  return /Windows NT|Macintosh|X11|CrOS/.test(agent) ? 'desktop' : 'unknown';
}

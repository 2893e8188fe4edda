import type { Random } from '../random/random';

const ANDROID = (model: string, chrome: number) =>
  `Mozilla/5.0 (Linux; Android 10; ${model}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${chrome}.0.0.0`;

const IPHONE = (version: string, safari: string) =>
  `Mozilla/5.0 (iPhone; CPU iPhone OS ${version} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${safari} Mobile/15E148 Safari/604.1`;

const WINDOWS = (chrome: number) =>
  `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${chrome}.0.0.0 Safari/537.36`;

/** User agents with their share of visits, in per cent. */
const USER_AGENTS: readonly (readonly [userAgent: string, share: number])[] = [
  [`${ANDROID('K', 142)} Mobile Safari/537.36`, 27],
  [`${ANDROID('SM-A556E', 141)} Mobile Safari/537.36`, 7],
  [IPHONE('18_6', '18.6'), 14],
  [IPHONE('17_7', '17.7'), 7],
  [`${IPHONE('18_6', '18.6')} [FBAN/FBIOS;FBAV/528.0.0.33.103]`, 5],
  [WINDOWS(142), 19],
  [`${WINDOWS(141)} Edg/141.0.0.0`, 6],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0', 2],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15', 4],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36', 3],
  ['Mozilla/5.0 (iPad; CPU OS 17_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.7 Mobile/15E148 Safari/604.1', 4],
  [`${ANDROID('SM-X510', 141)} Safari/537.36`, 2],
]; // prettier-ignore

const BOTS = [
  'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; Googlebot/2.1; +http://www.google.com/bot.html) Chrome/141.0.0.0 Safari/537.36',
  'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm) Chrome/136.0.0.0 Safari/537.36',
  'Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)',
  'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.3; +https://openai.com/gptbot)',
] as const;

/** The user agent of a shopper's browser. */
export const shopperUserAgent = (random: Random): string => random.weighted(USER_AGENTS);

/** The user agent of a robot that identifies itself. */
export const botUserAgent = (random: Random): string => random.pick(BOTS);

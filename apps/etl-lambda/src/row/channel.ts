import type { Campaign } from './page-address';

/** How a visitor came to the page. */
export type Channel =
  | 'direct'
  | 'internal'
  | 'organic_search'
  | 'paid_search'
  | 'social'
  | 'paid_social'
  | 'display'
  | 'email'
  | 'affiliate'
  | 'referral'
  | 'other_campaign';

/** A top domain comes right after the name, or anybody could be Google by a subdomain. Apps have names from the other end. */
const SEARCH_ENGINES =
  /(^|\.)(google|bing|yahoo|baidu|yandex|duckduckgo|ecosia|coccoc|naver|startpage|search\.brave)\.[a-z]{2,3}(\.[a-z]{2})?$|^com\.google\.android\.googlequicksearchbox$/;
const SOCIAL_NETWORKS =
  /(^|\.)(facebook|instagram|threads|tiktok|zalo|youtube|twitter|linkedin|pinterest|reddit)\.[a-z]{2,3}(\.[a-z]{2})?$|^(x\.com|t\.co|fb\.com|fb\.me|youtu\.be|lnkd\.in|zalo\.me)$|^com\.(zing\.zalo|facebook|instagram|twitter|linkedin|pinterest|reddit|zhiliaoapp\.musically|google\.android\.youtube)(\.|$)/;
const MAIL_CLIENTS =
  /^(mail|outlook|webmail)\.|(^|\.)(mail\.google|mail\.yahoo|outlook\.live)\.|^com\.(google\.android\.gm|microsoft\.office\.outlook|yahoo\.mobile\.client\.android\.mail)$/;

const SOCIAL_SOURCE =
  /facebook|instagram|tiktok|zalo|youtube|twitter|linkedin|pinterest|threads|^(fb|ig|yt|x|meta)$/;
const SEARCH_SOURCE = /google|bing|yahoo|baidu|yandex|duckduckgo|coccoc|naver/;

/** The first medium that matches decides. */
const MEDIA: readonly (readonly [RegExp, Channel])[] = [
  [/e-?mail|newsletter/, 'email'],
  [/affiliate/, 'affiliate'],
  [/paid.*social|social.?(paid|ads?)/, 'paid_social'],
  [/social|^sm$/, 'social'],
  [/display|banner|^cpm$/, 'display'],
  [/referral/, 'referral'],
  [/organic/, 'organic_search'],
];
/** Paid for a place that the medium does not name: the source tells which. */
const PAID = /^(cpc|ppc|sem|paid(?!.*(social|display|banner|affiliate|e-?mail)).*|cpv|ads?)$/;

const CLICK_ID_CHANNELS: Readonly<Record<string, Channel>> = {
  gclid: 'paid_search',
  gbraid: 'paid_search',
  wbraid: 'paid_search',
  msclkid: 'paid_search',
  yclid: 'paid_search',
  dclid: 'display',
  // Facebook and Instagram put their click ids on every link out of them, paid or not.
  fbclid: 'social',
  igshid: 'social',
  ttclid: 'paid_social',
  twclid: 'paid_social',
  li_fat_id: 'paid_social',
  zclid: 'paid_social',
};

/**
 * The channel of one page view. What the address says about itself (UTM, then click ids) outweighs the referrer.
 *
 * @param pageHost host of the page, as `PageAddress` writes it
 * @param referrerHost host of the page before; null without a referrer
 */
export function channelOf(campaign: Campaign, pageHost: string | null, referrerHost: string | null): Channel {
  // A source alone does not say whether it was paid; the click id beside it does.
  const isTold = campaign.medium !== null || (campaign.source !== null && campaign.clickId === null);
  if (isTold) {
    return campaignChannel(campaign.medium?.toLowerCase() ?? '', campaign.source?.toLowerCase() ?? '');
  }
  if (campaign.clickId !== null) return CLICK_ID_CHANNELS[campaign.clickId] ?? 'other_campaign';
  if (referrerHost === null) return 'direct';
  if (pageHost !== null && isSameSite(pageHost, referrerHost)) return 'internal';
  if (MAIL_CLIENTS.test(referrerHost)) return 'email';
  if (SEARCH_ENGINES.test(referrerHost)) return 'organic_search';
  if (SOCIAL_NETWORKS.test(referrerHost)) return 'social';
  return 'referral';
}

function campaignChannel(medium: string, source: string): Channel {
  if (PAID.test(medium)) return SOCIAL_SOURCE.test(source) ? 'paid_social' : 'paid_search';
  const byMedium = MEDIA.find(([pattern]) => pattern.test(medium));
  if (byMedium) return byMedium[1];
  if (/e-?mail|newsletter/.test(source)) return 'email';
  if (SOCIAL_SOURCE.test(source)) return 'social';
  if (medium === '' && SEARCH_SOURCE.test(source)) return 'organic_search';
  return 'other_campaign';
}

function isSameSite(one: string, other: string): boolean {
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}

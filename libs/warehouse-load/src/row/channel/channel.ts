import { memoize } from '@clickstream/event-schema/normalize';
import type { Campaign } from './campaign';
import { CLICK_ID_CHANNELS } from './click-ids';
import { hostKindOf, type HostKind } from './known-hosts';
import { isReturnHost } from './return-hosts';
import { isSameSite } from './same-site';
import type { Channel } from './channels';

/** The channel of a session from a host of each kind. */
const KIND_CHANNELS: Readonly<Record<HostKind, Channel>> = {
  search: 'organic_search',
  social: 'social',
  email: 'email',
  assistant: 'ai_assistant',
  display: 'display',
  unknown: 'referral',
};

/** The kind of a source that is a word and not a host. The first that matches decides. */
const SOURCES: readonly (readonly [RegExp, HostKind])[] = [
  [/chat-?gpt|openai|perplexity|\bclaude\b|\bgemini\b|copilot|deepseek|\bgrok\b/, 'assistant'],
  [
    /facebook|instagram|tiktok|zalo|youtube|twitter|linkedin|pinterest|threads|snapchat|reddit|telegram|whatsapp|messenger|\b(?:fb|ig|yt|x|meta|tt|vk|line|viber|wechat|weibo|kakao|discord|quora)\b/,
    'social',
  ],
  [/e-?mail|newsletter|\bedm\b|klaviyo|mailchimp|mailerlite|sendgrid|sendinblue|brevo|hubspot/, 'email'],
  [/\bgdn\b|criteo|taboola|outbrain|doubleclick|\bdv360\b|adroll|\bmgid\b/, 'display'],
  [/google|adwords|bing|yahoo|baidu|yandex|duckduckgo|coccoc|naver|ecosia/, 'search'],
];

/**
 * `fb_ads`, `fb-ads` and `fbads` are Facebook's: the words are split, without the one for "paid".
 */
const wordsOf = (text: string) =>
  text
    .replace(/ads?\b/g, ' ')
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim();

/** Media that are paid for by click or view. The source decides which channel it is. */
const PAID = /^(?:.*(?:^|[^a-z])(?:cpc|ppc|cpv|cpm|sem|ads?|retargeting|remarketing)(?:$|[^a-z]).*|paid.*)$/;

/** The first medium that matches decides. */
const MEDIA: readonly (readonly [RegExp, Channel])[] = [
  [/e[-_ ]?mail|newsletter|^edm$/, 'email'],
  [/affiliate|^cpa$|^cps$/, 'affiliate'],
  [/paid.*social|social.?(?:paid|ads?)/, 'paid_social'],
  [/display|banner|^(?:cpm|interstitial|expandable|native|programmatic|retargeting|remarketing)$/, 'display'],
  [/^ai(?:$|[-_ ])|assistant|chatbot|^llm/, 'ai_assistant'],
  [/social|^sm$/, 'social'],
];

/** Media that only state that nobody paid: the source decides the channel, if it is known. */
const UNPAID: Readonly<Record<string, Channel>> = {
  organic: 'organic_search',
  referral: 'referral',
  link: 'referral',
};

/**
 * The channel of one page view. What the address states (UTM, then click ids) outweighs the
 * referrer. docs/attribution.md has the rules as one table.
 *
 * @param pageHost host of the page, as `PageAddress` writes it
 * @param referrerHost host of the previous page; null without a referrer
 */
export function channelOf(campaign: Campaign, pageHost: string | null, referrerHost: string | null): Channel {
  const { medium, source, clickId } = campaign;
  // A source alone does not show whether it was paid; the click id next to it does.
  if (medium !== null || (source !== null && clickId === null)) {
    return campaignChannel(medium ?? '', source ?? '');
  }
  if (clickId !== null) return CLICK_ID_CHANNELS[clickId] ?? 'other_campaign';
  if (referrerHost === null) return 'direct';
  if (pageHost !== null && isSameSite(pageHost, referrerHost)) return 'internal';
  if (isReturnHost(referrerHost)) return 'internal';
  return KIND_CHANNELS[hostKindOf(referrerHost)];
}

function campaignChannel(medium: string, source: string): Channel {
  const kind = sourceKindOf(source);
  const byMedium = MEDIA.find(([pattern]) => pattern.test(medium))?.[1];
  if (PAID.test(medium) && (byMedium === undefined || byMedium === 'display'))
    return paidChannel(kind, byMedium);
  if (byMedium !== undefined) return byMedium;
  const byKind = kind === 'unknown' ? undefined : KIND_CHANNELS[kind];
  if (Object.hasOwn(UNPAID, medium)) return byKind ?? UNPAID[medium] ?? 'referral';
  // A search engine counts as the source only where no medium contradicts it.
  return byKind === undefined || (kind === 'search' && medium !== '') ? 'other_campaign' : byKind;
}

function paidChannel(kind: HostKind, byMedium: Channel | undefined): Channel {
  if (kind === 'social') return 'paid_social';
  return byMedium === 'display' || kind === 'display' ? 'display' : 'paid_search';
}

const sourceKindOf = memoize((source): HostKind => {
  if (/^[\w-]+(\.[\w-]+)+$/.test(source)) {
    const kind = hostKindOf(source.replace(/^www\./, ''));
    if (kind !== 'unknown') return kind;
  }
  const words = wordsOf(source);
  return SOURCES.find(([pattern]) => pattern.test(words))?.[1] ?? 'unknown';
});

import { campaignOf, type Campaign } from './campaign';
import { channelOfClick } from './click-ids';
import { kindOfHost, kindOfSource } from './hosts';

const OF_KIND = {
  search: 'organic_search',
  social: 'social',
  email: 'email',
  display: 'display',
  assistant: 'ai_assistant',
} as const;

/** The channel of a visit, and its campaign. */
export interface Arrival {
  readonly channel: string;
  readonly campaign: Campaign;
}

/** Reads the address and the referrer of a landing by the table of docs/attribution.md. */
export function arrivalOf(address: string, referrer: string): Arrival {
  const campaign = campaignOf(address);
  return { campaign, channel: channelOf(campaign, hostOf(address), hostOf(referrer)) };
}

function channelOf(campaign: Campaign, host: string, referrer: string): string {
  const click = channelOfClick(campaign.parameters);
  if (campaign.medium !== undefined || (campaign.source !== undefined && click === undefined))
    return channelOfCampaign(campaign.medium ?? '', campaign.source ?? '');
  if (click !== undefined) return click;
  if (referrer === '') return 'direct';
  if (siteOf(referrer) === siteOf(host)) return 'internal';
  const kind = kindOfHost(referrer);
  return kind === undefined ? 'referral' : OF_KIND[kind];
}

function channelOfCampaign(medium: string, source: string): string {
  const kind = kindOfSource(source);
  if (/^(?:cpc|ppc|cpv|cpm|sem|ads|retargeting|remarketing)$/.test(medium) || medium.startsWith('paid')) {
    if (kind === 'social' || /^paid.*social/.test(medium)) return 'paid_social';
    if (kind === 'display' || /^(?:cpm|retargeting|remarketing)$/.test(medium)) return 'display';
    return 'paid_search';
  }
  if (/e-?mail|newsletter|^edm$/.test(medium)) return 'email';
  if (/affiliate|^cp[as]$/.test(medium)) return 'affiliate';
  if (/social.?ads/.test(medium)) return 'paid_social';
  if (/display|banner|^(?:native|programmatic|interstitial)$/.test(medium)) return 'display';
  if (/^(?:ai|ai-assistant|chatbot)$/.test(medium)) return 'ai_assistant';
  if (/social|^sm$/.test(medium)) return 'social';
  if (kind !== undefined && kind !== 'search') return OF_KIND[kind];
  if (medium === 'organic' || (medium === '' && kind === 'search')) return 'organic_search';
  if (medium === 'referral' || medium === 'link') return kind === undefined ? 'referral' : OF_KIND[kind];
  return 'other_campaign';
}

const hostOf = (address: string): string => {
  const host = URL.canParse(address) ? new URL(address).hostname : '';
  return host.replace(/\.$/, '').toLowerCase();
};

/** The site of a host, which is what somebody registers: of `shop.com.vn`, three labels. */
function siteOf(host: string): string {
  if (/^[\d.]+$|:/.test(host)) return host;
  const labels = host.split('.');
  const second = labels.at(-2) ?? '';
  const hasPublicSecond = labels.at(-1)?.length === 2 && /^(?:com|co|net|org|edu|gov|ac)$/.test(second);
  return labels.slice(hasPublicSecond ? -3 : -2).join('.');
}

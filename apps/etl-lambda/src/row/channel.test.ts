import { channelOf } from './channel';
import { campaignOf } from './page-address';

const channel = (query: string, referrerHost: string | null = null, pageHost = 'shop.example') =>
  channelOf(campaignOf(query), pageHost, referrerHost);

describe('channelOf', () => {
  it.each([
    ['utm_source=google&utm_medium=cpc', 'paid_search'],
    ['utm_source=facebook&utm_medium=cpc', 'paid_social'],
    ['utm_source=tiktok&utm_medium=paid_social', 'paid_social'],
    ['utm_source=zalo&utm_medium=social', 'social'],
    ['utm_source=facebook', 'social'],
    ['utm_source=newsletter&utm_medium=email', 'email'],
    ['utm_source=autumn&utm_medium=E-Mail', 'email'],
    ['utm_source=newsletter', 'email'],
    ['utm_source=accesstrade&utm_medium=affiliate', 'affiliate'],
    ['utm_source=adnetwork&utm_medium=display', 'display'],
    ['utm_source=google&utm_medium=organic', 'organic_search'],
    ['utm_source=blog&utm_medium=referral', 'referral'],
    ['utm_source=flyer&utm_medium=qr', 'other_campaign'],
    ['utm_source=meta&utm_medium=paid_social', 'paid_social'],
    ['utm_source=meta&utm_medium=cpc', 'paid_social'],
    ['utm_source=vnexpress&utm_medium=paid-social', 'paid_social'],
    ['utm_source=gdn&utm_medium=paid_display', 'display'],
    ['utm_source=coccoc&utm_medium=paid', 'paid_search'],
    ['utm_source=google&gclid=1', 'paid_search'],
    ['utm_source=facebook&fbclid=1', 'social'],
    ['gclid=1', 'paid_search'],
    ['gbraid=1', 'paid_search'],
    ['msclkid=1', 'paid_search'],
    ['dclid=1', 'display'],
    ['fbclid=1', 'social'],
    ['igshid=1', 'social'],
    ['ttclid=1', 'paid_social'],
    ['twclid=1', 'paid_social'],
    ['li_fat_id=1', 'paid_social'],
  ])('of a landing with %s is %s, whatever the referrer', (query, expected) => {
    expect(channel(query)).toBe(expected);
    expect(channel(query, 'news.example')).toBe(expected);
  });

  it.each([
    [null, 'direct'],
    ['shop.example', 'internal'],
    ['checkout.shop.example', 'internal'],
    ['google.com', 'organic_search'],
    ['google.com.vn', 'organic_search'],
    ['coccoc.com', 'organic_search'],
    ['duckduckgo.com', 'organic_search'],
    ['l.facebook.com', 'social'],
    ['t.co', 'social'],
    ['mail.google.com', 'email'],
    ['outlook.live.com', 'email'],
    ['com.google.android.googlequicksearchbox', 'organic_search'],
    ['com.google.android.gm', 'email'],
    ['com.facebook.katana', 'social'],
    ['com.zing.zalo', 'social'],
    ['org.telegram.messenger', 'referral'],
    ['notgoogle.example', 'referral'],
    ['google.evil.example', 'referral'],
    ['facebook.com.evil.example', 'referral'],
    ['news.example', 'referral'],
  ])('of a visit from %s without a campaign is %s', (referrer, expected) => {
    expect(channel('', referrer)).toBe(expected);
  });

  it('lets UTM parameters outweigh click ids', () => {
    expect(channel('utm_source=partner&utm_medium=affiliate&gclid=1')).toBe('affiliate');
  });
});

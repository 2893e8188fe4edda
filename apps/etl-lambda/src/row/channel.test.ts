import { channelOf } from './channel';
import { campaignOf } from './campaign';

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
    ['UTM_SOURCE=zalo&UTM_MEDIUM=social&UTM_CAMPAIGN=tet', 'social'],
    ['utm_source=crm&amp;utm_medium=email&amp;utm_campaign=tet', 'email'],
    ['utm_source=zalo?utm_medium=social', 'social'],
    ['mtm_source=zalo&mtm_medium=social', 'social'],
    ['utm_source=fb_ads&utm_medium=cpc', 'paid_social'],
    ['utm_source=FB-Ads&utm_medium=CPC', 'paid_social'],
    ['utm_source=fbads&utm_medium=ppc', 'paid_social'],
    ['utm_source=ig&utm_medium=paid', 'paid_social'],
    ['utm_source=meta_ads&utm_medium=cpm', 'paid_social'],
    ['utm_source=tiktok&utm_medium=ads', 'paid_social'],
    ['utm_source=m.facebook.com&utm_medium=cpc', 'paid_social'],
    ['utm_source=google_ads&utm_medium=cpc', 'paid_search'],
    ['utm_source=google&utm_medium=google_cpc', 'paid_search'],
    ['utm_source=gdn&utm_medium=cpc', 'display'],
    ['utm_source=criteo&utm_medium=retargeting', 'display'],
    ['utm_source=facebook.com&utm_medium=referral', 'social'],
    ['utm_source=facebook&utm_medium=organic', 'social'],
    ['utm_source=chatgpt.com', 'ai_assistant'],
    ['utm_source=perplexity&utm_medium=referral', 'ai_assistant'],
    ['utm_source=flyer-facebook&utm_medium=qr', 'social'],
    ['utm_source=(not set)&utm_medium=undefined&gclid=1', 'paid_search'],
    ['gad_source=1&gad_campaignid=123', 'paid_search'],
    ['ScCid=1', 'paid_social'],
    ['epik=1', 'paid_social'],
    ['rdt_cid=1', 'paid_social'],
    ['GCLID=1', 'paid_search'],
    ['wbraid=1', 'paid_search'],
    ['irclickid=1', 'affiliate'],
    ['mc_cid=1', 'email'],
    ['srsltid=1', 'organic_search'],
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
    ['org.telegram.messenger', 'social'],
    ['notgoogle.example', 'referral'],
    ['google.evil.example', 'referral'],
    ['facebook.com.evil.example', 'referral'],
    ['news.example', 'referral'],
    ['m.shop.example', 'internal'],
    ['docs.google.com', 'referral'],
    ['accounts.google.com', 'internal'],
    ['pay.bank.example', 'internal'],
    ['sandbox.vnpayment.vn', 'internal'],
    ['support.google.com', 'referral'],
    ['finance.yahoo.com', 'referral'],
    ['vn.search.yahoo.com', 'organic_search'],
    ['cn.bing.com', 'organic_search'],
    ['m.baidu.com', 'organic_search'],
    ['lite.duckduckgo.com', 'organic_search'],
    ['search.brave.com', 'organic_search'],
    ['chatgpt.com', 'ai_assistant'],
    ['gemini.google.com', 'ai_assistant'],
    ['copilot.microsoft.com', 'ai_assistant'],
    ['com.openai.chatgpt', 'ai_assistant'],
    ['vi-vn.facebook.com', 'social'],
    ['threads.com', 'social'],
    ['bsky.app', 'social'],
    ['googleads.g.doubleclick.net', 'display'],
    ['xfacebook.com', 'referral'],
    ['x.comcast.net', 'referral'],
    ['mail.partner.example', 'email'],
    ['10.0.0.7', 'referral'],
  ])('of a visit from %s without a campaign is %s', (referrer, expected) => {
    expect(channel('', referrer)).toBe(expected);
  });

  it.each([
    ['shop.com.vn', 'm.shop.com.vn', 'internal'],
    ['m.shop.com.vn', 'checkout.shop.com.vn', 'internal'],
    ['shop.com.vn', 'other.com.vn', 'referral'],
    ['one.myshopify.com', 'two.myshopify.com', 'referral'],
    ['localhost', 'localhost', 'internal'],
    ['127.0.0.1', '10.0.0.1', 'referral'],
  ])('of a page on %s after one on %s is %s', (pageHost, referrerHost, expected) => {
    expect(channel('', referrerHost, pageHost)).toBe(expected);
  });

  it('lets UTM parameters outweigh click ids', () => {
    expect(channel('utm_source=partner&utm_medium=affiliate&gclid=1')).toBe('affiliate');
  });
});

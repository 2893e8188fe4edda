/** Languages of the shop; the first has the addresses without a language in them. */
export const LANGUAGES = ['en', 'vi'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The request header in which the proxy names the language of the page to an action. */
export const LANGUAGE_HEADER = 'x-shop-language';

/**
 * The path of a page in a language: `/cart` is `/vi/cart` in Vietnamese. The desk is in English
 * only.
 */
export function addressIn(language: Language, path: string): string {
  if (language === 'en' || /^\/desk(?=$|[/?#])/.test(path)) return path;
  return `/${language}${path.replace(/^\/(?=$|[?#])/, '')}`;
}

/**
 * The language of an address and its path without it. Rendering knows a page by its route, which
 * names English, too.
 */
export function readAddress(pathname: string): { readonly language: Language; readonly path: string } {
  const [, named, path] = /^\/(en|vi)(\/.*)?$/s.exec(pathname) ?? [];
  return named ? { language: named as Language, path: path ?? '/' } : { language: 'en', path: pathname };
}

/** True for the name of a language of the shop. */
export function isLanguage(name: unknown): name is Language {
  return LANGUAGES.some((language) => language === name);
}

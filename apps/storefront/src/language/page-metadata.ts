import type { Metadata } from 'next';
import { readConfig } from '../config';
import { addressIn, LANGUAGES, type Language } from '../words/languages';
import { shownLanguage } from './shown-language';

interface PageInSearch {
  readonly title: string;
  readonly description: string;
  /** Its path in English. */
  readonly path: string;
}

/** Title, text and address of a page, as search engines and shared links show them. */
export async function metadataOf({ title, description, path }: PageInSearch): Promise<Metadata> {
  const { shopUrl } = readConfig();
  const language = await shownLanguage();
  const shared = { title, description, siteName: 'SBW', type: 'website', locale: LOCALES[language] } as const;
  if (shopUrl === null) return { description, openGraph: shared };
  const url = `${shopUrl}${addressIn(language, path)}`;
  return {
    description,
    alternates: { canonical: url, languages: addressesOf(shopUrl, path) },
    openGraph: { ...shared, url },
  };
}

/** Addresses of a page in every language; that in English is for everybody else. */
export function addressesOf(shopUrl: string, path: string): Record<string, string> {
  const inLanguages = LANGUAGES.map((language) => [language, `${shopUrl}${addressIn(language, path)}`]);
  return { ...Object.fromEntries(inLanguages), 'x-default': `${shopUrl}${path}` };
}

const LOCALES: Record<Language, string> = { en: 'en_GB', vi: 'vi_VN' };

import { notFound, redirect } from 'next/navigation';
import { language } from 'next/root-params';
import { wordsIn, type Words } from '../words';
import { addressIn, isLanguage, type Language } from '../words/languages';

/** The language of the page that is rendered, by its address. Only server components may ask. */
export async function shownLanguage(): Promise<Language> {
  const named = await language();
  return isLanguage(named) ? named : notFound();
}

/**
 * The language of the catalogue's texts, which the database has in English only; undefined where
 * the page is in English.
 */
export async function catalogueLanguage(): Promise<'en' | undefined> {
  return (await shownLanguage()) === 'en' ? undefined : 'en';
}

/** The words of the page that is rendered. */
export async function shownWords(): Promise<Words> {
  return wordsIn(await shownLanguage());
}

/** Leads to a path of the shop in the language of the page. */
export async function leadTo(path: string): Promise<never> {
  redirect(addressIn(await shownLanguage(), path));
}

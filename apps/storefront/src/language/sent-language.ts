import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { wordsIn, type Words } from '../words';
import { addressIn, isLanguage, LANGUAGE_HEADER, type Language } from '../words/languages';

/** The language of the page that a form was sent from, or that a request is for. */
export async function sentLanguage(): Promise<Language> {
  const named = (await headers()).get(LANGUAGE_HEADER);
  return isLanguage(named) ? named : 'en';
}

/** The words for the answer of an action. */
export async function sentWords(): Promise<Words> {
  return wordsIn(await sentLanguage());
}

/** Continues to a path of the shop in the language of the page; its parameter `next` included. */
export async function continueTo(path: string): Promise<never> {
  redirect(addressIn(await sentLanguage(), path));
}

import { headers } from 'next/headers';
import { languageOf, type Language } from '.';

/** The language of this visitor, by what their browser prefers. */
export async function visitorsLanguage(): Promise<Language> {
  return languageOf((await headers()).get('accept-language'));
}

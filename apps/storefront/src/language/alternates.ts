import type { Metadata } from 'next';
import { addressIn, LANGUAGES } from './languages';

/** Addresses of a page in every language for search engines; English is for everybody else. */
export function alternatesOf(path: string): NonNullable<Metadata['alternates']> {
  const addresses = Object.fromEntries(LANGUAGES.map((language) => [language, addressIn(language, path)]));
  return { languages: { ...addresses, 'x-default': path } };
}

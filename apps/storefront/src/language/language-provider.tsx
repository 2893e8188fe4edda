'use client';

import { createContext, use, type ReactNode } from 'react';
import type { Words } from '../words';
import { addressIn, type Language } from '../words/languages';

/** Language of a page for its components in the browser, with the words that any may need. */
interface Shown {
  readonly language: Language;
  readonly words: Words['everywhere'];
}

const Context = createContext<Shown | null>(null);

/** Tells the components of the browser the language of the page. */
export function LanguageProvider({ children, ...shown }: Shown & { readonly children: ReactNode }) {
  return <Context value={shown}>{children}</Context>;
}

/** Language and common words of the page. */
export function useShown(): Shown {
  const shown = use(Context);
  if (!shown) throw new Error('useShown() works only inside LanguageProvider.');
  return shown;
}

/** Makes addresses of pages in the language of the page. */
export function useAddress(): (path: string) => string {
  const { language } = useShown();
  return (path) => addressIn(language, path);
}

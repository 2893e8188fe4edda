import type { ReactNode } from 'react';
import { wordsIn } from '../../words';
import { LanguageProvider } from '../language-provider';
import type { Language } from '../../words/languages';

/** Content as on a page in a language. */
export function ShownIn({ language = 'en', children }: { language?: Language; children: ReactNode }) {
  return (
    <LanguageProvider language={language} words={wordsIn(language).everywhere}>
      {children}
    </LanguageProvider>
  );
}

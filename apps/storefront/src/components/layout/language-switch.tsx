'use client';

import { useParams, usePathname, useSearchParams } from 'next/navigation';
import { Suspense } from 'react';
import { LANGUAGES, type Language } from '../../words/languages';
import { switchAddress } from '../../language/switch-address';
import styles from './language-switch.module.css';

/** Each language by its own name. */
const NAMES: Record<Language, string> = { en: 'English', vi: 'Tiếng Việt' };

interface LanguageSwitchProps {
  readonly label: string;
  readonly current: Language;
}

/**
 * Links to the same page in each language. They load the page: another language is another frame.
 */
export function LanguageSwitch(props: LanguageSwitchProps) {
  const pathname = usePathname();
  return (
    <nav aria-label={props.label} className={styles.languages}>
      <Suspense fallback={<Links {...props} pathname={pathname} query="" />}>
        <LinksWithQuery {...props} pathname={pathname} />
      </Suspense>
    </nav>
  );
}

function LinksWithQuery(props: LanguageSwitchProps & { readonly pathname: string }) {
  return <Links {...props} query={useSearchParams().toString()} />;
}

interface LinksProps extends LanguageSwitchProps {
  readonly pathname: string;
  readonly query: string;
}

function Links({ current, pathname, query }: LinksProps) {
  const params = useParams();
  return LANGUAGES.map((language) => (
    <a
      key={language}
      href={switchAddress(pathname, query, params, language)}
      hrefLang={language}
      lang={language}
      aria-current={language === current ? 'true' : undefined}
    >
      {NAMES[language]}
    </a>
  ));
}

import { shownLanguage, shownWords } from '../../language/shown-language';
import { CATEGORIES } from '../../shop';
import { PrivacyChoices } from '../consent/consent-notice';
import { ShopLink } from '../links/shop-link';
import { LanguageSwitch } from './language-switch';
import styles from './site-footer.module.css';

/** The bottom of every page. */
export async function SiteFooter() {
  const [language, { frame, browse }] = await Promise.all([shownLanguage(), shownWords()]);
  const words = frame.footer;
  return (
    <footer className={styles.footer}>
      <div className={styles.columns}>
        <div>
          <p className={styles.name}>SBW</p>
          <p>{words.about}</p>
          <LanguageSwitch label={words.language} current={language} />
        </div>
        <nav aria-label={words.departments}>
          <ul>
            {CATEGORIES.map(({ slug }) => (
              <li key={slug}>
                <ShopLink href={`/category/${slug}`}>{browse.departments[slug].name}</ShopLink>
              </li>
            ))}
          </ul>
        </nav>
        <ul>
          <li>{words.delivery}</li>
          <li>{words.returns}</li>
          <li>{words.payment}</li>
          <li>
            <PrivacyChoices label={words.privacy} className={styles.choices} />
          </li>
        </ul>
      </div>
    </footer>
  );
}

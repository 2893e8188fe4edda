import { CATEGORIES } from '../../shop';
import { PrivacyChoices } from '../consent/consent-notice';
import { ShopLink } from '../links/shop-link';
import styles from './site-footer.module.css';

/** The bottom of every page. */
export function SiteFooter() {
  return (
    <footer className={styles.footer}>
      <div className={styles.columns}>
        <div>
          <p className={styles.name}>SBW</p>
          <p>Laptops, monitors and accessories. All prices are in VND and include VAT.</p>
        </div>
        <nav aria-label="Departments, bottom of page">
          <ul>
            {CATEGORIES.map(({ slug, name }) => (
              <li key={slug}>
                <ShopLink href={`/category/${slug}`}>{name}</ShopLink>
              </li>
            ))}
          </ul>
        </nav>
        <ul>
          <li>Delivery within Viet Nam in 1 to 3 days</li>
          <li>30 days to change your mind</li>
          <li>Pay on delivery, in cash or by card</li>
          <li>
            <PrivacyChoices className={styles.choices} />
          </li>
        </ul>
      </div>
    </footer>
  );
}

import { catalogueLanguage, shownLanguage, shownWords } from '../../../language/shown-language';
import type { Product, Variant } from '../../../shop';
import { labelIn } from '../../../words/catalogue-labels';
import { ShopLink } from '../../links/shop-link';
import styles from './chooser.module.css';
import { choicesOf, nearest } from './choices-of';

interface ChooserProps {
  readonly product: Pick<Product, 'id'>;
  readonly variants: readonly Variant[];
}

/** The options of a family, each value a link to the product that has it. */
export async function Chooser({ product, variants }: ChooserProps) {
  const current = variants.find(({ id }) => id === product.id);
  if (!current) return null;
  const [language, words, lang] = await Promise.all([shownLanguage(), shownWords(), catalogueLanguage()]);
  return (
    <div className={styles.chooser} data-variant-of={product.id}>
      {choicesOf(variants).map(({ label, values }) => (
        <nav key={label} aria-label={labelIn(language, label)}>
          <p className={styles.label}>{labelIn(language, label)}</p>
          <ul>
            {values.map((value) => {
              const variant = nearest(variants, current, label, value);
              const isCurrent = variant.id === current.id;
              return (
                <li key={value}>
                  <ShopLink
                    href={`/product/${variant.slug}`}
                    data-variant={variant.id}
                    aria-current={isCurrent ? 'true' : undefined}
                    data-sold-out={variant.available === 0 || undefined}
                  >
                    {lang ? <span lang={lang}>{value}</span> : value}
                    {variant.available === 0 && (
                      <span className={styles.soldOut}> {words.product.soldOutVersion}</span>
                    )}
                  </ShopLink>
                </li>
              );
            })}
          </ul>
        </nav>
      ))}
    </div>
  );
}

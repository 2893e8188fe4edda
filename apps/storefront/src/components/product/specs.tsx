import { catalogueLanguage, shownLanguage, shownWords } from '../../language/shown-language';
import type { ProductDetails } from '../../shop';
import { labelIn } from '../../words/catalogue-labels';
import styles from './specs.module.css';

/** The specifications of a product, label and value. */
export async function Specs({ specs }: { specs: ProductDetails['specs'] }) {
  const [language, { product }, lang] = await Promise.all([
    shownLanguage(),
    shownWords(),
    catalogueLanguage(),
  ]);
  return (
    <section className={styles.specs}>
      <h2>{product.details}</h2>
      <dl>
        {specs.map(([label, value]) => (
          <div key={label}>
            <dt>{labelIn(language, label)}</dt>
            <dd lang={lang}>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

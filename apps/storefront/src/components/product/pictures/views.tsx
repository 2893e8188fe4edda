import { furtherViews } from '../../../pictures/views';
import type { Product } from '../../../shop';
import { ProductPicture } from '../product-picture';
import styles from './views.module.css';

/** The drawings of a product: side by side on a phone, where one swipes, else below. */
export function Views({ product: { name, picture } }: { product: Pick<Product, 'name' | 'picture'> }) {
  const views = furtherViews(picture);
  if (views.length === 0)
    return (
      <div className={styles.stage}>
        <ProductPicture picture={picture} first />
      </div>
    );
  return (
    <div className={styles.views} role="group" aria-label={`Pictures of ${name}`} tabIndex={0}>
      <div className={styles.stage}>
        <ProductPicture picture={picture} first />
      </div>
      {views.map((view) => (
        <div key={view.words} className={styles.stage}>
          <ProductPicture picture={view.picture} words={`${name} ${view.words}`} />
        </div>
      ))}
    </div>
  );
}

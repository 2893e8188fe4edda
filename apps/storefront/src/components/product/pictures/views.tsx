import { furtherViews } from '../../../pictures/views';
import { shownWords } from '../../../language/shown-language';
import type { Product } from '../../../shop';
import { fill } from '../../../words/sentences';
import { ProductPicture } from '../product-picture';
import styles from './views.module.css';

/** The drawings of a product: side by side on a phone, where one swipes, else below. */
export async function Views({ product: { name, picture } }: { product: Pick<Product, 'name' | 'picture'> }) {
  const { product: words } = await shownWords();
  const views = furtherViews(picture);
  if (views.length === 0)
    return (
      <div className={styles.stage}>
        <ProductPicture picture={picture} first />
      </div>
    );
  return (
    <div className={styles.views} role="group" aria-label={fill(words.pictures, { name })} tabIndex={0}>
      <div className={styles.stage}>
        <ProductPicture picture={picture} first />
      </div>
      {views.map((view) => (
        <div key={view.pose} className={styles.stage}>
          <ProductPicture picture={view.picture} words={fill(words.views[view.pose], { name })} />
        </div>
      ))}
    </div>
  );
}

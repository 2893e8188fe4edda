import { formatMoney } from '../../formatting/money';
import { formatMoment } from '../../formatting/time';
import { shownLanguage, shownWords } from '../../language/shown-language';
import type { OrderInList } from '../../shop';
import type { Words } from '../../words';
import { fill } from '../../words/sentences';
import { ShopLink } from '../links/shop-link';
import { ProductPicture } from '../product/product-picture';
import styles from './order-row.module.css';
import { StatusBadge } from './status-badge';

const PICTURES = 3;

/** An order in the customer's list. The whole row links to its page. */
export async function OrderRow({ order }: { order: OrderInList }) {
  const [language, { order: words }] = await Promise.all([shownLanguage(), shownWords()]);
  const { orderId, placedAt, status, total, products } = order;
  return (
    <article className={styles.row}>
      <div className={styles.pictures}>
        {products.slice(0, PICTURES).map(({ name, picture }) => (
          <div key={name}>
            <ProductPicture picture={picture} />
          </div>
        ))}
      </div>
      <div className={styles.words}>
        <h2>
          <ShopLink href={`/order/${orderId}`}>{titleOf(products, words)}</ShopLink>
        </h2>
        <p>
          {fill(words.numbered, { number: orderId })} · {formatMoment(placedAt, language)}
        </p>
      </div>
      <StatusBadge status={status} />
      <p className={styles.total}>{formatMoney(total)}</p>
    </article>
  );
}

/** `Kestrel X14`, `Kestrel X14 and 2 more`. */
function titleOf([first, ...others]: OrderInList['products'], { title, list }: Words['order']): string {
  if (!first) return title;
  return others.length === 0 ? first.name : fill(list.andMore, { name: first.name, count: others.length });
}

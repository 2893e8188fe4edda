import { changeProduct } from '../../desk/actions';
import { formatMoney } from '../../formatting/money';
import { formatMoment } from '../../formatting/time';
import type { DeskProduct, DeskProductChange } from '../../shop';
import { ShopLink } from '../links/shop-link';
import { DeskForm } from './desk-form';
import styles from './products-tables.module.css';
import tables from './tables.module.css';

/** Every product with a form for its stock and prices. */
export function ProductsTable({ products }: { products: readonly DeskProduct[] }) {
  return (
    <ul className={styles.products}>
      {products.map((product) => (
        <li
          key={product.id}
          id={product.id}
          data-variant={(product.familyId ?? product.id) !== product.id || undefined}
        >
          <div>
            <h2>
              <ShopLink href={`/product/${product.slug}`}>{product.name}</ShopLink> <span>{product.id}</span>
            </h2>
            {product.variant && <p className={styles.version}>{familyWords(product, products)}</p>}
          </div>
          <ProductForm product={product} />
        </li>
      ))}
    </ul>
  );
}

/** `Version of Solenne Air 13: 32 GB, Navy`. */
function familyWords({ familyId, variant }: DeskProduct, all: readonly DeskProduct[]): string {
  const first = all.find(({ id }) => id === familyId);
  return `Version of ${first?.name ?? familyId}: ${variant}`;
}

function ProductForm({ product }: { product: DeskProduct }) {
  const { id, name, pieces, price, discountPrice } = product;
  return (
    <DeskForm
      action={changeProduct}
      // Pieces that were sold since the page was opened stay sold.
      hidden={{ productId: id, piecesSeen: String(pieces) }}
      button="Save"
      label={`Save ${name}`}
      look="quiet"
      key={`${pieces} ${price} ${discountPrice}`}
      fields={[
        { name: 'pieces', label: 'Pieces', value: pieces, isNumber: true },
        { name: 'price', label: 'Price', value: price, isNumber: true },
        { name: 'discountPrice', label: 'Offer', value: discountPrice ?? '', isNumber: true },
      ]}
    />
  );
}

const FIELDS: Record<DeskProductChange['field'], string> = {
  pieces: 'Pieces',
  price: 'Price',
  discountPrice: 'Offer',
};

/** The last changes, with who made them. */
export function ProductChangesTable({ changes }: { changes: readonly DeskProductChange[] }) {
  if (changes.length === 0) return <p className={tables.none}>Nothing was changed yet.</p>;
  return (
    <div className={tables.scroll} role="region" aria-label="Last changes" tabIndex={0}>
      <table className={tables.table}>
        <caption>Last changes</caption>
        <thead>
          <tr>
            <th>When</th>
            <th>Product</th>
            <th>What</th>
            <th className={tables.number}>Before</th>
            <th className={tables.number}>After</th>
            <th>By whom</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change, index) => (
            <tr key={index}>
              <td>{formatMoment(change.at, 'en')}</td>
              <td>{change.name}</td>
              <td>{FIELDS[change.field]}</td>
              <td className={tables.number}>{valueOf(change.field, change.before)}</td>
              <td className={tables.number}>{valueOf(change.field, change.after)}</td>
              <td>{change.actor}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function valueOf(field: DeskProductChange['field'], value: number | null): string {
  if (value === null) return 'none';
  return field === 'pieces' ? String(value) : formatMoney(value);
}

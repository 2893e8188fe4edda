import type { ProductDetails } from '../../shop';
import styles from './specs.module.css';

/** The specifications of a product, label and value. */
export function Specs({ specs }: { specs: ProductDetails['specs'] }) {
  return (
    <section className={styles.specs}>
      <h2>Details</h2>
      <dl>
        {specs.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

import styles from './loading-page.module.css';
import { Page } from './page';

/** A placeholder for products while they are fetched. */
export function LoadingPage() {
  return (
    <Page>
      <div className={styles.title} />
      <div className={styles.grid} role="status" aria-label="Loading">
        {Array.from({ length: 8 }, (_, index) => (
          <div key={index} className={styles.card} />
        ))}
      </div>
    </Page>
  );
}

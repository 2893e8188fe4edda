import type { ReactNode } from 'react';
import styles from './page.module.css';

/** The column that holds a page; `narrow` is for forms. */
export function Page({ narrow = false, children }: { narrow?: boolean; children: ReactNode }) {
  return <div className={narrow ? `${styles.page} ${styles.narrow}` : styles.page}>{children}</div>;
}
